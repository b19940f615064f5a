"""The options of `socplanner export` for pictures."""

from socplanner.cli.option import Option
from socplanner.domain.board_choices import CARD_SIZES, LANE_KINDS
from socplanner.domain.marking import Tlp
from socplanner.domain.picture_choices import PAPERS, RESOLUTIONS, ROAD_MAP_ORDERS, SUBJECTS
from socplanner.wording.language import N_

NO_TLP = "none"
_TLPS = (NO_TLP, *(each.value for each in reversed(Tlp)))

SUBJECT = Option(
    "--what",
    N_("For a picture: what it shows; the board if omitted."),
    "|".join(SUBJECTS),
    SUBJECTS,
)
PAPER = Option(
    "--paper",
    N_("For a picture: its paper, in landscape; A4 if omitted."),
    "|".join(PAPERS),
    PAPERS,
)
TLP = Option(
    "--tlp",
    N_("For a picture: its TLP label; that of the plan if omitted."),
    "|".join(_TLPS),
    _TLPS,
)
LANES = Option(
    "--lanes",
    N_("For a picture of the board: its lanes; areas if omitted."),
    "|".join(LANE_KINDS),
    LANE_KINDS,
)
CARDS = Option(
    "--cards",
    N_("For a picture of the board: the size of cards."),
    "|".join(CARD_SIZES),
    CARD_SIZES,
)
ORDER = Option(
    "--order",
    N_("For a picture of the road map: the order of its moves; by role if omitted."),
    "|".join(ROAD_MAP_ORDERS),
    ROAD_MAP_ORDERS,
)
FIND = Option(
    "--find",
    N_("For a picture: show only roles that match, as in the search of the window."),
    "TEXT",
)
FLOW_OF_PICTURE = Option(
    "--flow", N_("For a picture of flows: the flow that is shown; all if omitted."), "ID"
)
MOMENT_OF_PICTURE = Option(
    "--at",
    N_("For a picture of flows: the moment of a walk-through; the structure if omitted."),
    "MOMENT",
)
DOTS = Option(
    "--dpi",
    N_("For a .png: dots per inch; 300 if omitted."),
    "|".join(RESOLUTIONS),
    RESOLUTIONS,
)
DECISION = Option(
    "--decision",
    N_("For the page for the directors: what they are to decide; lines to fill in if omitted."),
    "TEXT",
)
PICTURE_OPTIONS = (
    *(SUBJECT, PAPER, TLP, LANES, CARDS, ORDER, FIND, DOTS, DECISION),
    *(FLOW_OF_PICTURE, MOMENT_OF_PICTURE),
)
