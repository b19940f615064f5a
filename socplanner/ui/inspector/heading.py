"""The heading of the inspector: the role and what it does, or the codes of several roles."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from socplanner.domain.catalogue import Role
from socplanner.domain.plan import Plan
from socplanner.ui.inspector.selected_roles import SelectedRoles
from socplanner.ui.inspector.text_label import apply_style, text_label
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.theme import function_ink, function_tint
from socplanner.wording.language import Words
from socplanner.wording.terms import function_name, listed, role_name

_MOST_CODES = 40


class Heading(QWidget):
    """Code, name, function and description."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with empty texts."""
        super().__init__(parent)
        self.code = PlainLabel(self)
        self.code.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.name = text_label(self, is_bold=True)
        self.function = text_label(self, is_quiet=True)
        self.about = text_label(self)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.function)
        column.addWidget(self.about)

    def show_roles(self, plan: Plan, selected: SelectedRoles, about: str, words: Words) -> None:
        """Show the one role with `about`, or count and codes of several."""
        role = selected.only
        self.code.setVisible(role is not None)
        if role is None:
            self._show_many(selected, words)
            return
        self.code.setText(role.code)
        self._colour_code(role)
        self.name.setText(role_name(role, words))
        function = function_name(role.function, plan.catalogue, words)
        self.function.setText(f"{role.function}. {function}")
        self.about.setText(about)
        self.about.setVisible(bool(about))

    def _show_many(self, selected: SelectedRoles, words: Words) -> None:
        codes = [role.code for role in selected.roles]
        shown = listed(codes[:_MOST_CODES], words)
        self.name.setText(words.count("{n} role selected", "{n} roles selected", len(codes)))
        self.function.setText(f"{shown} …" if len(codes) > _MOST_CODES else shown)
        self.about.setText(words.tr("What you change here changes in all of them."))
        self.about.show()

    def _colour_code(self, role: Role) -> None:
        palette = self.palette()
        ground = function_tint(role.function, palette).name()
        ink = function_ink(role.function, palette).name()
        apply_style(
            self.code,
            f"background: {ground}; color: {ink}; font-weight: bold;"
            " border-radius: 3px; padding: 2px 6px;",
        )
