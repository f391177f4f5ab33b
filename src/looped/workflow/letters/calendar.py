"""An invitation that calendars read (RFC 5545): one event, written line by line."""

from datetime import UTC, datetime, timedelta

STAMP = "%Y%m%dT%H%M%SZ"
LONGEST = 75  # octets of a line, by the RFC


def invitation(*, meeting: str, starts: datetime, minutes: int, place: str, title: str, made: datetime) -> str:
    """The text of an .ics file. starts, made: with their zone.  meeting: its identifier, the same if it moves."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//looped//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{meeting}@looped",
        f"DTSTAMP:{made.astimezone(UTC).strftime(STAMP)}",
        f"DTSTART:{starts.astimezone(UTC).strftime(STAMP)}",
        f"DTEND:{(starts.astimezone(UTC) + timedelta(minutes=minutes)).strftime(STAMP)}",
        f"SUMMARY:{_text(title)}",
        f"LOCATION:{_text(place)}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _text(value: str) -> str:
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        value = value.replace(sign, written)
    return value


def _folded(line: str) -> str:
    parts, current = [], ""
    for letter in line:
        # A line that goes on begins with a space, which counts.
        if len((current + letter).encode()) > LONGEST:
            parts.append(current)
            current = " "
        current += letter
    return "\r\n".join([*parts, current])
