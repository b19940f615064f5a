"""The bar above the findings: which are shown, and how they are grouped."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QMenu, QWidget

from socplanner.domain.checks.finding import Severity
from socplanner.services.translator import Translator
from socplanner.ui.checks.findings_filter import FindingGroup
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import severity_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.wording.language import N_
from socplanner.wording.terms import severity_name

_GROUPS = {
    FindingGroup.NOTHING: N_("By role"),
    FindingGroup.SEVERITY: N_("By severity"),
    FindingGroup.RULE: N_("By rule"),
    FindingGroup.FUNCTION: N_("By function"),
    FindingGroup.PARTY: N_("By party"),
}
_SPACING, _MARGIN = 8, 8
_SIDE = 16
_WIDEST_TEXT = 220
_LEAST_TEXT = 6
"""The least width of the text to search for, in letters."""


class FindingsBar(QWidget):
    """Sends the filters and the grouping as signals; shows no findings itself.

    Where there is no space for its check boxes, a menu has them.
    """

    grouping_chosen = Signal(object)
    severities_chosen = Signal(object)
    only_selected_toggled = Signal(bool)
    waived_toggled = Signal(bool)
    text_typed = Signal(str)

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        """Begin with all active findings shown."""
        super().__init__(parent)
        self._translator = translator
        self._grouping = QComboBox(self)
        for group in FindingGroup:
            self._grouping.addItem("", group.value)
        self._severities = {each: FlatButton(self, severity_icon(each)) for each in Severity}
        self._only_selected = QCheckBox(self)
        self._waived = QCheckBox(self)
        self.menu_button = FlatButton(self, "filter", is_edged=True)
        self._text = QLineEdit(self)
        self._text.setClearButtonEnabled(True)
        self._fill_menu()
        self._lay_out()
        self._grouping.activated.connect(self._on_grouping_activated)
        self._only_selected.toggled.connect(self.only_selected_toggled)
        self._waived.toggled.connect(self.waived_toggled)
        self._text.textChanged.connect(self.text_typed)
        self.retranslate()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(is_short=True), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_text"):
            self._set_widths()
            self._fit()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        for place, group in enumerate(FindingGroup):
            self._grouping.setItemText(place, words.tr(_GROUPS[group]))
        self._grouping.setAccessibleName(words.tr("Group by"))
        for severity, button in self._severities.items():
            name = severity_name(severity, words)
            button.setToolTip(tool_tip(words.tr("Show: {what}", what=name)))
            button.setAccessibleName(words.tr("Show: {what}", what=name))
        texts = (words.tr("Selected roles only"), words.tr("Show waived"))
        for box, action, text in zip(
            self._boxes(), self.menu_button.menu().actions(), texts, strict=True
        ):
            box.setText(text)
            action.setText(text)
        self.menu_button.setToolTip(tool_tip(words.tr("More filters")))
        self.menu_button.setAccessibleName(words.tr("More filters"))
        self._text.setPlaceholderText(words.tr("Filter findings"))
        self._text.setAccessibleName(words.tr("Filter findings"))
        self._set_widths()
        self._fit()

    def _boxes(self) -> tuple[QCheckBox, QCheckBox]:
        return self._only_selected, self._waived

    def _fill_menu(self) -> None:
        """Put an action for each check box into the menu; both follow one another."""
        menu = QMenu(self)
        for box in self._boxes():
            action = menu.addAction("")
            action.setCheckable(True)
            action.toggled.connect(box.setChecked)
            box.toggled.connect(action.setChecked)
            box.toggled.connect(self._mark_menu_button)
        self.menu_button.open_with(menu)

    def _mark_menu_button(self) -> None:
        self.menu_button.is_marked = any(box.isChecked() for box in self._boxes())
        self.menu_button.update()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 2)
        row.setSpacing(_SPACING)
        row.addWidget(self._grouping)
        for button in self._severities.values():
            button.setCheckable(True)
            button.setChecked(True)
            button.toggled.connect(self._on_severity_toggled)
            row.addWidget(button)
        for button in (*self._severities.values(), self.menu_button):
            button.icon_size, button.least_height = _SIDE, 24
        for widget in (*self._boxes(), self.menu_button):
            row.addWidget(widget)
        row.addWidget(self._text, 1)
        row.addStretch(1)

    def _set_widths(self) -> None:
        """Let the text shrink to what is still readable."""
        letter = self.fontMetrics().averageCharWidth()
        self._text.setMinimumWidth(letter * _LEAST_TEXT)
        self._text.setMaximumWidth(scaled_pixels(self.font(), _WIDEST_TEXT))

    def _fit(self) -> None:
        """Show the check boxes, or where they do not fit, the button with the menu."""
        fits = self._width(is_short=False) <= self.width()
        for box in self._boxes():
            box.setVisible(fits)
        self.menu_button.setVisible(not fits)

    def _width(self, *, is_short: bool) -> int:
        """Return the width of all parts: with the menu instead of the check boxes if `is_short`."""
        filters: tuple[QWidget, ...] = (self.menu_button,) if is_short else self._boxes()
        fixed: list[QWidget] = [self._grouping, *self._severities.values(), *filters]
        widths = [self._text.minimumWidth(), *(each.sizeHint().width() for each in fixed)]
        return sum(widths) + _SPACING * len(widths) + 2 * _MARGIN

    def _on_grouping_activated(self) -> None:
        self.grouping_chosen.emit(FindingGroup(self._grouping.currentData()))

    def _on_severity_toggled(self) -> None:
        shown = (each for each, button in self._severities.items() if button.isChecked())
        self.severities_chosen.emit(frozenset(shown))
