"""The dialog for the limits of the checks, each with its default beside it."""

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
    """Shows every limit; `edit` sets all of them."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Begin with the limits of `plan`."""
        super().__init__(words.tr("Check thresholds"), words.tr("Apply"), words, parent)
        self.fields: dict[str, QSpinBox] = {}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, threshold in enumerate(THRESHOLDS):
            rule = PlainLabel(self, f"{threshold.rule}  {rule_name(threshold.rule, words)}")
            label = PlainLabel(self, threshold_text(threshold.id, words))
            field = QSpinBox(self)
            field.setRange(threshold.least, threshold.most)
            field.setValue(limit_of(plan.thresholds, threshold.id))
            field.setSuffix(unit_text(threshold.unit))
            field.setAccessibleName(f"{rule.text()}: {label.text()}")
            label.setBuddy(field)
            usual = PlainLabel(self, words.tr("default: {value}", value=threshold.default))
            for column, widget in enumerate((rule, label, field, usual)):
                grid.addWidget(widget, row, column)
            self.fields[threshold.id] = field
        reset = QPushButton(words.tr("Reset all to &defaults"), self)
        reset.setAutoDefault(False)
        reset.clicked.connect(self._reset)
        self.column.addLayout(grid)
        self.column.addWidget(reset)
        self.finish_layout()

    @property
    def edit(self) -> SetThresholds:
        """The edit that sets the limits to the values of the fields."""
        values = {each: field.value() for each, field in self.fields.items()}
        return SetThresholds(MappingProxyType(values))

    def _reset(self) -> None:
        for threshold in THRESHOLDS:
            self.fields[threshold.id].setValue(threshold.default)
