"""To whom a plan may be passed on: its TLP label, and the organisation's classification."""

from dataclasses import dataclass
from enum import StrEnum


class Tlp(StrEnum):
    """The labels of the Traffic Light Protocol 2.0, the strictest first."""

    RED = "red"
    AMBER_STRICT = "amber+strict"
    AMBER = "amber"
    GREEN = "green"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Marking:
    """A label (None for none) and a classification in the organisation's words (may be empty)."""

    tlp: Tlp | None = None
    classification: str = ""


NO_MARKING = Marking()
