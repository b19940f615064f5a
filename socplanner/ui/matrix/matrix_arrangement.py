"""Which lines of the matrix are shown, and in which order: search, filter, folding, sorting.

None of it is an edit. A role that no longer passes the filter after an edit stays visible until
the filter or the order is set again, so that no line disappears while the planner edits it.
"""

from PySide6.QtCore import QObject, Signal

from socplanner.domain.ids import RoleId
from socplanner.domain.role_filter import NO_FILTER
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.role_filtering import wanted_roles
from socplanner.ui.kit.role_search import RoleSearch
from socplanner.ui.matrix.line_order import CANONICAL, LineOrder, Ranking, SortedBy
from socplanner.ui.matrix.matrix_lines import shown_lines
from socplanner.ui.matrix.matrix_model import MatrixModel


class MatrixArrangement(QObject):
    """Works out the lines that `MatrixModel` shows."""

    changing = Signal()
    """Other lines, or the lines in another order, are about to be shown."""

    changed = Signal()

    def __init__(self, model: MatrixModel, context: PlanContext, parent: QObject) -> None:
        """Begin with the lines that pass the filter, in the order of the catalogue."""
        super().__init__(parent)
        self._matrix = model
        self._checking = context.checking
        self._translator = context.translator
        self.filtering = context.filtering
        self._text = ""
        self._shown_too: frozenset[RoleId] = frozenset()
        self._wanted: frozenset[RoleId] | None = None
        self.order = CANONICAL
        self.folded: frozenset[str] = frozenset()
        model.modelReset.connect(self._on_model_reset)
        model.phase_shown.connect(self._arrange)
        model.columnsRemoved.connect(self._on_parties_changed)
        context.filtering.changed.connect(self._on_filter_changed)
        context.translator.language_changed.connect(self._on_language_changed)
        if context.filtering.role_filter != NO_FILTER:
            self._arrange()

    @property
    def is_filtered(self) -> bool:
        """Whether some roles are filtered out."""
        return self._wanted is not None

    @property
    def count(self) -> int:
        """How many roles pass the filter, folded away or not."""
        return self.total if self._wanted is None else len(self._wanted)

    @property
    def total(self) -> int:
        """How many roles the plan has."""
        return sum(not line.is_band for line in self._matrix.all_lines)

    def search(self, text: str) -> int:
        """Show only the roles that match `text`; return how many are shown."""
        if text != self._text:
            self._text, self._shown_too = text, frozenset()
            self._arrange()
        return self.count

    def sort(self, order: LineOrder) -> None:
        """Sort the lines by `order`."""
        self.order = order
        self._arrange()

    def fold(self, function: str, *, is_folded: bool) -> None:
        """Fold the roles of `function` away under its band, or show them again."""
        self.folded = self.folded | {function} if is_folded else self.folded - {function}
        self._arrange()

    def fold_all(self, *, are_folded: bool) -> None:
        """Fold every function, or none."""
        functions = (line.function for line in self._matrix.all_lines if line.is_band)
        self.folded = frozenset(functions) if are_folded else frozenset()
        self._arrange()

    def reveal(self, role: RoleId) -> None:
        """Show `role`: unfold its band, and show it in spite of the filter."""
        if self._matrix.row_of(role) >= 0:
            return
        line = next(
            (each for each in self._matrix.all_lines if each.role and each.role.id == role), None
        )
        if line is not None:
            self.folded -= {line.function}
            if self._wanted is not None and role not in self._wanted:
                self._shown_too |= {role}
            self._arrange()

    def clear(self) -> None:
        """Show every role in the order of the catalogue; the search is the window's."""
        self.order, self._shown_too = CANONICAL, frozenset()
        if self.filtering.role_filter == NO_FILTER:
            self._arrange()
        else:
            self.filtering.clear()

    def _arrange(self) -> None:
        self.changing.emit()
        model, words = self._matrix, self._translator.words
        search = RoleSearch(self._text, model.plan, words)
        roles = [line.role for line in model.all_lines if line.role is not None]
        duties = ((role, model.duty_of(role.id)) for role in roles)
        role_filter = self.filtering.role_filter
        wanted = wanted_roles(duties, role_filter, search, self._checking.of_role)
        self._wanted = None if wanted is None else wanted | self._shown_too
        # A match of the search is shown even in a folded band.
        folded = self.folded if search.is_empty and self.order.is_canonical else frozenset()
        lines = shown_lines(model.all_lines, self._wanted, folded)
        if not self.order.is_canonical:
            ranking = Ranking(model.plan, words, model.duty_of, self._checking.of_role)
            lines = ranking.in_order(lines, self.order)
        model.show(lines, self._wanted, folded)
        self.changed.emit()

    def _on_model_reset(self) -> None:
        self._shown_too = frozenset()
        self._forget_gone_party()
        self._arrange()

    def _on_parties_changed(self) -> None:
        if self._forget_gone_party():
            self._arrange()

    def _on_filter_changed(self) -> None:
        self._shown_too = frozenset()
        self._arrange()

    def _forget_gone_party(self) -> bool:
        """Stop sorting by a party that was removed; return whether that was so."""
        party_ids = {party.id for party in self._matrix.parties}
        if self.order.by is SortedBy.PARTY and self.order.party not in party_ids:
            self.order = CANONICAL
            return True
        return False

    def _on_language_changed(self) -> None:
        if self._text or self.order.by is SortedBy.NAME:
            self._arrange()
