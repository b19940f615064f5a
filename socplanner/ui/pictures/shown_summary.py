"""The summary of a plan with what is needed to draw it."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from socplanner.domain.plan import Plan
from socplanner.domain.summary import Summary
from socplanner.ui.kit.tokens import token
from socplanner.wording.language import Words


class ShownSummary(NamedTuple):
    """The figures of `plan`, the words of a language, and the colours of paper."""

    plan: Plan
    summary: Summary
    words: Words
    palette: QPalette

    def ink(self, name: str) -> QColor:
        """Return the colour with `name`."""
        return token(name, self.palette)
