"""How a plan file writes texts in two languages, and amounts."""

from socplanner.domain.local_text import LocalText
from socplanner.formats.plan.canonical import Flow


def local_written(text: LocalText) -> str | Flow:
    """Return the tree of `text`: one text where both languages have the same, else a mapping."""
    return text.ja if text.ja == text.en else Flow(ja=text.ja, en=text.en)


def amount_written(value: float) -> str:
    """Return `value` with at most two decimal places."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
