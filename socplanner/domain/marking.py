"""How far a plan may travel: its TLP label, and the organisation's own classification."""

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
    """A label, a classification in the organisation's own words, both or neither."""

    tlp: Tlp | None = None
    classification: str = ""


NO_MARKING = Marking()
