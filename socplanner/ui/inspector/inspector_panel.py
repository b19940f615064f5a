"""The inspector: shows the duties of the selected roles, and edits every part of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from socplanner.domain.ids import RoleId
from socplanner.domain.plan_diff import PlanDiff
from socplanner.services import catalogues
from socplanner.ui.inspector.text_label import text_label, title_label
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext

if TYPE_CHECKING:
    from socplanner.ui.inspector.role_editor import RoleEditor
    from socplanner.ui.inspector.role_edits import RoleEdits
    from socplanner.ui.inspector.selected_roles import SelectedRoles

_NARROW = 34
_WIDE = 48


class InspectorPanel(QFrame):
    """Shows what the selected roles have in common; `RoleEdits` performs what is changed."""

    sourcing_requested = Signal(object, object)
    """The ids of the roles and their new sourcing: the receiver shows a preview."""

    noticed = Signal(str)
    """A message for the planner about text that was typed or pasted."""

    def __init__(
        self,
        context: PlanContext,
        parent: QWidget | None = None,
    ) -> None:
        """Show the selected roles of `context`."""
        super().__init__(parent)
        self._document = context.document
        self._viewpoint = context.viewpoint
        self._checking = context.checking
        self._translator = context.translator
        self._is_stale = True
        self.editor: RoleEditor | None = None
        self._edits: RoleEdits | None = None
        self._selected: SelectedRoles | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(context.document.commit_pending)
        self._title = title_label(self)
        self._hint = text_label(self, is_quiet=True)
        self._scroll = QScrollArea(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self._title.setText(words.tr("Inspector"))
        self._hint.setText(
            words.tr(
                "Select a role to read what it does and to edit it.\n\n"
                "With several selected, what you change changes in all of them."
            )
        )
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

    def focus_first_field(self) -> None:
        """Give the keyboard to the first control, where there are roles to edit."""
        if self.editor is not None and self._selected is not None:
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self._title, self._hint):
            label.setContentsMargins(10, 8, 10, 0)
            column.addWidget(label)
        column.addStretch()
        column.addWidget(self._scroll, 1)
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
            edits = self._edits = RoleEdits(editor, self._document, self._translator)
            edits.sourcing_requested.connect(self.sourcing_requested)
            edits.noticed.connect(self.noticed)
            edits.refused.connect(self._refresh)
            edits.selected = self._selected
            editor.retranslate(self._document.plan, self._translator.words)
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
        for label in (self._title, self._hint):
            label.setVisible(selected is None)
        self._scroll.setVisible(selected is not None)
        if selected is None:
            return
        editor, edits = self._made_editor()
        editor.show_roles(plan, selected, self._about(selected), words)
        editor.quality.show_roles(selected, words, is_typing=edits.is_typing("coverage"))
        if not edits.is_typing("note"):
            notes = selected.notes()
            editor.note.show_note(notes[0] if notes else "", "" if notes else words.tr("mixed"))
        self._show_findings()

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
        if is_any_role or not roles.isdisjoint(self._viewpoint.roles):
            self._refresh()

    def _on_findings_changed(self, roles: frozenset[RoleId]) -> None:
        if not self._is_stale and self._selected is not None and roles & self._selected.ids:
            self._show_findings()
