"""The checks in one line: how many findings there are, and the most severe of them."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.ui.checks.findings_model import FindingsModel
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import severity_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.text_icon import TextIcon
from socplanner.ui.kit.theme import severity_colour
from socplanner.ui.kit.tokens import token
from socplanner.wording.findings import remedy, statement
from socplanner.wording.terms import role_code

_LOW, _SPACING = 22, 10


class ChecksLine(QWidget):
    """Shows counts by severity and the first finding; a button opens the list above."""

    finding_chosen = Signal(object)
    """The planner clicked the finding that is shown."""

    def __init__(
        self, model: FindingsModel, context: PlanContext, parent: QWidget | None = None
    ) -> None:
        """Show the findings of `model`."""
        super().__init__(parent)
        self._model = model
        self._document = context.document
        self._translator = context.translator
        self._is_open = False
        self.fold = FlatButton(self, "chevron-up")
        self.fold.is_icon_alone = False
        self.counts = {each: TextIcon(severity_icon(each), self) for each in Severity}
        self._all_clear = TextIcon("done", self)
        self.first = FirstFinding(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 8, 0)
        row.setSpacing(_SPACING)
        for widget in (self.fold, *self.counts.values(), self._all_clear, self.first):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.fold, self.first):
            button.least_height = _LOW
            button.icon_size = 16
        self.first.clicked.connect(self._choose_first)
        model.counts_changed.connect(self._show_counts)
        self._translator.language_changed.connect(self.retranslate)
        self._colour()
        self.retranslate()

    def show_open(self, is_open: bool) -> None:
        """Show by the button whether the list is open."""
        self._is_open = is_open
        self.fold.show_icon("chevron-down" if is_open else "chevron-up")
        words = self._translator.words
        name = words.tr("Hide the findings") if is_open else words.tr("Show the findings")
        self.fold.setToolTip(tool_tip(name))
        self.fold.setAccessibleName(name)
        self._show_counts()

    def least_width(self) -> int:
        """Return how wide the line is without the finding."""
        shown = (self.fold, *self.counts.values(), self._all_clear)
        return sum(each.sizeHint().width() + _SPACING for each in shown if each.isVisibleTo(self))

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self.fold.setText(words.tr("Checks"))
        self._all_clear.show_text(words.tr("No findings"))
        self.show_open(self._is_open)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "first"):
            self._colour()

    def _colour(self) -> None:
        for severity, label in self.counts.items():
            label.show_colour(severity_colour(severity, self.palette()))
        self._all_clear.show_colour(token("ok", self.palette()))

    def _show_counts(self) -> None:
        words, counts = self._translator.words, {each: self._model.count(each) for each in Severity}
        in_full = {
            Severity.ERROR: words.count("{n} error", "{n} errors", counts[Severity.ERROR]),
            Severity.WARNING: words.count("{n} warning", "{n} warnings", counts[Severity.WARNING]),
            Severity.INFO: words.count("{n} hint", "{n} hints", counts[Severity.INFO]),
        }
        for severity, label in self.counts.items():
            label.show_text(str(counts[severity]), in_full[severity])
            label.setVisible(any(counts.values()))
        self._all_clear.setVisible(not any(counts.values()))
        self._show_first(self._model.most_severe())

    def _show_first(self, finding: Finding | None) -> None:
        """Show the most severe finding while the list is closed."""
        self.first.setVisible(finding is not None and not self._is_open)
        if finding is None:
            return
        plan, words = self._document.plan, self._translator.words
        code = self._model.subject(finding)
        if finding.role is not None:
            code = role_code(plan, finding.role)
        text = f"{finding.rule}  {code}  {statement(finding, plan, words)}"
        self.first.setText(text.replace("&", "&&"))
        self.first.setToolTip(tool_tip(f"{text}\n{remedy(finding, plan, words)}"))
        self.first.setAccessibleName(words.tr("Go to {finding}", finding=text))

    def _choose_first(self) -> None:
        finding = self._model.most_severe()
        if finding is not None:
            self.finding_chosen.emit(finding)


class FirstFinding(FlatButton):
    """A finding as a button; it ends in dots where space is short, and keeps its beginning."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without a text."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    def shown_text(self) -> str:
        return self.fontMetrics().elidedText(
            self.text(),
            Qt.TextElideMode.ElideRight,
            self.width() - self.air,
            int(Qt.TextFlag.TextShowMnemonic.value),
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())
