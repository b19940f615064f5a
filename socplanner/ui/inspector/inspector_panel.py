"""The inspector: the duties of the selected roles to edit; without roles, the plan in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from socplanner.domain.assessment import newest_assessment
from socplanner.domain.ids import RoleId
from socplanner.domain.plan_diff import PlanDiff
from socplanner.services import catalogues
from socplanner.ui.kit.backdrop import Backdrop
from socplanner.ui.kit.early_viewport import give_viewport
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.type_scale import scaled

if TYPE_CHECKING:
    from socplanner.ui.inspector.plan_summary import PlanSummary
    from socplanner.ui.inspector.role_editor import RoleEditor
    from socplanner.ui.inspector.role_edits import RoleEdits
    from socplanner.ui.inspector.selected_roles import SelectedRoles

_PAUSE = 60
_FIRST = 200
"""Milliseconds from the start until the window has surely been painted."""
_NARROW = 30
_WIDE = 48
_TITLE = 36
"""Pixels of the title."""


class InspectorPanel(Backdrop):
    """Shows what the selected roles have in common; `RoleEdits` performs what is changed."""

    sourcing_requested = Signal(object, object)
    """The ids of the roles and their new sourcing: the receiver shows a preview."""

    noticed = Signal(str)
    """A message for the planner about text that was typed or pasted."""

    step_chosen = Signal(object)
    """The planner wants to do the next step of the plan: a `NextStep`."""

    finding_chosen = Signal(object)
    """The planner wants to go to a finding of the summary."""

    fix_requested = Signal(object)
    """An edit that fixes a finding of the summary."""

    def __init__(
        self,
        context: PlanContext,
        parent: QWidget | None = None,
    ) -> None:
        """Show the selected roles of `context`."""
        super().__init__("surface", Qt.Edge.LeftEdge, parent)
        self._context = context
        self._document = context.document
        self._viewpoint = context.viewpoint
        self._checking = context.checking
        self._translator = context.translator
        self._is_stale = True
        self.editor: RoleEditor | None = None
        self._edits: RoleEdits | None = None
        self._selected: SelectedRoles | None = None
        self.summary: PlanSummary | None = None
        self._summary_area: QScrollArea | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(context.document.commit_pending)
        # The first paint does not wait for the summary.
        self._summary_soon = QTimer(self, singleShot=True, interval=_FIRST)
        self._summary_soon.timeout.connect(self._show_summary)
        # An edit is painted first; then the steps that changed the role are looked up.
        self._steps_soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._steps_soon.timeout.connect(self._show_steps)
        self._title = PlainLabel(self)
        self._scroll = QScrollArea(self)
        give_viewport(self._scroll)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self._title.setText(words.tr("Inspector"))
        self._scroll.setAccessibleName(words.tr("Inspector"))
        if self.editor is not None:
            self.editor.retranslate(self._document.plan, words)
        self._refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _WIDE, super().sizeHint().height())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._title.setFont(scaled(self.font(), "heading"))
            self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _NARROW)
            if self.summary is not None:
                self.summary.fill()

    def focus_first_field(self) -> None:
        """Show the name of the roles at the top, and give the keyboard to the first control."""
        if self.editor is not None and self._selected is not None:
            self._scroll.verticalScrollBar().setValue(0)
            self.editor.placement.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_note(self) -> None:
        """Give the keyboard to the note, and scroll to it."""
        if self.editor is not None and self._selected is not None:
            self.editor.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll.ensureWidgetVisible(self.editor.note)

    def _lay_out(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # Always there: text that is wrapped again whenever the bar comes and goes costs a frame.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.hide()
        self._title.setFont(scaled(self.font(), "heading"))
        self._title.setMinimumHeight(_TITLE)
        self._title.setContentsMargins(12, 0, 12, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._scroll, 1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _NARROW)

    def _connect(self) -> None:
        self._viewpoint.roles_changed.connect(self._on_selection_changed)
        self._viewpoint.phase_changed.connect(self._on_selection_changed)
        self._document.plan_changed.connect(self._on_plan_changed)
        self._document.opened.connect(self._on_opened)
        self._checking.findings_changed.connect(self._on_findings_changed)
        self._translator.language_changed.connect(self.retranslate)

    def _made_editor(self) -> tuple[RoleEditor, RoleEdits]:
        """Return the editor and its edits; they are made when the first role is selected."""
        editor, edits = self.editor, self._edits
        if editor is None or edits is None:
            from socplanner.ui.inspector.role_editor import RoleEditor
            from socplanner.ui.inspector.role_edits import RoleEdits

            editor = self.editor = RoleEditor(self._translator.words, self._scroll)
            edits = self._edits = RoleEdits(editor, self._document, self._translator, self._day)
            edits.sourcing_requested.connect(self.sourcing_requested)
            edits.noticed.connect(self.noticed)
            edits.refused.connect(self._refresh)
            edits.selected = self._selected
            editor.retranslate(self._document.plan, self._translator.words)
            editor.setBackgroundRole(QPalette.ColorRole.Base)
            self._scroll.setWidget(editor)
        return editor, edits

    def _refresh(self) -> None:
        """Show the selected roles as they are; while the panel is hidden, only when it is shown."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        plan, words = self._document.plan, self._translator.words
        selected = self._selected = self._selection()
        if self._edits is not None:
            self._edits.selected = selected
        self._scroll.setVisible(selected is not None)
        if self._summary_area is not None:
            self._summary_area.setVisible(selected is None)
        if selected is None:
            self._summary_soon.start()
            return
        editor, edits = self._made_editor()
        editor.show_roles(plan, selected, self._about(selected), words)
        editor.quality.show_roles(selected, words, is_typing=edits.is_typing("coverage"))
        newest = newest_assessment(plan.assessments)
        editor.maturity.show_roles(
            selected,
            newest,
            words,
            typing=edits.typed_maturity(),
            can_start=newest is not None and newest.day < self._day(),
        )
        if not edits.is_typing("note"):
            notes = selected.notes()
            editor.note.show_note(notes[0] if notes else "", "" if notes else words.tr("mixed"))
        self._show_findings()
        self._steps_soon.start()

    def _day(self) -> str:
        return self._checking.today

    def _show_steps(self) -> None:
        """Show the changes between phases and the history of the one selected role."""
        if self.editor is not None and self._selected is not None:
            role, words = self._selected.only, self._translator.words
            only = None if role is None else role.id
            plan, phase = self._document.plan, self._viewpoint.phase
            self.editor.changes.show_role(plan, phase, only, words)
            self.editor.steps.show_role(self._document.history, only, words)

    def _show_summary(self) -> None:
        """Show the plan in short; the summary is made when it is first needed."""
        if self._selected is not None or not self.isVisible():
            return
        if self.summary is None:
            from socplanner.ui.inspector.plan_summary import PlanSummary

            self.summary = PlanSummary(self._context, self)
            self.summary.step_chosen.connect(self.step_chosen)
            self.summary.finding_chosen.connect(self.finding_chosen)
            self.summary.fix_requested.connect(self.fix_requested)
            self.summary.setBackgroundRole(QPalette.ColorRole.Base)
            self._summary_area = _scrolling(self.summary, self)
            self._column.addWidget(self._summary_area, 1)
            self._summary_area.show()
            self._summary_soon.setInterval(0)
        else:
            self.summary.fill()

    def _selection(self) -> SelectedRoles | None:
        """Return the selected roles as they are now, or None where there are none."""
        if not self._viewpoint.roles:
            return None
        from socplanner.ui.inspector.selected_roles import selected_roles

        selected = selected_roles(self._document.plan, self._viewpoint.phase, self._viewpoint.roles)
        return selected if selected.roles else None

    def _show_findings(self) -> None:
        if self.editor is None or self._selected is None:
            return
        roles = self._selected.roles
        findings = tuple(each for role in roles for each in self._checking.of_role(role.id))
        self.editor.show_findings(
            findings, self._document.plan, self._translator.words, is_one_role=len(roles) == 1
        )

    def _about(self, selected: SelectedRoles) -> str:
        """Return the description of the one selected role; it is read on demand."""
        role, edition = selected.only, self._document.plan.catalogue.edition
        if role is None or catalogues.catalogue_of(edition) is None:
            return ""
        about = catalogues.descriptions(edition).roles.get(role.id)
        return "" if about is None else self._translator.words.local(about)

    def _on_opened(self) -> None:
        if self.editor is not None:
            self.editor.retranslate(self._document.plan, self._translator.words)
        self._refresh()

    def _on_selection_changed(self) -> None:
        """Show other roles; text typed for the former ones is performed directly after."""
        self._soon.start()
        self._refresh()

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        roles = diff.roles_in(self._viewpoint.phase)
        is_any_role = diff.changes_parties or diff.changes_roles or diff.changes_letters
        is_assessed = "assessments" in diff.fields
        if is_any_role or is_assessed or not roles.isdisjoint(self._viewpoint.roles):
            self._refresh()

    def _on_findings_changed(self, roles: frozenset[RoleId]) -> None:
        if not self._is_stale and self._selected is not None and roles & self._selected.ids:
            self._show_findings()


def _scrolling(content: QWidget, parent: QWidget) -> QScrollArea:
    """Return an area in which `content` scrolls where it is too high."""
    area = QScrollArea(parent)
    give_viewport(area)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
