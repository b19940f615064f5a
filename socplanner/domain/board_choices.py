"""How a board can be shown: its kinds of lanes, and the sizes of its cards."""

from typing import Literal

LaneKind = Literal[
    "area", "function", "sourcing", "accountable", "responsible", "finding", "hours", "change"
]
LANE_KINDS: tuple[LaneKind, ...] = (
    "area",
    "function",
    "sourcing",
    "accountable",
    "responsible",
    "finding",
    "hours",
    "change",
)
"""The usual kind is the first."""

CardSize = Literal["automatic", "small", "medium", "large"]
CARD_SIZES: tuple[CardSize, ...] = ("automatic", "small", "medium", "large")
"""The usual size is the first: the largest that fits."""
