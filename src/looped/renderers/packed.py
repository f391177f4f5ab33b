"""Zipped office files with the same bytes for the same content: no clock in them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest moment that a zip file can hold.
EPOCH = (1980, 1, 1, 0, 0, 0)


def without_clock(packed: bytes) -> bytes:
    """The same zip file with every entry dated 1 January 1980."""
    made = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, EPOCH), old.read(name), ZIP_DEFLATED)
    return made.getvalue()
