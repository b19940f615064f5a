"""Texts of two languages as a file writes them."""

from socplanner.domain.local_text import LocalText
from socplanner.formats.plan.canonical import Flow


def local_written(text: LocalText) -> str | Flow:
    """Return a text as a file writes it: once where both languages have the same."""
    return text.ja if text.ja == text.en else Flow(ja=text.ja, en=text.en)
