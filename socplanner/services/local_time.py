"""Times of files and of other programs as local time: a clock or a file may have any of them."""

from datetime import datetime


def local_time(seconds: float) -> datetime | None:
    """Return `seconds` since 1970 as local time; None where no calendar has such a time."""
    try:
        return datetime.fromtimestamp(seconds).astimezone()
    except (OSError, OverflowError, ValueError):
        return None


def local_time_text(seconds: float, form: str = "%Y-%m-%d %H:%M:%S") -> str:
    """Return `seconds` since 1970 as text in `form`; empty where no calendar has such a time."""
    moment = local_time(seconds)
    return "" if moment is None else moment.strftime(form)
