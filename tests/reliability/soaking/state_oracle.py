"""What the window shows has to follow from the plan: selection, findings, views and journal."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QWidget

from socplanner.domain.checks.run import check_phase
from socplanner.domain.checks.split_findings import split_by_waivers
from socplanner.domain.history import History
from socplanner.domain.phases import duty
from socplanner.formats.journal.journal_text import journal_of
from socplanner.formats.plan.plan_yaml import loads
from socplanner.services.catalogues import catalogue_of
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.recovery.journal_writer import Snapshot
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.matrix.matrix_view import MatrixView
from socplanner.ui.shell.views import VIEWS
from socplanner.ui.staffing.staffing_view import StaffingView
from tests.reliability.soaking.running import SoakedProgram, Troubles
from tests.support.contexts import context_of

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_SAMPLE = 60
"""Cells of a model that are compared."""


class StateOracle:
    """Compares what the window has with what is made for its plan from the start."""

    def __init__(self, soaked: SoakedProgram, troubles: Troubles, dice: Random) -> None:
        """Compare the window of `soaked`; `dice` choose the cells."""
        self._soaked = soaked
        self._window = soaked.window
        self._document = soaked.document
        self._note = troubles.note
        self._dice = dice

    def compare_selection(self) -> None:
        """Compare phase, roles and cursors with the plan and with each other."""
        plan, viewpoint = self._document.plan, self._window.viewpoint
        if plan.phase(viewpoint.phase) is None:
            self._note("a phase is in view that the plan has not")
        roles = {role.id for role in plan.roles()}
        if not roles.issuperset(viewpoint.roles):
            self._note("roles are selected that the plan has not")
        board = self._window.area.view("board")
        if board is not None:
            shown = frozenset(board.list.selected_roles())  # type: ignore[attr-defined]
            if shown != frozenset(viewpoint.roles):
                odd = sorted(shown ^ frozenset(viewpoint.roles))
                self._note(f"board and window have other roles selected: {odd}")
        matrix = self._window.area.view("matrix")
        if matrix is not None:
            self._compare_cells(matrix)

    def _compare_cells(self, matrix: PlanView) -> None:
        """Compare cells of the matrix with the plan, and the cursor with its size."""
        model, table = matrix.model, matrix.table  # type: ignore[attr-defined]
        plan, phase = self._document.plan, self._window.viewpoint.phase
        if [each.id for each in model.parties] != [each.id for each in plan.parties]:
            self._note("the matrix has other parties than the plan")
            return
        at = table.currentIndex()
        if at.isValid() and not (at.row() < model.rowCount() and at.column() < len(plan.parties)):
            self._note("the cursor of the matrix is outside of it")
        if table.model().rowCount() != len(model.lines):
            self._note("the matrix has other rows than lines")
        for line in self._dice.sample(range(len(model.lines)), min(5, len(model.lines))):
            role = model.lines[line].role
            if role is None:
                continue
            letters = duty(plan, phase, role.id).letters
            shown = [model.cell(line, column) for column in range(len(plan.parties))]
            if shown != [letters.get(party.id, "") for party in plan.parties]:
                self._note(f"the matrix has other letters of {role.code} than the plan")

    def compare_findings(self) -> None:
        """Compare the findings in view with those of the whole plan, checked from the start."""
        plan, checking = self._document.plan, self._window.checking
        phase = self._window.viewpoint.phase
        split = split_by_waivers(check_phase(plan, phase), plan.waivers, checking.today)
        if sorted(map(repr, checking.all())) != sorted(map(repr, split.counting)):
            self._note(f"findings {len(checking.all())}, fresh ones {len(split.counting)}")
        if sorted(map(repr, checking.waived())) != sorted(map(repr, split.waived)):
            self._note("waived findings differ from fresh ones")

    def compare_journal(self) -> None:
        """Recover from the journal, and compare with the plan on the screen."""
        recovery = self._soaked.recovery
        if not recovery.keep_work():
            self._note("the work cannot be kept")
            return
        journaling = recovery._journaling
        place = None if journaling is None else journaling.place
        if self._document.is_saved:
            return
        if place is None:
            self._note("there is no journal")
            return
        journal = journal_of(place.read_bytes())
        plan = loads(journal.parts.text().encode(), catalogue_of).plan
        shown = Snapshot(self._document.history, self._document.pending_edits).plan
        if journal.is_damaged or plan != shown:
            self._note("the journal recovers another plan")

    def compare_view(self) -> None:
        """Compare the view that is shown with one that is made now for the same plan."""
        live = self._window.area.current_view()
        if isinstance(live, MatrixView):
            arrangement = live.arrangement
            if arrangement.is_filtered or not arrangement.order.is_canonical:
                return  # lines stay where they are until the filter or the order is set again
        if isinstance(live, StaffingView) and live.model._state is not None:
            return  # a state that is chosen for the moment is not remembered
        spec = next(each for each in VIEWS if self._window.actions_[each.id].isChecked())
        if live is None or not live.isVisible() or self._window.area.view(spec.id) is not live:
            return
        document = Document(History.of(self._document.plan))
        fresh = self._fresh(spec.make, document, live)
        self._soaked.work()
        for before, after in zip(_lists(live), _lists(fresh), strict=False):
            text = self._difference(before.model(), after.model())
            if text:
                self._note(f"{spec.id}, {type(before).__name__}: {text}")
        fresh.close()
        fresh.deleteLater()
        document.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _fresh(self, make: object, document: Document, live: PlanView) -> PlanView:
        context = self._window.context
        checking = Checking(document)
        new = context_of(document, context.translator, checking=checking)
        for follower in (new.viewpoint, checking, new.tally):
            follower.look_at_phase(context.viewpoint.phase)
        new.board.choose(context.board.choices)
        new.filtering.filter(context.filtering.role_filter)
        new.viewpoint.select(context.viewpoint.roles)
        new.week.look_at_any_week(context.week.moment)
        new.week.look_at_day(context.week.day)
        new.changes.turn(is_on=context.changes.is_on)
        fresh: PlanView = make(new, None)  # type: ignore[operator]
        fresh.restore(live.remembered())
        fresh.resize(live.size())
        fresh.set_filter(self._window.strip.search.text())
        fresh.show()
        return fresh

    def _difference(self, live: QAbstractItemModel, fresh: QAbstractItemModel) -> str:
        """Return what differs between two models, or nothing."""
        sizes = (_size(live), _size(fresh))
        if sizes[0] != sizes[1]:
            return f"{sizes[0]} cells, a new one has {sizes[1]}"
        rows, columns = sizes[0]
        if not rows or not columns:
            return ""
        for _ in range(_SAMPLE):
            row, column = self._dice.randrange(rows), self._dice.randrange(columns)
            for role in _ROLES:
                shown = live.index(row, column, QModelIndex()).data(role)
                wanted = fresh.index(row, column, QModelIndex()).data(role)
                if str(shown) != str(wanted):
                    return f"{row},{column} has {shown!r}, a new one {wanted!r}"
        return ""


def _size(model: QAbstractItemModel) -> tuple[int, int]:
    is_list = isinstance(model, QAbstractListModel)  # Qt hides how many columns it has
    return model.rowCount(QModelIndex()), 1 if is_list else model.columnCount(QModelIndex())


def _lists(view: QWidget) -> Iterator[QAbstractItemView]:
    """Yield the lists and tables of `view` that a planner sees, in the order of their making."""
    for each in view.findChildren(QAbstractItemView):
        if each.isVisible() and each.model() is not None and not isinstance(each, QHeaderView):
            yield each
