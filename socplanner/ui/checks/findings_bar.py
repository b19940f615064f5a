"""The bar above the findings: which are shown, and how they are grouped."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from socplanner.domain.checks.finding import Severity
from socplanner.services.translator import Translator
from socplanner.ui.checks.findings_filter import FindingGroup
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import severity_icon
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.wording.language import N_
from socplanner.wording.terms import severity_name

_GROUPS = {
    FindingGroup.NOTHING: N_("In the order of the roles"),
    FindingGroup.SEVERITY: N_("By severity"),
    FindingGroup.RULE: N_("By rule"),
    FindingGroup.FUNCTION: N_("By function"),
    FindingGroup.PARTY: N_("By party"),
}


class FindingsBar(QWidget):
    """Sends the filters and the grouping as signals; shows no findings itself."""

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
        self._text = QLineEdit(self)
        self._text.setClearButtonEnabled(True)
        self._text.setMaximumWidth(220)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 2)
        row.setSpacing(8)
        row.addWidget(self._grouping)
        for button in self._severities.values():
            button.setCheckable(True)
            button.setChecked(True)
            button.icon_size, button.least_height = 16, 24
            button.toggled.connect(self._on_severity_toggled)
            row.addWidget(button)
        for widget in (self._only_selected, self._waived, self._text):
            row.addWidget(widget)
        row.addStretch(1)
        self._grouping.activated.connect(self._on_grouping_activated)
        self._only_selected.toggled.connect(self.only_selected_toggled)
        self._waived.toggled.connect(self.waived_toggled)
        self._text.textChanged.connect(self.text_typed)
        self.retranslate()

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
        self._only_selected.setText(words.tr("Selected roles only"))
        self._waived.setText(words.tr("Show waived"))
        self._text.setPlaceholderText(words.tr("Filter findings"))
        self._text.setAccessibleName(words.tr("Filter findings"))

    def _on_grouping_activated(self) -> None:
        self.grouping_chosen.emit(FindingGroup(self._grouping.currentData()))

    def _on_severity_toggled(self) -> None:
        shown = (each for each, button in self._severities.items() if button.isChecked())
        self.severities_chosen.emit(frozenset(shown))
