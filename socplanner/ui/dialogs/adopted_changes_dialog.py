"""The dialog that shows what was adopted from a file that changed on disk."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.lines.difference_lines import DifferenceSource
from socplanner.ui.lines.line_panel import LinePanel
from socplanner.wording.differences.lines import DifferenceGroup
from socplanner.wording.language import Words

_SIZE = (640, 460)


class AdoptedChangesDialog(QuestionDialog):
    """Lists the differences between the plan before and after."""

    edit = None
    """It shows only; Undo in the window removes what was adopted."""

    def __init__(
        self,
        groups: Sequence[DifferenceGroup],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Show `groups`."""
        super().__init__(words.tr("Changes of the file"), words.tr("Close"), words, parent)
        self.cancel_button.hide()
        self.panel = LinePanel(words.tr("Changes of the file"), words, self)
        self.panel.show_source(DifferenceSource(groups))
        self.column.addWidget(self.panel, 1)
        self.finish_layout()
        resize_for_texts(self, *_SIZE)
        self.panel.tree.activated_line.connect(self.accept)
        self.panel.setFocus()
