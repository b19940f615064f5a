"""The row of chips that shows and sets the filter of the window.

A strip gives the row the width that it has (`fit`): a chip for each kind of condition, or chips for
the conditions that are set beside one button with all kinds in its menu, or that button alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from socplanner.domain.role_filter import NO_FILTER
from socplanner.ui.filters.choice_button import ChoiceButton
from socplanner.ui.filters.filter_choices import (
    KINDS,
    SINGLE_KINDS,
    IconLook,
    choices_of,
    chosen_ids,
    filter_of,
    kind_titles,
)
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.plan_context import PlanContext

_SPACING = 4
_CHIP = 24


class FilterChips(QWidget):
    """One chip for each kind of condition; blue ones are in effect, and their cross clears them."""

    width_changed = Signal()
    """Chips have other widths than before: the strip has to fit them again."""

    def __init__(
        self,
        context: PlanContext,
        parent: QWidget,
        more: Sequence[ChoiceButton] = (),
        *,
        can_show_all: bool = False,
    ) -> None:
        """Put the chips in a row, and `more` buttons behind them.

        With `can_show_all`, chips without a condition are shown too where all of them fit.
        """
        super().__init__(parent)
        self._context = context
        self._can_show_all = can_show_all
        self.chips = {kind: ChoiceButton(self, is_single=kind in SINGLE_KINDS) for kind in KINDS}
        self._more = tuple(more)
        self.menu_button = FlatButton(self, "filter", is_edged=True)
        self._lay_out()
        for chip in self.chips.values():
            chip.chosen.connect(self._on_chosen)
            chip.filling.connect(self.show_state)
        context.filtering.changed.connect(self.show_state)
        context.translator.language_changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Show the filter that is in effect, in the language of the window."""
        words, role_filter = self._context.translator.words, self._context.filtering.role_filter
        look = IconLook(self.palette(), self.devicePixelRatioF())
        plan, rules = self._context.document.plan, self._rules()
        for kind, (title, nothing) in kind_titles(words).items():
            chip = self.chips[kind]
            chip.entitle(title, nothing, words.tr("{filter}; Delete clears it"))
            chip.menu().setTitle(title)
            choices = choices_of(kind, plan, rules, words, look)
            chip.set_choices(choices, chosen_ids(kind, role_filter))
        self._show_menu_button()
        self.width_changed.emit()

    def fit(self, width: int) -> None:
        """Show as many chips as fit into `width` pixels."""
        marked = [chip for chip in self.chips.values() if chip.is_marked]
        shows_all = self._can_show_all and self.full_width() <= width
        shows_marked = shows_all or self.marked_width() <= width
        for chip in self.chips.values():
            chip.setVisible(shows_all or (shows_marked and chip.is_marked))
        for button in self._more:
            button.setVisible(shows_all)
        self.menu_button.setVisible(not shows_all)
        self.menu_button.is_marked = bool(marked) and not shows_marked
        self._show_menu_button(0 if shows_marked else len(marked))

    def full_width(self) -> int:
        """Return how many pixels all chips need."""
        return sum(_width(each) for each in (*self.chips.values(), *self._more))

    def marked_width(self) -> int:
        """Return how many pixels the menu button and the chips with a condition need."""
        marked = (chip for chip in self.chips.values() if chip.is_marked)
        return _width(self.menu_button) + sum(map(_width, marked))

    def least_width(self) -> int:
        """Return how many pixels the menu button alone needs, without its text."""
        return self.menu_button.minimumSizeHint().width() + _SPACING

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        self.menu_button.least_height, self.menu_button.rounding = _CHIP, _CHIP // 2
        self.menu_button.icon_size = 16
        self.menu_button.let_shrink()
        menu = QMenu(self)
        for button in (*self.chips.values(), *self._more):
            menu.addMenu(button.menu())
        menu.addSeparator()
        self.clear_action = menu.addAction("")
        self.clear_action.triggered.connect(self._context.filtering.clear)
        self.menu_button.open_with(menu)
        for widget in (self.menu_button, *self.chips.values(), *self._more):
            row.addWidget(widget)

    def _show_menu_button(self, hidden: int = 0) -> None:
        """Name the menu, and how many conditions are only in it."""
        words = self._context.translator.words
        name = words.tr("Filter and sort") if self._more else words.tr("Filter")
        text = words.tr("{filter}: {n}", filter=name, n=hidden) if hidden else name
        self.menu_button.setText(text)
        self.menu_button.setAccessibleName(text)
        self.clear_action.setText(words.tr("Clear the filter"))
        self.clear_action.setEnabled(self._context.filtering.role_filter != NO_FILTER)
        self.setAccessibleName(name)

    def _rules(self) -> list[str]:
        """Return the rules that roles break, and those of the filter."""
        # A finding about a party over all roles is about none of them.
        broken = {each.rule for each in self._context.checking.all() if each.role is not None}
        return sorted(broken | self._context.filtering.role_filter.rules)

    def _on_chosen(self) -> None:
        ids = {kind: chip.ids for kind, chip in self.chips.items()}
        self._context.filtering.filter(filter_of(ids))


def _width(button: FlatButton) -> int:
    return button.sizeHint().width() + _SPACING
