"""The options of a picture of the plan: what it shows, on which paper, with which label."""

from dataclasses import dataclass
from enum import Enum

from socplanner.domain.board_choices import CARD_SIZES, LANE_KINDS, CardSize, LaneKind
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.marking import Tlp
from socplanner.domain.picture_choices import ROAD_MAP_ORDERS, USUAL_RESOLUTION
from socplanner.domain.role_coverage import Moment
from socplanner.domain.role_filter import NO_FILTER, RoleFilter


class PictureSubject(Enum):
    """What a picture shows."""

    BOARD = "board"
    MATRIX = "matrix"
    ROAD_MAP = "roadmap"
    MATURITY = "maturity"
    FLOW = "flow"
    REVIEW = "review"
    SUMMARY = "board-page"
    """One page for the board of directors."""
    TENDER = "tender"
    """A tender pack, of a plan as a vendor may see it; it has a command of its own."""


class Paper(Enum):
    """A paper, in landscape."""

    A4 = "a4"
    A3 = "a3"
    A2 = "a2"

    @property
    def millimetres(self) -> tuple[int, int]:
        """The width and the height of the paper."""
        return {"a4": (297, 210), "a3": (420, 297), "a2": (594, 420)}[self.value]


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """What a picture shows and how; the language is that of its words."""

    subject: PictureSubject
    phase: PhaseId
    paper: Paper = Paper.A4
    tlp: Tlp | None = None
    lanes: LaneKind = LANE_KINDS[0]
    """The kind of lanes of the board."""

    search: str = ""
    """Only roles that match this text are shown, as by the search of the window."""

    card_size: CardSize = CARD_SIZES[0]
    """The size of the cards of the board."""

    mirrored: bool = False
    """Whether left and right of the board are exchanged."""

    dots: int = USUAL_RESOLUTION
    """The dots an inch of a picture that is made of dots."""

    author: str = ""
    """The name beside the date; empty, there is none."""

    role_filter: RoleFilter = NO_FILTER
    """Only roles that pass it are shown."""

    order: str = ROAD_MAP_ORDERS[0]
    """The order of the moves of a road map, one of `ROAD_MAP_ORDERS`."""

    party: PartyId | None = None
    """The provider of a tender pack."""

    decision: str = ""
    """What the directors are to decide, on their page; lines to be filled in if it is empty."""

    flow: str = ""
    """The id of the flow that is shown; empty, all flows of the plan, or else all defaults."""

    moment: Moment | None = None
    """The moment at which the flow is walked through, None for its structure."""

    @property
    def has_conditions(self) -> bool:
        """Whether some roles may be left out."""
        return bool(self.search.strip()) or self.role_filter != NO_FILTER
