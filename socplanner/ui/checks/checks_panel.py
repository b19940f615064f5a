"""The panel of checks: counts at a glance, the list of findings, and what to do about each."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import RoleId
from socplanner.ui.checks.end_elided_button import EndElidedButton
from socplanner.ui.checks.findings_model import FindingsModel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.theme import severity_colour
from socplanner.wording.findings import remedy, statement
from socplanner.wording.terms import role_code, severity_mark

if TYPE_CHECKING:
    from socplanner.ui.checks.findings_body import FindingsBody
    from socplanner.ui.checks.findings_list import FindingsList

_AIR = 14
_UNBOUNDED = 16_777_215


class ChecksPanel(QFrame):
    """Shows the findings; the list folds away, the most severe finding stays visible."""

    jump_requested = Signal(object, object)
    """A role, or None, and a party of the finding, or None."""

    fix_requested = Signal(object)
    waive_requested = Signal(object)
    unwaive_requested = Signal(object)
    note_requested = Signal()
    """The finding is fixed in the note of the role that was jumped to."""

    status_message = Signal(str)
    """What to do at the place that was jumped to."""

    def __init__(
        self,
        context: PlanContext,
        parent: QWidget | None = None,
    ) -> None:
        """Show the findings of `context`, folded to one line."""
        super().__init__(parent)
        self._document = context.document
        self._translator = context.translator
        self.model = FindingsModel(context, self)
        self.fold = QToolButton(self)
        self._title = PlainLabel(self)
        self._counts = {severity: PlainLabel(self) for severity in Severity}
        self.first = EndElidedButton(self)
        self._all_clear = PlainLabel(self)
        self._body: FindingsBody | None = None
        self._selected: frozenset[RoleId] = frozenset()
        self._set_up_header()
        self._lay_out()
        self._connect()
        self._colour_counts()
        self.retranslate()

    @property
    def list(self) -> "FindingsList":
        """The list that unfolds."""
        return self._made_body().list

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self._title.setText(words.tr("Checks"))
        self._all_clear.setText(f"✓ {words.tr('No findings')}")
        self._name_fold()
        self._show_counts()
        if self._body is not None:
            self._body.retranslate()

    def show_list(self, is_shown: bool) -> None:
        """Unfold the list of findings, or fold it away."""
        self.fold.setChecked(is_shown)

    def look_at_roles(self, roles: Iterable[RoleId]) -> None:
        """Store which roles are selected, so that only their findings can be shown."""
        self._selected = frozenset(roles)
        if self._body is not None:
            self._body.look_at_roles(self._selected)

    def step(self, step: int) -> None:
        """Jump to the next finding, or to the one before."""
        self._made_body().step(step)  # before it unfolds, which selects the first one by itself
        self.show_list(True)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "_column"):
            return
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_counts()
            self.model.emit_all_changed()
        elif event.type() == QEvent.Type.FontChange:
            if self._body is not None:
                self._body.fit_font()
            self._on_folded(is_open=self.fold.isChecked())

    def _set_up_header(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        for button in (self.fold, self.first):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fold.setCheckable(True)
        self.fold.setArrowType(Qt.ArrowType.RightArrow)
        self.first.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.first.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.first.setMinimumWidth(1)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(4, 2, 8, 2)
        row.setSpacing(6)
        row.addWidget(self.fold)
        row.addWidget(self._title)
        row.addSpacing(8)
        for label in self._counts.values():
            row.addWidget(label)
        row.addWidget(self._all_clear)
        row.addWidget(self.first)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        self._on_folded(is_open=False)

    def _connect(self) -> None:
        self.fold.toggled.connect(self._on_folded)
        self.first.clicked.connect(self._jump_to_first)
        self.model.counts_changed.connect(self._on_findings_changed)
        self._translator.language_changed.connect(self.retranslate)

    def _on_folded(self, is_open: bool) -> None:
        self.fold.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        if is_open or self._body is not None:
            self._made_body().setVisible(is_open)
        folded = max(self.minimumSizeHint().height(), self.fontMetrics().height() + _AIR)
        self.setMaximumHeight(_UNBOUNDED if is_open else folded)
        self._name_fold()
        self._show_counts()
        if is_open:
            self._column.activate()
            self._made_body().begin()

    def _made_body(self) -> "FindingsBody":
        """Return the part that unfolds; it is made when it is first needed."""
        if self._body is None:
            from socplanner.ui.checks.findings_body import FindingsBody

            self._body = FindingsBody(self.model, self._document, self._translator, self)
            self._body.jump_requested.connect(self._go_to)
            self._body.fix_requested.connect(self.fix_requested)
            self._body.waive_requested.connect(self.waive_requested)
            self._body.unwaive_requested.connect(self.unwaive_requested)
            self._body.note_requested.connect(self.note_requested)
            self._body.status_message.connect(self.status_message)
            self._body.look_at_roles(self._selected)
            self._body.setVisible(self.fold.isChecked())
            self._column.addWidget(self._body, 1)
        return self._body

    def _name_fold(self) -> None:
        words = self._translator.words
        is_open = self.fold.isChecked()
        name = words.tr("Hide the findings") if is_open else words.tr("Show the findings")
        self.fold.setToolTip(tool_tip(name))
        self.fold.setAccessibleName(name)

    def _on_findings_changed(self) -> None:
        self._show_counts()
        if self._body is not None:
            self._body.show_advice()

    def _show_counts(self) -> None:
        words, counts = self._translator.words, {each: self.model.count(each) for each in Severity}
        texts = {
            Severity.ERROR: words.count("{n} error", "{n} errors", counts[Severity.ERROR]),
            Severity.WARNING: words.count("{n} warning", "{n} warnings", counts[Severity.WARNING]),
            Severity.INFO: words.count("{n} hint", "{n} hints", counts[Severity.INFO]),
        }
        for severity, label in self._counts.items():
            label.setText(f"{severity_mark(severity)} {texts[severity]}")
            label.setVisible(counts[severity] > 0)
        self._all_clear.setVisible(not any(counts.values()))
        self._show_first(self.model.most_severe())

    def _colour_counts(self) -> None:
        for severity, label in self._counts.items():
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.WindowText, severity_colour(severity, palette))
            label.setPalette(palette)

    def _show_first(self, finding: Finding | None) -> None:
        """Show the most severe finding in the header while the list is folded."""
        self.first.setVisible(finding is not None and not self.fold.isChecked())
        if finding is None:
            return
        plan, words = self._document.plan, self._translator.words
        code = self.model.subject(finding)
        if finding.role is not None:
            code = role_code(plan, finding.role)
        text = f"{finding.rule}  {code}  {statement(finding, plan, words)}"
        self.first.setText(text.replace("&", "&&"))
        self.first.setToolTip(tool_tip(f"{text}\n{remedy(finding, plan, words)}"))
        self.first.setAccessibleName(words.tr("Go to {finding}", finding=text))

    def _jump_to_first(self) -> None:
        self._go_to(self.model.most_severe())

    def _go_to(self, finding: Finding | None) -> None:
        if finding is not None:
            party = finding.parties[0] if finding.parties else None
            self.jump_requested.emit(finding.role, party)
