"""The line above a flow that is a default of the program, or that has a newer default."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socplanner.domain.flows.defaults import ListedFlow
from socplanner.ui.kit.backdrop import Backdrop
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words


class DefaultNotice(Backdrop):
    """Offers to adopt a default flow, or to compare a newer default; hidden for other flows."""

    adopted = Signal()
    all_adopted = Signal()
    compared = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__("band", Qt.Edge.BottomEdge, parent)
        self.text = PlainLabel(self)
        self.text.setWordWrap(True)
        self.adopt_button = FlatButton(self, is_edged=True)
        self.all_button = FlatButton(self, is_edged=True)
        self.compare_button = FlatButton(self, is_edged=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 10, 4)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        for button in (self.adopt_button, self.all_button, self.compare_button):
            row.addWidget(button)
        self.adopt_button.clicked.connect(self.adopted)
        self.all_button.clicked.connect(self.all_adopted)
        self.compare_button.clicked.connect(self.compared)

    def show_flow(self, listed: ListedFlow | None, words: Words) -> None:
        """Show what there is to adopt or to compare about `listed`."""
        is_default = listed is not None and listed.is_default
        is_newer = listed is not None and listed.newer is not None
        self.adopt_button.setText(words.tr("Adopt"))
        self.all_button.setText(words.tr("Adopt all"))
        self.compare_button.setText(words.tr("Compare…"))
        self.adopt_button.setVisible(is_default)
        self.all_button.setVisible(is_default)
        self.compare_button.setVisible(is_newer)
        self.setVisible(is_default or is_newer)
        if is_newer:
            self.text.setText(words.tr("A newer version of this default flow is there."))
        else:
            self.text.setText(
                words.tr(
                    "A default of this program, not part of the plan. The first change adopts it; "
                    "its rules are checked from then on."
                )
            )
