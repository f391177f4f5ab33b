"""Days and moments as pages say them: in words, by London's clock."""

from datetime import date, datetime

from looped.figures.moments import in_london


def day(value: date | None) -> str:
    """As in 3 May 2024; nothing for None.

    >>> day(date(2024, 5, 3))
    '3 May 2024'
    """
    return f"{value.day} {value:%B %Y}" if value else ""


def moment(value: datetime | None) -> str:
    """As in 3 May 2024 at 2:05pm. value: UTC; nothing for None.

    >>> moment(datetime(2024, 5, 3, 13, 5))
    '3 May 2024 at 2:05pm'
    """
    if value is None:
        return ""
    local = in_london(value.replace(tzinfo=None))
    return f"{day(local)} at {local.hour % 12 or 12}:{local:%M}{'am' if local.hour < 12 else 'pm'}"


def month(value: str) -> str:
    """As in May 2024. value: as in 2024-05.

    >>> month("2024-05")
    'May 2024'
    """
    return f"{date.fromisoformat(f'{value}-01'):%B %Y}"
