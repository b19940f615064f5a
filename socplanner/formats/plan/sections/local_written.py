"""How a plan file writes texts in two languages."""

from socplanner.domain.local_text import LocalText
from socplanner.formats.plan.canonical import Flow


def local_written(text: LocalText) -> str | Flow:
    """Return the tree of `text`: one text where both languages have the same, else a mapping."""
    return text.ja if text.ja == text.en else Flow(ja=text.ja, en=text.en)
