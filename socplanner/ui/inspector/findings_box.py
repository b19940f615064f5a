"""The findings of the selected roles, with the reason and the remedy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from socplanner.domain.checks.finding import Finding
from socplanner.domain.plan import Plan
from socplanner.ui.inspector.text_label import apply_style, text_label, title_label
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.theme import severity_colour
from socplanner.wording.findings import explain, remedy, statement
from socplanner.wording.language import Words
from socplanner.wording.terms import role_code, severity_mark, severity_name

_MOST = 8


class FindingsBox(QWidget):
    """One note a finding, the first few; nothing at all where all is well."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with no finding."""
        super().__init__(parent)
        self._labels: list[QLabel] = []
        self._shown: tuple[Finding, ...] = ()
        self._title = title_label(self)
        self._more = text_label(self, is_quiet=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._title)
        self._column.addWidget(self._more)

    def show_findings(
        self, findings: tuple[Finding, ...], plan: Plan, words: Words, *, is_one_role: bool
    ) -> None:
        """Show `findings`, each with its role where there are several."""
        self.setVisible(bool(findings))
        self._title.setText(words.tr("Checks"))
        shown = findings[:_MOST]
        while len(self._labels) < len(shown):
            self._labels.append(self._label())
        for place, label in enumerate(self._labels):
            label.setVisible(place < len(shown))
            if place < len(shown):
                self._fill(label, shown[place], plan, words, is_one_role)
        rest = len(findings) - len(shown)
        self._more.setVisible(rest > 0)
        self._more.setText(words.count("and {n} more", "and {n} more", rest))
        self._shown = shown

    def colour(self, palette: QPalette) -> None:
        """Draw the edge of each finding in the colour of its severity."""
        for label, finding in zip(self._labels, self._shown, strict=False):
            self._edge(label, finding, palette)

    def _fill(
        self, label: QLabel, finding: Finding, plan: Plan, words: Words, is_one_role: bool
    ) -> None:
        severity = severity_name(finding.severity, words)
        code = "" if is_one_role or finding.role is None else role_code(plan, finding.role)
        heading = f"{severity_mark(finding.severity)} {severity} {finding.rule}  {code}".rstrip()
        text = statement(finding, plan, words)
        label.setText(f"{heading}\n{text}\n→ {remedy(finding, plan, words)}")
        label.setToolTip(tool_tip(explain(finding, plan, words)))
        label.setAccessibleName(label.text())
        self._edge(label, finding, self.palette())

    def _edge(self, label: QLabel, finding: Finding, palette: QPalette) -> None:
        colour = severity_colour(finding.severity, palette).name()
        apply_style(
            label,
            f"QLabel {{ border: 0; border-left: 3px solid {colour};"
            " background: palette(base); padding: 4px 6px; }",
        )

    def _label(self) -> QLabel:
        label = text_label(self)
        label.setFrameShape(QFrame.Shape.NoFrame)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.insertWidget(self._column.count() - 1, label)
        return label
