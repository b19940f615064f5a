"""A field for a day that may be empty; what people type, such as 2027/4/1, becomes 2027-04-01."""

import re
from unicodedata import normalize

from PySide6.QtWidgets import QLineEdit, QWidget

from socplanner.wording.language import Words

_TYPED = r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
_LONGEST = 20


class DayField(QLineEdit):
    """Begins with a day as 2027-04-01, or empty."""

    def __init__(self, day: str, words: Words, parent: QWidget) -> None:
        """Show `day`."""
        super().__init__(day, parent)
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(words.tr("such as {day}", day="2027-04-01"))

    @property
    def day(self) -> str:
        """The day as the plan has it; what is no day, as it was typed."""
        return day_of(self.text())


def day_of(text: str) -> str:
    """Return a day that people wrote in one of the usual forms as 2027-04-01, else `text`."""
    plain = normalize("NFKC", text).strip()
    match = re.fullmatch(_TYPED, plain)
    if match is None:
        return plain
    year, month, day = match.groups()
    return f"{year}-{int(month):02}-{int(day):02}"
