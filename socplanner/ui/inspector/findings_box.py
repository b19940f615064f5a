"""The findings of the selected roles, with the reason and the remedy."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.plan import Plan
from socplanner.ui.inspector.text_label import text_label, title_label
from socplanner.ui.kit.icons import severity_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.text_icon import TextIcon
from socplanner.ui.kit.theme import severity_colour
from socplanner.wording.findings import explain, remedy, statement
from socplanner.wording.language import Words
from socplanner.wording.terms import role_code, severity_name

_MOST = 8


class FindingsBox(QWidget):
    """One note a finding, the first few; nothing at all where all is well."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with no finding."""
        super().__init__(parent)
        self._notes: list[FindingNote] = []
        self._title = title_label(self)
        self._more = text_label(self, is_quiet=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._title)
        self._column.addWidget(self._more)

    def show_findings(
        self, findings: tuple[Finding, ...], plan: Plan, words: Words, *, is_one_role: bool
    ) -> None:
        """Show `findings`, each with its role where there are several."""
        self.setVisible(bool(findings))
        self._title.setText(words.tr("Checks"))
        shown = findings[:_MOST]
        while len(self._notes) < len(shown):
            note = FindingNote(self)
            self._column.insertWidget(self._column.count() - 1, note)
            self._notes.append(note)
        for place, note in enumerate(self._notes):
            note.setVisible(place < len(shown))
            if place < len(shown):
                note.show_finding(shown[place], plan, words, has_code=not is_one_role)
        rest = len(findings) - len(shown)
        self._more.setVisible(rest > 0)
        self._more.setText(words.count("and {n} more", "and {n} more", rest))


class FindingNote(QWidget):
    """A finding: its severity and rule after an icon, below them what it states and the remedy."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without a finding."""
        super().__init__(parent)
        self._severity = Severity.INFO
        self._heading = TextIcon("info", self)
        self._text = text_label(self)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addWidget(self._text)

    def show_finding(self, finding: Finding, plan: Plan, words: Words, *, has_code: bool) -> None:
        """Show `finding`, with the code of its role if `has_code`."""
        self._severity = finding.severity
        severity = severity_name(finding.severity, words)
        code = "" if not has_code or finding.role is None else role_code(plan, finding.role)
        heading = f"{severity} {finding.rule}  {code}".rstrip()
        self._heading.show_icon(severity_icon(finding.severity))
        self._heading.show_text(heading)
        self._text.setText(f"{statement(finding, plan, words)}\n→ {remedy(finding, plan, words)}")
        self._text.setToolTip(tool_tip(explain(finding, plan, words)))
        self._text.setAccessibleName(f"{heading}\n{self._text.text()}")
        self._show_colour()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_heading"):
            self._show_colour()

    def _show_colour(self) -> None:
        self._heading.show_colour(severity_colour(self._severity, self.palette()))
