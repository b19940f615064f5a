"""The most severe findings in short: each with its icon and text, and a button that fixes it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.fixes import fixes
from socplanner.domain.plan import Plan
from socplanner.ui.inspector.text_label import text_label
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import severity_icon
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.text_icon import TextIcon
from socplanner.ui.kit.theme import severity_colour
from socplanner.wording.edits import label
from socplanner.wording.findings import remedy, statement, subject
from socplanner.wording.language import Words
from socplanner.wording.terms import severity_name


class FindingLines(QWidget):
    """Shows a few findings; which ones is decided by its owner."""

    chosen = Signal(object)
    """The planner wants to go to this finding."""

    fix_requested = Signal(object)
    """The edit that the planner chose to fix a finding."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with no finding."""
        super().__init__(parent)
        self._lines: list[FindingLine] = []
        self._none = TextIcon("done", self)
        self._more = text_label(self, is_quiet=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._none)
        self._column.addWidget(self._more)

    def show_findings(
        self,
        findings: Sequence[Finding],
        fixable: Sequence[bool],
        total: int,
        plan: Plan,
        words: Words,
    ) -> None:
        """Show `findings`, a button beside the `fixable` ones; `total` is how many there are."""
        while len(self._lines) < len(findings):
            line = FindingLine(self)
            line.chosen.connect(self.chosen)
            line.fix_requested.connect(self.fix_requested)
            self._column.insertWidget(self._column.count() - 1, line)
            self._lines.append(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(findings))
            if place < len(findings):
                line.show_finding(findings[place], fixable[place], plan, words)
        self._none.setVisible(not findings)
        self._none.show_text(words.tr("No findings"))
        rest = total - len(findings)
        self._more.setVisible(rest > 0)
        self._more.setText(words.count("and {n} more", "and {n} more", rest))


class FindingLine(QWidget):
    """One finding: a click on its text goes there, the button offers its fixes."""

    chosen = Signal(object)
    fix_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Begin without a finding."""
        super().__init__(parent)
        self._finding: Finding | None = None
        self._plan: Plan | None = None
        self._words: Words | None = None
        self._icon = TextIcon("info", self)
        self._text = text_label(self)
        self.go = FlatButton(self, is_edged=True)
        self.fix = FlatButton(self, is_edged=True)
        for button in (self.go, self.fix):
            button.least_height, button.air = 22, 14
        row, column, buttons = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        column.setSpacing(3)
        column.addWidget(self._text)
        column.addLayout(buttons)
        buttons.setSpacing(4)
        buttons.addWidget(self.fix)
        buttons.addWidget(self.go)
        buttons.addStretch(1)
        self.go.clicked.connect(self._choose)
        self.fix.clicked.connect(self._open_fixes)

    def show_finding(self, finding: Finding, is_fixable: bool, plan: Plan, words: Words) -> None:
        """Show `finding` of `plan`."""
        self._finding, self._plan, self._words = finding, plan, words
        self._icon.show_icon(severity_icon(finding.severity))
        self._icon.show_colour(severity_colour(finding.severity, self.palette()))
        self._icon.setAccessibleName(severity_name(finding.severity, words))
        text = f"{finding.rule} {subject(finding, plan, words)}: {statement(finding, plan, words)}"
        self._text.setText(text)
        self._text.setToolTip(tool_tip(remedy(finding, plan, words)))
        self.fix.setText(words.tr("Fix…"))
        self.fix.setAccessibleName(words.tr("Fix {finding}", finding=text))
        self.fix.setVisible(is_fixable)
        self.go.setAccessibleName(words.tr("Go to {finding}", finding=text))
        self.go.setText(words.tr("Go there"))

    def menu(self) -> QMenu:
        """Return the menu of fixes, an entry for each edit that fixes the finding."""
        menu = QMenu(self)
        menu.triggered.connect(self._on_triggered)
        if self._finding is not None and self._plan is not None and self._words is not None:
            for fix in fixes(self._plan, self._finding):
                text = label(fix, self._plan, self._words).replace("&", "&&")
                menu.addAction(text).setData(fix)
        return menu

    def _open_fixes(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.fix.mapToGlobal(QPoint(0, self.fix.height())))

    def _on_triggered(self, action: QAction) -> None:
        self.fix_requested.emit(action.data())

    def _choose(self) -> None:
        if self._finding is not None:
            self.chosen.emit(self._finding)
