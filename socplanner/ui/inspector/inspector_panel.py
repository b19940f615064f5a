"""The inspector: what is known of the selected roles, and every part of it to edit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.viewpoint import Viewpoint
from socplanner.wording.terms import role_label


class InspectorPanel(QFrame):
    """Shows the selected roles."""

    sourcing_requested = Signal(object, object)

    def __init__(
        self,
        document: Document,
        viewpoint: Viewpoint,
        checking: Checking,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        """Show what `viewpoint` has selected."""
        super().__init__(parent)
        self._document = document
        self._viewpoint = viewpoint
        self._translator = translator
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addStretch()
        self.setMinimumWidth(240)
        viewpoint.roles_changed.connect(self.retranslate)
        translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        words = self._translator.words
        plan = self._document.plan
        roles = [role for role in map(plan.role, self._viewpoint.roles) if role is not None]
        said = "\n".join(role_label(role, words) for role in roles)
        self._title.setText(said or words.tr("Select a role to see and edit it."))

    def commit_pending(self) -> None:
        """Take over what is still being typed."""
