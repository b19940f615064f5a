"""The choices of the matrix in the strip above it: filters, order, and folding."""

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socplanner.domain.role_filter import NO_FILTER
from socplanner.ui.filters.choice_button import ChoiceButton, FilterChoice
from socplanner.ui.filters.filter_chips import FilterChips
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.matrix.line_order import CANONICAL, LineOrder, SortedBy
from socplanner.ui.matrix.matrix_arrangement import MatrixArrangement
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.wording.terms import party_name

_BACKWARDS = "-"
_SPACING = 4


class MatrixStrip(QWidget):
    """Shows and sets which lines the matrix has, and in which order."""

    def __init__(
        self,
        model: MatrixModel,
        arrangement: MatrixArrangement,
        context: PlanContext,
        parent: QWidget,
    ) -> None:
        """Put the buttons in a row."""
        super().__init__(parent)
        self._matrix = model
        self._arrangement = arrangement
        self._filtering = context.filtering
        self._translator = context.translator
        self.order = ChoiceButton(self, is_single=True)
        self.filters = FilterChips(context, self, (self.order,), can_show_all=True)
        self.fold = FlatButton(self)
        self.clear = FlatButton(self)
        self._lay_out()
        self.order.chosen.connect(self._on_order_chosen)
        self.order.filling.connect(self.show_state)
        self.filters.width_changed.connect(self._fit)
        self.fold.clicked.connect(self._on_fold_clicked)
        self.clear.clicked.connect(arrangement.clear)
        arrangement.changed.connect(self.show_state)
        context.translator.language_changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Show the order and the folding of now, in the language of the window."""
        words, arrangement = self._translator.words, self._arrangement
        self.setAccessibleName(words.tr("Filter and order of the matrix"))
        self.order.entitle(words.tr("Sort"), words.tr("As in the catalogue"))
        self.order.menu().setTitle(words.tr("Sort"))
        chosen = _order_id(arrangement.order)
        self.order.set_choices(self._order_choices(), frozenset(filter(None, [chosen])))
        is_folded = bool(arrangement.folded)
        self.fold.setText(words.tr("Unfold all") if is_folded else words.tr("Fold all"))
        self.fold.setEnabled(arrangement.order.is_canonical)
        is_filtered = self._filtering.role_filter != NO_FILTER
        self.clear.setVisible(is_filtered or not arrangement.order.is_canonical)
        self.clear.setText(words.tr("Show all"))
        self.clear.setToolTip(words.tr("Clear filters and sorting"))
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size that the one button for all filters needs."""
        wide = self.filters.least_width() + 2 * _SPACING
        return QSize(wide, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(_SPACING)
        row.addWidget(self.filters)
        for plain in (self.clear, self.fold):
            plain.least_height, plain.air = 24, 12
            row.addWidget(plain)
        row.addStretch(1)

    def _fit(self) -> None:
        """Fit the filters into what the other buttons leave free."""
        others = [each for each in (self.clear, self.fold) if each.isVisibleTo(self)]
        used = sum(each.sizeHint().width() + _SPACING for each in others)
        self.filters.fit(self.width() - used - _SPACING)

    def _order_choices(self) -> Iterator[FilterChoice]:
        words, order = self._translator.words, self._arrangement.order
        named = {
            SortedBy.CODE: words.tr("Code"),
            SortedBy.NAME: words.tr("Name"),
            SortedBy.AREA: words.tr("Area"),
            SortedBy.SOURCING: words.tr("Sourcing"),
            SortedBy.FINDINGS: words.tr("Checks"),
        }
        if order.party is not None:
            column = self._matrix.column_of(order.party)
            named[SortedBy.PARTY] = (
                party_name(self._matrix.parties[column], words) if column >= 0 else ""
            )
        for by, name in named.items():
            yield FilterChoice(by.value, name)
        if order.is_backwards:
            backwards = words.tr("{order}, backwards", order=named.get(order.by, ""))
            yield FilterChoice(_order_id(order), backwards)

    def _on_order_chosen(self) -> None:
        chosen = next(iter(self.order.ids), "")
        by = SortedBy(chosen.removesuffix(_BACKWARDS)) if chosen else SortedBy.CATALOGUE
        order = self._arrangement.order
        if by is SortedBy.CATALOGUE:
            self._arrangement.sort(CANONICAL)
        else:
            party = order.party if by is SortedBy.PARTY else None
            self._arrangement.sort(order.after_click(by, party))

    def _on_fold_clicked(self) -> None:
        self._arrangement.fold_all(are_folded=not self._arrangement.folded)


def _order_id(order: LineOrder) -> str:
    if order.is_canonical:
        return ""
    return f"{order.by.value}{_BACKWARDS}" if order.is_backwards else order.by.value
