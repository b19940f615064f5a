"""The dialog that compares a flow of the plan with a newer default: each difference is a choice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from socplanner.domain.flow_edits import UpdateFlow
from socplanner.domain.flow_inputs import BusinessFlow
from socplanner.domain.flows.defaults import DefaultFlows, missing_counterparts
from socplanner.domain.flows.differences import flow_differences, with_differences
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.flow_differences import flow_difference_text
from socplanner.wording.language import Words

_SIZE = (520, 220)


class NewerFlowDialog(QuestionDialog):
    """Accepts the checked differences; the others are not offered again for this version.

    New steps and other values are checked at first; steps that the plan has and the default does
    not are kept unless they are checked.
    """

    def __init__(
        self,
        own: BusinessFlow,
        newer: BusinessFlow,
        plan: Plan,
        defaults: DefaultFlows,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Compare `own`, a flow of `plan`, with the default `newer`."""
        title = words.tr("Newer default of “{flow}”", flow=words.local(own.name))
        super().__init__(title, words.tr("Accept the checked ones"), words, parent)
        self._own, self._newer, self._plan, self._defaults = own, newer, plan, defaults
        self.differences = flow_differences(own, newer)
        self.list = QListWidget(self)
        self.list.setMinimumSize(*_SIZE)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(words.tr("Differences"))
        for each in self.differences:
            item = QListWidgetItem(flow_difference_text(plan, own, each, words), self.list)
            is_first = each.kind != "removed"
            item.setCheckState(Qt.CheckState.Checked if is_first else Qt.CheckState.Unchecked)
        text = PlainLabel(self)
        text.setWordWrap(True)
        text.setText(
            words.tr(
                "The plan has version {own}, the program version {newer}. What is not checked "
                "stays as it is in the plan.",
                own=own.version,
                newer=newer.version,
            )
        )
        self.column.addWidget(text)
        self.column.addWidget(self.list)
        self.errors.add(self.list)
        self.finish_layout()
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> UpdateFlow:
        """The edit that accepts the checked differences."""
        checked = Qt.CheckState.Checked
        accepted = [
            each
            for row, each in enumerate(self.differences)
            if self.list.item(row).checkState() is checked
        ]
        flow = with_differences(self._own, self._newer, accepted)
        return UpdateFlow(flow, missing_counterparts(self._plan, flow, self._defaults))

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self._plan)
        return {} if problem is None else {self.list: errors.message(problem, self.words)}
