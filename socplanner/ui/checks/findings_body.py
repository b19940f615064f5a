"""The part of the panel that unfolds: the findings, and what to do about the selected one."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.fixes import Fix, fixes, needs_note
from socplanner.domain.ids import RoleId
from socplanner.domain.plan_diff import PlanDiff
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.checks.findings_bar import FindingsBar
from socplanner.ui.checks.findings_filter import FindingGroup, FindingsFilter
from socplanner.ui.checks.findings_list import FindingsList
from socplanner.ui.checks.findings_model import ICON_SIDE, FindingsModel
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.wording.edits import label
from socplanner.wording.findings import explain, remedy, statement, waiver_text

_ROWS_SHOWN = 4
_AIR = 4
_HEADING = 14


class FindingsBody(QWidget):
    """Shows the findings of a model; made when the panel is first unfolded."""

    jump_requested = Signal(object)
    """The planner jumps to this finding."""

    fix_requested = Signal(object)
    """An edit that fixes a finding."""

    waive_requested = Signal(object)
    """Findings to waive."""

    unwaive_requested = Signal(object)
    """Waived findings to make active again."""

    note_requested = Signal()
    """The finding is fixed in the note of the role that was jumped to."""

    status_message = Signal(str)
    """What to do at the place that was jumped to."""

    def __init__(
        self, model: FindingsModel, document: Document, translator: Translator, parent: QWidget
    ) -> None:
        """Show the findings of `model`."""
        super().__init__(parent)
        self._model = model
        self._document = document
        self._translator = translator
        self._selected: frozenset[RoleId] = frozenset()
        self._is_only_selected = False
        self._chosen: Finding | None = None
        self.rows = FindingsFilter(model, document, translator, self)
        self.bar = FindingsBar(translator, self)
        self.list = FindingsList(self.rows, self)
        self._advice = PlainLabel(self)
        self._advice_area = QScrollArea(self)
        self.fix_button = QPushButton(self)
        self.waive_button = QPushButton(self)
        self.fixes_key = QShortcut(QKeySequence("Ctrl+."), self)
        """Works in the whole window: after F4 the keyboard is in the matrix or on the board."""

        self._lay_out()
        self._connect()
        self.fit_font()
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self.list.setAccessibleName(words.tr("Findings"))
        self._advice_area.setAccessibleName(words.tr("What the finding means"))
        self.fix_button.setText(words.tr("Fix…"))
        self.fix_button.setToolTip(words.tr("Show possible fixes (Ctrl+.)"))
        self.bar.retranslate()
        self.list.show_groups()
        self.show_advice()

    def fit_font(self) -> None:
        """Set the sizes that columns and rows need in the current font."""
        metrics = self.list.fontMetrics()
        self.list.fit_columns()
        side = scaled_pixels(self.list.font(), ICON_SIDE)
        self.list.setIconSize(QSize(side, side))
        row = max(metrics.height() + _AIR, self.list.sizeHintForRow(0))
        self.setMinimumHeight(row * _ROWS_SHOWN + _HEADING + self.bar.sizeHint().height())

    def begin(self) -> None:
        """Select the first finding where none is selected."""
        if not self.list.currentIndex().isValid():
            self.list.choose(0)

    def look_at_roles(self, roles: frozenset[RoleId]) -> None:
        """Store which roles are selected."""
        self._selected = roles
        if self._is_only_selected:
            self.rows.show_roles(roles)

    def step(self, step: int) -> None:
        """Select the next finding, or the one before, and jump to it."""
        count = self.rows.rowCount()
        if count:
            row = self.list.currentIndex().row()
            at = (row + step) % count if row >= 0 else 0
            self.list.choose(at)
            self._jump()

    def show_advice(self) -> None:
        """Show what the selected finding means and what to do about it."""
        finding = self._chosen = self._finding()
        plan, words = self._document.plan, self._translator.words
        waiver = None if finding is None else self._model.waiver(finding)
        if self.fix_button.hasFocus() or self.waive_button.hasFocus():
            self.list.setFocus()  # a hidden button passes the keyboard to any widget
        self.fix_button.setVisible(finding is not None and waiver is None)
        self.waive_button.setVisible(finding is not None)
        if finding is None:
            self._advice.setText(words.tr("Choose a finding to read what to do about it."))
            return
        self._name_waive_button()
        lines = [
            statement(finding, plan, words),
            f"→ {remedy(finding, plan, words)}",
            explain(finding, plan, words),
        ]
        past = None if waiver is not None else self._model.ended_waiver(finding)
        if waiver is not None:
            lines.insert(0, waiver_text(waiver, words))
        elif past is not None:
            lines.append(
                words.tr(
                    "Its waiver ended on {until}: {reason}", until=past.until, reason=past.reason
                )
            )
        self._advice.setText("\n".join(lines))

    def _name_waive_button(self) -> None:
        """Set the button to waive the selected findings, or to make them active again."""
        words, n = self._translator.words, len(self._to_waive() or self._waived())
        if self._to_waive():
            text = words.count("Waive {n}…", "Waive {n}…", n) if n > 1 else words.tr("Waive…")
        elif n > 1:
            text = words.count("Remove {n} waiver", "Remove {n} waivers", n)
        else:
            text = words.tr("Remove the waiver")
        self.waive_button.setText(text)

    def _to_waive(self) -> tuple[Finding, ...]:
        """Return the selected active findings."""
        selected = self.list.selected_findings()
        return tuple(each for each in selected if self._model.waiver(each) is None)

    def _waived(self) -> tuple[Finding, ...]:
        """Return the selected findings that are waived."""
        selected = self.list.selected_findings()
        return tuple(each for each in selected if self._model.waiver(each) is not None)

    def _lay_out(self) -> None:
        self._advice.setWordWrap(True)
        self._advice.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._advice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._advice.setTextFormat(Qt.TextFormat.PlainText)
        self._let_advice_scroll()
        header = QHBoxLayout()
        header.setContentsMargins(0, 0, 8, 2)
        header.addWidget(self.bar, 1)
        header.addWidget(self.fix_button)
        header.addWidget(self.waive_button)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 4)
        row.setSpacing(12)
        row.addWidget(self.list, 7)
        row.addWidget(self._advice_area, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addLayout(row, 1)

    def _let_advice_scroll(self) -> None:
        """Put the advice into an area that scrolls where it is too long."""
        area = self._advice_area
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._advice)
        for part in (area.viewport(), self._advice):
            part.setAutoFillBackground(False)  # the background of the panel: this is no list

    def _connect(self) -> None:
        self.list.chosen.connect(self._jump)
        self.list.doubleClicked.connect(self._jump)
        self.list.menu_requested.connect(self._open_menu)
        self.list.selectionModel().currentChanged.connect(self.show_advice)
        self.list.selectionModel().selectionChanged.connect(self._name_waive_button)
        self.fix_button.clicked.connect(self._open_fixes)
        self.waive_button.clicked.connect(self._waive)
        self.fixes_key.activated.connect(self._open_fixes)
        self._document.plan_changed.connect(self._on_plan_changed)
        self.bar.grouping_chosen.connect(self._group_by)
        self.bar.severities_chosen.connect(self.rows.show_severities)
        self.bar.only_selected_toggled.connect(self._show_only_selected)
        self.bar.waived_toggled.connect(self._model.show_waived)
        self.bar.text_typed.connect(self.rows.show_text)
        self.rows.rowsInserted.connect(self.list.show_groups)
        self.rows.rowsRemoved.connect(self.list.show_groups)
        self.rows.modelReset.connect(self._rebuild)

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        if "waivers" in diff.fields:
            self.show_advice()

    def _rebuild(self) -> None:
        """Select again what was selected before all rows were replaced."""
        row = self.rows.row_of(self._chosen)
        if row >= 0:
            self.list.choose(row)
        self.show_advice()
        self.list.show_groups()

    def _finding(self) -> Finding | None:
        index = self.list.currentIndex()
        return self.rows.finding(index.row()) if index.isValid() else None

    def _jump(self) -> None:
        finding = self._finding()
        if finding is not None:
            self.jump_requested.emit(finding)

    def _group_by(self, grouping: FindingGroup) -> None:
        self.rows.group_by(grouping)
        self.list.show_groups()

    def _show_only_selected(self, is_wanted: bool) -> None:
        self._is_only_selected = is_wanted
        self.rows.show_roles(self._selected if is_wanted else None)

    def _waive(self) -> None:
        counting, waived = self._to_waive(), self._waived()
        if counting:
            self.waive_requested.emit(counting)
        elif waived:
            self.unwaive_requested.emit(waived)

    def _open_fixes(self) -> None:
        """Show the obvious fixes; where there is none, jump to the place to fix it by hand."""
        finding = self._finding()
        if finding is None or self._model.waiver(finding) is not None:
            return
        if not fixes(self._document.plan, finding):
            self._lead_to(finding)
            return
        self._open_menu(self.fix_button.mapToGlobal(QPoint(0, self.fix_button.height())))

    def _lead_to(self, finding: Finding) -> None:
        """Jump to the place to fix `finding` by hand, and show how."""
        self.jump_requested.emit(finding)
        if needs_note(finding):
            self.note_requested.emit()
        plan, words = self._document.plan, self._translator.words
        place = f"{finding.rule}  {self._model.subject(finding)}"
        self.status_message.emit(f"{place}: {remedy(finding, plan, words)}")

    def _open_menu(self, place: QPoint) -> None:
        """Open the menu of the selected finding."""
        finding = self._finding()
        if finding is None:
            return
        menu = self.menu_for(finding)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def menu_for(self, finding: Finding) -> QMenu:
        """Return the menu of commands for `finding`."""
        plan, words = self._document.plan, self._translator.words
        menu = QMenu(self)
        menu.triggered.connect(self._on_triggered)
        if self._model.waiver(finding) is None:
            for fix in fixes(plan, finding):
                menu.addAction(label(fix, plan, words).replace("&", "&&")).setData(fix)
            menu.addSeparator()
        menu.addAction(words.tr("Go there")).setData(_JUMP)
        menu.addAction(self.waive_button.text()).setData(_WAIVE)
        return menu

    def _on_triggered(self, action: QAction) -> None:
        wanted = action.data()
        if wanted == _JUMP:
            self._jump()
        elif wanted == _WAIVE:
            self._waive()
        elif isinstance(wanted, Fix):
            self.fix_requested.emit(wanted)


_JUMP, _WAIVE = "jump", "waive"
