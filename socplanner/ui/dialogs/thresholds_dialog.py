"""The limits that rules measure by, each with what is usual beside it."""

from types import MappingProxyType

from PySide6.QtWidgets import QGridLayout, QPushButton, QSpinBox, QWidget

from socplanner.domain.check_edits import SetThresholds
from socplanner.domain.plan import Plan
from socplanner.domain.thresholds import THRESHOLDS, limit_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.findings import rule_name
from socplanner.wording.language import Words
from socplanner.wording.thresholds import threshold_text, unit_text


class ThresholdsDialog(QuestionDialog):
    """Shows every limit; `edit` sets those that were changed."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Begin with the limits of `plan`."""
        super().__init__(words.tr("Check thresholds"), words.tr("Apply"), words, parent)
        self.fields: dict[str, QSpinBox] = {}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(THRESHOLDS):
            rule = PlainLabel(self, f"{each.rule}  {rule_name(each.rule, words)}")
            label = PlainLabel(self, threshold_text(each.id, words))
            field = QSpinBox(self)
            field.setRange(each.least, each.most)
            field.setValue(limit_of(plan.thresholds, each.id))
            field.setSuffix(unit_text(each.unit))
            field.setAccessibleName(f"{rule.text()}: {label.text()}")
            label.setBuddy(field)
            usual = PlainLabel(self, words.tr("default: {value}", value=each.default))
            for column, widget in enumerate((rule, label, field, usual)):
                grid.addWidget(widget, row, column)
            self.fields[each.id] = field
        reset = QPushButton(words.tr("Reset all to &defaults"), self)
        reset.setAutoDefault(False)
        reset.clicked.connect(self._reset)
        self.column.addLayout(grid)
        self.column.addWidget(reset)
        self.finish_layout()

    @property
    def edit(self) -> SetThresholds:
        """What is to be done to the plan."""
        values = {each: field.value() for each, field in self.fields.items()}
        return SetThresholds(MappingProxyType(values))

    def _reset(self) -> None:
        for each in THRESHOLDS:
            self.fields[each.id].setValue(each.default)
