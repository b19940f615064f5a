"""The rows of a table of roles, one a role: all that were computed, and those that are shown."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from socplanner.domain.catalogue import Role
from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Duty
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.shown_model import NO_PARENT, Index, ShownModel
from socplanner.wording.terms import role_label


class DutyRow(Protocol):
    """What every row has: a role, and its duty in the phase in view."""

    @property
    def role(self) -> Role:
        """The role of the row."""
        ...

    @property
    def duty(self) -> Duty:
        """Its duty in the phase in view."""
        ...


Row = TypeVar("Row", bound=DutyRow)


class RoleRows(ShownModel, Generic[Row]):
    """A model of roles. Search and filter hide rows and change no figure of the view."""

    figures_changed = Signal()
    """Other roles or values: what a view counts over all rows is another."""

    def __init__(
        self, context: PlanContext, titles: Mapping[int, str], parent: QObject | None = None
    ) -> None:
        """Begin with no rows; `titles` are the messages of the columns."""
        super().__init__(context, titles, parent)
        self._wanted: Collection[RoleId] | None = None
        self.every_row: list[Row] = []
        """All rows, those that are not shown too."""

        self.rows: list[Row] = []
        """The rows that are shown."""

        self._places: dict[RoleId, int] = {}
        context.translator.language_changed.connect(self.emit_all_changed)

    def computed_rows(self) -> Iterable[Row]:
        """Return the rows of the phase in view."""
        raise NotImplementedError

    def arranged_rows(self) -> Iterable[Row]:
        """Return those of `every_row` that are shown without search and filter, in their order."""
        return self.every_row

    @override
    def refresh(self) -> None:
        self.every_row = list(self.computed_rows())
        self.show_rows()
        self.emit_all_changed()
        self.figures_changed.emit()

    def show_roles(self, wanted: Collection[RoleId] | None) -> None:
        """Show only the roles `wanted`; None shows all."""
        self._wanted = wanted
        self.show_rows()

    def show_rows(self) -> None:
        """Show the rows that pass; the same roles in the same order are no reset."""
        wanted = self._wanted
        rows = [each for each in self.arranged_rows() if wanted is None or each.role.id in wanted]
        if [each.role.id for each in rows] == [each.role.id for each in self.rows]:
            self.rows = rows
            return
        self.beginResetModel()
        self.rows = rows
        # Before the reset ends: views that follow it need the places of the new rows.
        self._places = {each.role.id: place for place, each in enumerate(rows)}
        self.endResetModel()

    def emit_all_changed(self) -> None:
        """Announce that every cell and title may have another text."""
        if self.rows:
            last = self.index(len(self.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def names(self, most: int) -> list[str]:
        """Return the names of the roles of the first `most` rows."""
        return [role_label(row.role, self.words) for row in self.rows[:most]]

    def place_of(self, role: RoleId) -> int:
        """Return the row of `role`, or -1 where it is not shown."""
        return self._places.get(role, -1)

    def place_after(self, place: int, step: int, finds: Callable[[Row], bool]) -> int:
        """Return the next row from `place` that `finds` accepts, past the end too, or -1."""
        count = len(self.rows)
        places = ((place + step * distance) % count for distance in range(1, count + 1))
        return next((each for each in places if finds(self.rows[each])), -1)

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)
