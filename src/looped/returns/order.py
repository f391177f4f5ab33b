"""When each row was recorded, and the order of recording, which breaks every tie."""

from datetime import date

from looped.returns.cells import end_of_day, end_of_month
from looped.returns.taken import Taken

NEVER = date(1, 1, 1)


def set_recorded(taken: Taken) -> None:
    """Gives every row its moment: the column *recorded*, else the end of the returned day, else of the month."""
    values = taken.values
    values["recorded_at"] = [
        recorded or (end_of_day(returned) if returned else end_of_month(month))
        for recorded, returned, month in zip(values["recorded_at"], values["returned"], values["month"], strict=True)
    ]


def recording_order(taken: Taken) -> list[int]:
    """Rows from the first recorded to the last: by moment, then the day returned, then as they stand in the file."""
    values = taken.values
    keys = [
        (recorded, returned or NEVER)
        for recorded, returned in zip(values["recorded_at"], values["returned"], strict=True)
    ]
    return sorted(range(len(taken)), key=keys.__getitem__)
