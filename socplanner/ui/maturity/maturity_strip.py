"""The choices of the view of maturity: the order, and the assessment that it is compared with."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from socplanner.services.translator import Translator
from socplanner.ui.filters.choice_button import ChoiceButton, FilterChoice
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.ui.maturity.scores_model import ScoresModel
from socplanner.wording.maturity_words import assessment_name

BY_GAP, IN_ORDER = "gap", "order"
_SPACING = 8


class MaturityStrip(QWidget):
    """Offers the orders, the earlier assessments, and to show only the roles that changed."""

    order_chosen = Signal(str)
    """`BY_GAP` or `IN_ORDER`."""

    compared = Signal(str)
    """The id of the assessment to compare with; empty for none."""

    changed_only = Signal(bool)
    """Whether only the roles are to be shown of which a score differs."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        """Begin without an assessment; `show_state` sets the texts."""
        super().__init__(parent)
        self._translator = translator
        self.orders = Segments(self, 26)
        self.order = FlatButton(self, is_edged=True)
        """The order with a menu of both, where there is no space for them side by side."""

        self.order.open_with(QMenu(self))
        self.order.menu().triggered.connect(self._on_order_chosen)
        self.compare = ChoiceButton(self, is_single=True)
        self.changed = FlatButton(self, is_edged=True)
        self.changed.setCheckable(True)
        self.changed.rounding = self.compare.rounding
        for button in (self.order, self.compare, self.changed):
            button.least_height, button.air = 24, 14
            button.let_shrink()
        self.compare.show_icon("changes")  # what is shown where there is no space for its text
        self.compare.icon_size = 16
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(_SPACING)
        for widget in (self.orders, self.order, self.compare, self.changed):
            row.addWidget(widget)
        row.addStretch(1)
        self.orders.chosen.connect(self.order_chosen)
        self.compare.chosen.connect(self._on_compare_chosen)
        self.changed.clicked.connect(self.changed_only)

    def show_state(self, model: ScoresModel) -> None:
        """Show what `model` has chosen, in the language of the window."""
        words = self._translator.words
        choices = (
            Segment(IN_ORDER, words.tr("In order")),
            Segment(BY_GAP, words.tr("Largest gaps first")),
        )
        self.orders.set_choices(choices, BY_GAP if model.is_by_gap else IN_ORDER)
        self.orders.setAccessibleName(words.tr("Order of the roles"))
        self.order.menu().clear()
        for each in choices:
            self.order.menu().addAction(each.label).setData(each.id)
        chosen = choices[1 if model.is_by_gap else 0].label
        self.order.setText(chosen)
        self.order.setAccessibleName(f"{words.tr('Order of the roles')}: {chosen}")
        self._show_comparison(model)
        self.changed.setText(words.tr("Changed only"))
        self.changed.setToolTip(tool_tip(words.tr("Show only the roles of which a score changed")))
        self.changed.setChecked(model.is_changed_only)
        self.changed.setVisible(model.earlier is not None)

        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(
            self._width_of_chips() + self.order.minimumSizeHint().width(),
            super().minimumSizeHint().height(),
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show both orders side by side where they fit."""
        needed = self._width_of_chips() + self.orders.sizeHint().width()
        self.orders.setVisible(needed <= self.width())
        self.order.setVisible(needed > self.width())

    def _width_of_chips(self) -> int:
        """Return how many pixels the choices beside the orders need at least."""
        chips = (self.compare, self.changed)
        return 4 + sum(
            each.minimumSizeHint().width() + _SPACING for each in chips if not each.isHidden()
        )

    def _show_comparison(self, model: ScoresModel) -> None:
        words, earlier = self._translator.words, model.earlier
        chosen = frozenset[str]() if earlier is None else frozenset[str]({earlier.id})
        self.compare.entitle(
            words.tr("Compare with"),
            words.tr("No comparison"),
            words.tr("{filter}. Delete ends the comparison.", filter="{filter}"),
        )
        self.compare.menu().setTitle(words.tr("Compare with"))
        self.compare.set_choices(
            (FilterChoice(each.id, assessment_name(each, words)) for each in model.earlier_ones),
            chosen,
        )
        is_enabled = bool(model.earlier_ones)
        self.compare.setEnabled(is_enabled)
        why = "" if is_enabled else self._why_not(model)
        if why:
            self.compare.setToolTip(tool_tip(why))
        self.compare.setAccessibleDescription(why)

    def _why_not(self, model: ScoresModel) -> str:
        """Return why there is nothing to compare with."""
        words = self._translator.words
        if not model.assessment.id:
            return words.tr("Not assessed yet: a comparison needs two assessments.")
        return words.tr(
            "There is only one assessment: a comparison needs two. “New assessment” begins the "
            "next one."
        )

    def _on_compare_chosen(self) -> None:
        self.compared.emit(next(iter(self.compare.ids), ""))

    def _on_order_chosen(self, action: QAction) -> None:
        self.order_chosen.emit(str(action.data()))
