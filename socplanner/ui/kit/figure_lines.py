"""Lines of figures, such as parties with their posts: each number of a cell has its formula."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt

from socplanner.domain.catalogue import PartyKind
from socplanner.domain.staffing.calculation import Figure
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.shown_model import NO_PARENT, READ_ROLES, Index, ShownModel

NAME = 0
"""The column of the names; the others have figures."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A line of a party, of a part of it such as a post, or of a total: `kind` is what it is.

    A line with `initials` has the chip of its party; a part stands below its party, moved to the
    right. `about` follows the name; `remark` is the tooltip, else name and `about` are.
    """

    kind: str
    id: str
    name: str
    figures: Mapping[int, Figure]
    initials: str = ""
    party_kind: PartyKind = "internal"
    about: str = ""
    remark: str = ""
    is_part: bool = False


Line = TypeVar("Line", bound=FigureLine)


class FigureLines(ShownModel, Generic[Line]):
    """A model of lines, which are all computed together."""

    def __init__(
        self,
        context: PlanContext,
        titles: Mapping[int, str],
        first_number: int,
        parent: QObject | None = None,
    ) -> None:
        """Begin without lines; the subclass calls `refresh` once it can."""
        super().__init__(context, titles, parent, first_number=first_number)
        self.lines: list[Line] = []
        context.translator.language_changed.connect(self.request_refresh)

    def computed_lines(self) -> Iterable[Line]:
        """Return the lines of the phase in view."""
        raise NotImplementedError

    def number_text(self, figure: Figure, column: int) -> str:
        """Return the value of `figure` as the cells of `column` show it."""
        raise NotImplementedError

    def figure(self, row: int, column: int) -> Figure | None:
        """Return the figure of a cell; None for texts, and where a line has none."""
        return self.lines[row].figures.get(column)

    def longest_number(self, column: int) -> str:
        """Return the number of `column` with the most letters; empty where it has none."""
        figures = (line.figures.get(column) for line in self.lines)
        texts = (self.number_text(each, column) for each in figures if each is not None)
        return max(texts, key=len, default="")

    @override
    def refresh(self) -> None:
        self.beginResetModel()
        self.lines = list(self.computed_lines())
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self.lines[index.row()], index.column()
        if role in READ_ROLES:
            if column == NAME:
                return f"{line.name}  {line.about}".strip()
            figure = line.figures.get(column)
            return "" if figure is None else self.number_text(figure, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            text = line.remark or "\n".join(filter(None, (line.name, line.about)))
            return item_text(text, role)
        return None
