"""Every command of the window in one table: menus, toolbar, shortcuts and help come from it."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from socplanner.services.settings import TEXT_SIZES
from socplanner.ui.kit.view_spec import ViewSpec
from socplanner.wording.language import N_

Keys = QKeySequence.StandardKey | str | None


class Menu(Enum):
    """The menus of the bar, by their titles."""

    FILE = N_("&File")
    EDIT = N_("&Edit")
    VIEW = N_("&View")
    PLAN = N_("&Plan")
    HELP = N_("&Help")


class ActionSpec(NamedTuple):
    """A command: its id, its text, its place in the menus, and its shortcut.

    Of the checkable commands of one `group` one is checked; `begins` adds a separator above.
    """

    id: str
    text: str
    menu: Menu
    keys: Keys = None
    is_checkable: bool = False
    group: str = ""
    begins: bool = False
    submenu: str = ""
    more_keys: tuple[str, ...] = ()
    """Further shortcuts, as other programs have them."""


_K = QKeySequence.StandardKey
_RECENT = N_("Open &recent")
_SAMPLE = N_("Open a sa&mple")
_MOVE = N_("&Move to")
_SOURCING = N_("&Sourcing")
_LANGUAGE = N_("&Language")
_APPEARANCE = N_("&Appearance")
_TEXT = N_("Te&xt size")
_CARDS = N_("Card si&ze")
_LANES = N_("Lan&es")
_STAFFING = N_("S&taffing")
_COST = N_("&Cost")
_FLOWS = N_("Flo&ws")
_GO = N_("&Go to")
_TENDER = N_("Te&nders")
_SHARING = N_("&Sharing")

_COMMON = (
    ActionSpec("new", N_("&New plan…"), Menu.FILE, _K.New),
    ActionSpec("open", N_("&Open…"), Menu.FILE, _K.Open),
    ActionSpec("recent", "", Menu.FILE, submenu=_RECENT),
    ActionSpec("sample", "", Menu.FILE, submenu=_SAMPLE),
    ActionSpec("save", N_("&Save"), Menu.FILE, _K.Save, begins=True),
    ActionSpec("save-as", N_("Save &as…"), Menu.FILE, "Ctrl+Shift+S"),
    ActionSpec("save-copy", N_("Save a &copy…"), Menu.FILE),
    ActionSpec("recover", N_("Recovered &work…"), Menu.FILE),
    ActionSpec("versions", N_("Earlier &versions…"), Menu.FILE),
    ActionSpec("export", N_("&Export matrix…"), Menu.FILE, "Ctrl+E", begins=True),
    ActionSpec("tender-pack", N_("Tender pac&k…"), Menu.FILE),
    ActionSpec("export-picture", N_("Export pict&ure…"), Menu.FILE, "Ctrl+Shift+E"),
    ActionSpec("print", N_("&Print…"), Menu.FILE, "Ctrl+Alt+P"),
    ActionSpec("summary", N_("Page for the &directors…"), Menu.FILE),
    ActionSpec("import", N_("&Import matrix…"), Menu.FILE, "Ctrl+I"),
    ActionSpec("import-scores", N_("Import se&lf-check…"), Menu.FILE),
    ActionSpec("compare-file", N_("Compare with &file…"), Menu.FILE, begins=True),
    ActionSpec("compare-version", N_("Compare wit&h an earlier version…"), Menu.FILE),
    ActionSpec("start", N_("S&tart page"), Menu.FILE, begins=True),
    ActionSpec("quit", N_("&Quit"), Menu.FILE, "Ctrl+Q", begins=True),
    ActionSpec("undo", N_("&Undo"), Menu.EDIT, _K.Undo),
    ActionSpec("redo", N_("&Redo"), Menu.EDIT, _K.Redo, more_keys=("Ctrl+Y",)),
    ActionSpec("history", N_("&History…"), Menu.EDIT, "Ctrl+Alt+Z"),
    ActionSpec("cut", N_("Cu&t"), Menu.EDIT, _K.Cut, begins=True),
    ActionSpec("copy", N_("&Copy"), Menu.EDIT, _K.Copy),
    ActionSpec("paste", N_("&Paste"), Menu.EDIT, _K.Paste),
    ActionSpec("delete", N_("&Delete"), Menu.EDIT, "Del"),
    ActionSpec("select-all", N_("Select &all"), Menu.EDIT, _K.SelectAll),
    ActionSpec("palette", N_("Fi&nd and command palette…"), Menu.EDIT, "Ctrl+K", begins=True),
    ActionSpec("find", N_("&Find…"), Menu.EDIT, _K.Find),
    ActionSpec("find-next", N_("Find ne&xt"), Menu.EDIT, "F3"),
    ActionSpec("find-previous", N_("Find pre&vious"), Menu.EDIT, "Shift+F3"),
    ActionSpec("move-I", "I", Menu.EDIT, "Alt+1", submenu=_MOVE, begins=True),
    ActionSpec("move-II", "II", Menu.EDIT, "Alt+2", submenu=_MOVE),
    ActionSpec("move-III", "III", Menu.EDIT, "Alt+3", submenu=_MOVE),
    ActionSpec("move-IV", "IV", Menu.EDIT, "Alt+4", submenu=_MOVE),
    ActionSpec("move-none", N_("Not placed"), Menu.EDIT, "Alt+0", submenu=_MOVE),
    ActionSpec("sourcing-insource", N_("&In-house"), Menu.EDIT, submenu=_SOURCING),
    ActionSpec("sourcing-outsource", N_("&Outsourced"), Menu.EDIT, submenu=_SOURCING),
    ActionSpec("sourcing-both", N_("&Both"), Menu.EDIT, submenu=_SOURCING),
    ActionSpec("sourcing-not-carried-out", N_("&Not performed"), Menu.EDIT, submenu=_SOURCING),
    ActionSpec("sourcing-undecided", N_("&Undecided"), Menu.EDIT, submenu=_SOURCING),
    ActionSpec("hours", N_("H&ours…"), Menu.EDIT, "Ctrl+Shift+T"),
    ActionSpec("settings", N_("S&ettings…"), Menu.EDIT, "Ctrl+,", begins=True),
    ActionSpec(
        "previous-phase",
        N_("Previous p&hase"),
        Menu.VIEW,
        "Ctrl+PgUp",
        begins=True,
        submenu=_GO,
    ),
    ActionSpec("next-phase", N_("&Next phase"), Menu.VIEW, "Ctrl+PgDown", submenu=_GO),
    ActionSpec("next-finding", N_("Next &finding"), Menu.VIEW, "F4", submenu=_GO),
    ActionSpec("previous-finding", N_("Previous findin&g"), Menu.VIEW, "Shift+F4", submenu=_GO),
    ActionSpec("next-panel", N_("Nex&t panel"), Menu.VIEW, "F6", submenu=_GO),
    ActionSpec("previous-panel", N_("&Previous panel"), Menu.VIEW, "Shift+F6", submenu=_GO),
    ActionSpec("show-changes", N_("Sho&w changes between phases"), Menu.VIEW, "Ctrl+Shift+D", True),
    ActionSpec("show-parties", N_("Show pa&rties"), Menu.VIEW, "F7", True, begins=True),
    ActionSpec("show-inspector", N_("Show &inspector"), Menu.VIEW, "F8", True),
    ActionSpec("show-checks", N_("Show chec&ks"), Menu.VIEW, "F9", True),
    ActionSpec(
        "lanes-area", N_("&Area"), Menu.VIEW, None, True, "lanes", begins=True, submenu=_LANES
    ),
    ActionSpec("lanes-function", N_("&Function"), Menu.VIEW, None, True, "lanes", submenu=_LANES),
    ActionSpec("lanes-sourcing", N_("&Sourcing"), Menu.VIEW, None, True, "lanes", submenu=_LANES),
    ActionSpec(
        "lanes-accountable",
        N_("A&ccountable party"),
        Menu.VIEW,
        None,
        True,
        "lanes",
        submenu=_LANES,
    ),
    ActionSpec(
        "lanes-responsible",
        N_("&Responsible party"),
        Menu.VIEW,
        None,
        True,
        "lanes",
        submenu=_LANES,
    ),
    ActionSpec("lanes-finding", N_("F&indings"), Menu.VIEW, None, True, "lanes", submenu=_LANES),
    ActionSpec("lanes-hours", N_("H&ours"), Menu.VIEW, None, True, "lanes", submenu=_LANES),
    ActionSpec(
        "lanes-change",
        N_("C&hange from the phase before"),
        Menu.VIEW,
        None,
        True,
        "lanes",
        submenu=_LANES,
    ),
    ActionSpec("unfold-lanes", N_("&Unfold all lanes"), Menu.VIEW, submenu=_LANES),
    ActionSpec("mirror-areas", N_("Mirr&or the areas"), Menu.VIEW, None, True),
    ActionSpec(
        "cards-automatic", N_("&Automatic"), Menu.VIEW, None, True, "card-size", submenu=_CARDS
    ),
    ActionSpec("cards-small", N_("&Small"), Menu.VIEW, None, True, "card-size", submenu=_CARDS),
    ActionSpec("cards-medium", N_("Me&dium"), Menu.VIEW, None, True, "card-size", submenu=_CARDS),
    ActionSpec("cards-large", N_("&Large"), Menu.VIEW, None, True, "card-size", submenu=_CARDS),
    ActionSpec(
        "ja",
        "日本語",
        Menu.VIEW,
        None,
        True,
        "language",
        begins=True,
        submenu=_LANGUAGE,
    ),
    ActionSpec("en", "English", Menu.VIEW, None, True, "language", submenu=_LANGUAGE),
    ActionSpec("system", N_("&System"), Menu.VIEW, None, True, "theme", submenu=_APPEARANCE),
    ActionSpec("light", N_("&Light"), Menu.VIEW, None, True, "theme", submenu=_APPEARANCE),
    ActionSpec("dark", N_("&Dark"), Menu.VIEW, None, True, "theme", submenu=_APPEARANCE),
    ActionSpec(
        "light-contrast",
        N_("Light, &high contrast"),
        Menu.VIEW,
        None,
        True,
        "theme",
        submenu=_APPEARANCE,
    ),
    ActionSpec(
        "dark-contrast",
        N_("Dark, high &contrast"),
        Menu.VIEW,
        None,
        True,
        "theme",
        submenu=_APPEARANCE,
    ),
    *(
        ActionSpec(f"text-{size}", f"{size}%", Menu.VIEW, None, True, "text-size", submenu=_TEXT)
        for size in TEXT_SIZES
    ),
    ActionSpec("reduce-motion", N_("Red&uce motion"), Menu.VIEW, None, True),
    ActionSpec("organisation", N_("&Organisation…"), Menu.PLAN),
    ActionSpec("pattern", N_("Apply a &pattern…"), Menu.PLAN, "Ctrl+P"),
    ActionSpec("parties", N_("&Add a party…"), Menu.PLAN, "Ctrl+Shift+P", begins=True),
    ActionSpec("custom-roles", N_("Custom &roles…"), Menu.PLAN, "Ctrl+Shift+R"),
    ActionSpec("letter-set", N_("&Letter set…"), Menu.PLAN),
    ActionSpec("thresholds", N_("Chec&k thresholds…"), Menu.PLAN),
    ActionSpec("assessments", N_("Ass&essments…"), Menu.PLAN, begins=True),
    ActionSpec("weights", N_("Wei&ghts of the gaps…"), Menu.PLAN),
    ActionSpec("phases", N_("P&hases…"), Menu.PLAN, "Ctrl+Shift+H"),
    ActionSpec("phase-terms", N_("&Days and budget of the phase…"), Menu.PLAN),
    ActionSpec("compare-phase", N_("Co&mpare with another phase…"), Menu.PLAN),
    ActionSpec("conflicts", N_("Con&flicts…"), Menu.PLAN),
    ActionSpec("add-post", N_("Add a &post…"), Menu.PLAN, begins=True, submenu=_STAFFING),
    ActionSpec("add-work", N_("Add &work…"), Menu.PLAN, submenu=_STAFFING),
    ActionSpec("queue", N_("Seats for a &queue…"), Menu.PLAN, submenu=_STAFFING),
    ActionSpec("what-if", N_("W&hat if…"), Menu.PLAN, submenu=_STAFFING),
    ActionSpec("calendar", N_("Ca&lendar…"), Menu.PLAN, submenu=_STAFFING),
    ActionSpec("staffing-assumptions", N_("&Assumptions…"), Menu.PLAN, submenu=_STAFFING),
    ActionSpec("add-contract", N_("Add a &contract…"), Menu.PLAN, submenu=_COST),
    ActionSpec("cost-assumptions", N_("&Assumptions…"), Menu.PLAN, submenu=_COST),
    ActionSpec("add-flow", N_("Add a &flow…"), Menu.PLAN, submenu=_FLOWS),
    ActionSpec("adopt-flows", N_("A&dopt all default flows"), Menu.PLAN, submenu=_FLOWS),
    ActionSpec("tabletop", N_("&Tabletop exercise…"), Menu.PLAN, submenu=_FLOWS),
    ActionSpec("exercises", N_("&Exercises…"), Menu.PLAN, submenu=_FLOWS),
    ActionSpec("counterparts", N_("&Counterparts…"), Menu.PLAN, submenu=_SHARING),
    ActionSpec("add-duty", N_("Add a &reporting duty…"), Menu.PLAN, submenu=_SHARING),
    ActionSpec("service-terms", N_("&Service terms…"), Menu.PLAN, submenu=_TENDER),
    ActionSpec("tender", N_("&Tender…"), Menu.PLAN, submenu=_TENDER),
    ActionSpec("bids", N_("&Compare bids…"), Menu.PLAN, submenu=_TENDER),
    ActionSpec("guide", N_("Your &first plan"), Menu.HELP),
    ActionSpec("tour", N_("&Tour"), Menu.HELP),
    ActionSpec("shortcuts", N_("&Keyboard shortcuts"), Menu.HELP, "F1"),
    ActionSpec("about", N_("&About socplanner"), Menu.HELP),
)


def action_table(views: Iterable[ViewSpec]) -> tuple[ActionSpec, ...]:
    """Return every command of a window with these `views`, in the order of its menus."""
    shown = (
        ActionSpec(view.id, view.title, Menu.VIEW, view.shortcut, True, "view") for view in views
    )
    return (*shown, *_COMMON)
