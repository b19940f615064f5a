"""What the gestures of a soak choose from: commands, keys and sizes, and how often each is made."""

from collections.abc import Iterator

from socplanner.services.settings import THEMES
from socplanner.ui.shell.views import VIEW_IDS
from tests.reliability.soaking.hands import ALT, CTRL, NONE, SHIFT, Key

GESTURES: dict[str, int] = {
    "letters": 14,
    "cursor": 12,
    "matrix_commands": 7,
    "clipboard": 5,
    "delete": 1,
    "matrix_mouse": 6,
    "cards": 6,
    "card_mouse": 5,
    "drag": 6,
    "undo": 12,
    "redo": 6,
    "save": 2,
    "show_view": 4,
    "use_view": 12,
    "use_strip": 4,
    "clear_filter": 2,
    "phase": 3,
    "role_commands": 5,
    "look": 4,
    "appearance": 1,
    "size": 1,
    "search": 3,
    "palette": 3,
    "inspector": 8,
    "note": 4,
    "parties": 3,
    "checks": 4,
    "bar": 2,
    "notice": 2,
    "dialog": 7,
    "beside": 4,
    "start_page": 1,
    "wait": 1,
}
"""How often each gesture is made, by the name of its method."""

_LANES = ("area", "function", "sourcing", "accountable", "responsible", "finding", "hours")
LOOKS = (
    *(f"lanes-{each}" for each in (*_LANES, "change")),
    *("unfold-lanes", "mirror-areas", "cards-small", "cards-medium", "cards-large"),
    *("cards-automatic", "reduce-motion", "show-changes", "show-changes"),
    *("show-parties", "show-inspector", "show-checks", "next-panel", "previous-panel"),
)
ROLES = (
    *("move-I", "move-II", "move-III", "move-IV", "move-none"),
    *("sourcing-insource", "sourcing-outsource", "sourcing-both", "sourcing-not-carried-out"),
    *("sourcing-undecided", "hours"),
)
DIALOGS = (
    *("organisation", "pattern", "parties", "custom-roles", "letter-set", "thresholds"),
    *("assessments", "weights", "phases", "phase-terms", "compare-phase", "compare-phase"),
    *("conflicts", "add-post", "add-work", "queue", "what-if", "calendar"),
    *("staffing-assumptions", "add-contract", "cost-assumptions", "add-flow", "adopt-flows"),
    *("tabletop", "exercises", "counterparts", "add-duty", "service-terms", "tender", "bids"),
    *("settings", "shortcuts", "about", "history", "history", "versions", "compare-file"),
    *("recover", "export", "export-picture", "tender-pack", "summary", "import"),
)
NEVER = frozenset({"quit", "print", "guide", "open", "new", "tour", "save-as", "save-copy"})
"""Commands that end the program, open another plan, or need another program."""

SIZES = ((1280, 800), (1024, 700), (1600, 1000), (1366, 768))
MOVES = (
    *((Key.Key_Down, NONE), (Key.Key_Up, NONE), (Key.Key_Right, NONE), (Key.Key_Left, NONE)),
    *((Key.Key_Down, SHIFT), (Key.Key_Right, SHIFT), (Key.Key_Down, SHIFT), (Key.Key_Up, SHIFT)),
    *((Key.Key_Down, CTRL), (Key.Key_Left, CTRL), (Key.Key_Home, CTRL), (Key.Key_End, NONE)),
    *((Key.Key_PageDown, NONE), (Key.Key_PageUp, NONE), (Key.Key_Tab, NONE), (Key.Key_A, CTRL)),
    *((Key.Key_Space, SHIFT), (Key.Key_Space, CTRL), (Key.Key_Right, CTRL | SHIFT)),
)
COMMANDS = (
    *((Key.Key_Delete, NONE), (Key.Key_D, CTRL), (Key.Key_R, CTRL), (Key.Key_Return, CTRL)),
    *((Key.Key_Minus, NONE), (Key.Key_Plus, NONE), (Key.Key_Minus, CTRL), (Key.Key_Plus, CTRL)),
    *((Key.Key_Left, ALT), (Key.Key_Right, ALT), (Key.Key_Minus, ALT), (Key.Key_Down, ALT)),
    *((Key.Key_Escape, NONE), (Key.Key_F2, NONE), (Key.Key_Space, NONE), (Key.Key_Return, NONE)),
)
MODIFIERS = (NONE, NONE, NONE, CTRL, SHIFT)


def every_look() -> Iterator[str]:
    """Yield commands that show each view in each size, theme and language."""
    for size in ("text-125", "text-100"):
        for theme in THEMES:
            for language in ("ja", "en"):
                yield from (size, theme, language, *VIEW_IDS)
