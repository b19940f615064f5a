"""The part of the context menu about the letters, notes, waivers and copies of selected roles."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from socplanner.domain.assignment_edits import (
    PARTS,
    AssignParty,
    Part,
    UnassignParty,
    parties_with,
)
from socplanner.domain.checks.finding import Finding
from socplanner.domain.duty_edits import letter_toggle
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import UNDECIDED, symbols_in
from socplanner.domain.phases import duty
from socplanner.domain.plan import Duty, Party
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.language import Words
from socplanner.wording.terms import letter_label, party_name


class RoleMenu(QObject):
    """Adds commands for the roles that are selected when the menu opens."""

    note_requested = Signal()
    """The planner wants to write the note of the selected roles."""

    waive_requested = Signal(object)
    """Findings of the selected roles, to be waived."""

    def __init__(self, context: PlanContext, parent: QObject) -> None:
        """Work with the plan and the selection of `context`."""
        super().__init__(parent)
        self._context = context

    def extend(self, menu: QMenu) -> None:
        """Add the commands to `menu`."""
        words = self._context.translator.words
        duties = self._duties()
        for part in PARTS:
            self._add_part(menu, part, duties, words)
        self._add_letters(menu, duties, words)
        menu.addSeparator()
        menu.addAction(words.tr("&Note…")).triggered.connect(self.note_requested)
        waive = menu.addAction(words.tr("&Waive findings…"))
        waive.setEnabled(bool(self._findings()))
        waive.triggered.connect(self._waive)

    def _add_part(self, menu: QMenu, part: Part, duties: list[Duty], words: Words) -> None:
        """Add a submenu of parties; those that have the part in all roles are checked."""
        plan = self._context.document.plan
        is_accountable = part == "accountable"
        title = words.tr("&Accountable") if is_accountable else words.tr("&Responsible")
        present = [parties_with(plan, each, part) for each in duties]
        submenu = self._submenu(menu, title, self._assign)
        for party in plan.parties:
            is_checked = all(party.id in parties for parties in present)
            _add_choice(submenu, f"{part}:{party.id}", party_name(party, words), is_checked)

    def _add_letters(self, menu: QMenu, duties: list[Duty], words: Words) -> None:
        """Add a submenu of parties, each with the letters."""
        submenu = menu.addMenu(words.tr("&Letters"))
        for party in self._context.document.plan.parties:
            name = party_name(party, words).replace("&", "&&")
            self._fill_letters(self._submenu(submenu, name, self._toggle), party, duties, words)

    def _fill_letters(self, menu: QMenu, party: Party, duties: list[Duty], words: Words) -> None:
        cells = [
            symbols_in(each.letters[party.id]) if party.id in each.letters else ()
            for each in duties
        ]
        for letter in (*self._context.document.plan.letter_set.letters, UNDECIDED):
            is_checked = all(letter.symbol in cell for cell in cells)
            label = letter_label(letter, words)
            _add_choice(menu, f"{letter.symbol}:{party.id}", label, is_checked)

    def _submenu(self, menu: QMenu, title: str, chosen: Callable[[QAction], None]) -> QMenu:
        submenu = menu.addMenu(title)
        submenu.triggered.connect(chosen)
        return submenu

    def _assign(self, action: QAction) -> None:
        """Make the chosen party responsible, or the only accountable one; or remove it again."""
        name, party = _choice(action)
        part: Part = "accountable" if name == "accountable" else "performs"
        phase, roles = self._context.viewpoint.phase, frozenset(self._context.viewpoint.roles)
        if action.isChecked():
            edit = AssignParty(phase, roles, part, party, is_only=part == "accountable")
            self._context.document.try_perform(edit)
        else:
            self._context.document.try_perform(UnassignParty(phase, roles, part, party))

    def _toggle(self, action: QAction) -> None:
        symbol, party = _choice(action)
        document, viewpoint = self._context.document, self._context.viewpoint
        edit = letter_toggle(document.plan, viewpoint.phase, viewpoint.roles, party, symbol)
        document.try_perform(edit)

    def _waive(self) -> None:
        self.waive_requested.emit(self._findings())

    def _findings(self) -> tuple[Finding, ...]:
        checking = self._context.checking
        roles = self._context.viewpoint.roles
        return tuple(each for role in roles for each in checking.of_role(role))

    def _duties(self) -> list[Duty]:
        plan, viewpoint = self._context.document.plan, self._context.viewpoint
        return [duty(plan, viewpoint.phase, role) for role in viewpoint.roles]


def _add_choice(menu: QMenu, choice: str, label: str, is_checked: bool) -> None:
    action = menu.addAction(label.replace("&", "&&"))
    action.setObjectName(choice)
    action.setCheckable(True)
    action.setChecked(is_checked)


def _choice(action: QAction) -> tuple[str, PartyId]:
    """Return the letter or the part of a choice, and its party."""
    name, _, party = action.objectName().partition(":")
    return name, PartyId(party)
