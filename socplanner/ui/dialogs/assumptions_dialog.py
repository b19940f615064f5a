"""The dialog for the assumptions of staffing, each with this tool's default beside it."""

from types import MappingProxyType

from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QWidget,
)

from socplanner.domain.plan import Plan
from socplanner.domain.staffing.assumed import assumed_figures
from socplanner.domain.staffing_edits import SetAssumptions
from socplanner.domain.staffing_inputs import (
    ASSUMPTION_BY_ID,
    ASSUMPTIONS,
    WHOLE_ASSUMPTIONS,
    Assumption,
)
from socplanner.ui.dialogs.days_off_count import DaysOffCount
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.staffing_words import short_number, symbol_name

_HEIGHT = 22
"""The most height of the list, in lines of text."""


class AssumptionsDialog(QuestionDialog):
    """Shows every assumption, and what they make the net hours of a person; `edit` sets them."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Begin with the assumptions of `plan`."""
        super().__init__(words.tr("Assumptions of staffing"), words.tr("Apply"), words, parent)
        self._plan = plan
        self.fields: dict[str, QDoubleSpinBox] = {}
        self.net_hours = PlainLabel(self)
        content = QWidget(self)
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 8, 0)
        for row, each in enumerate(ASSUMPTIONS):
            field = self._field(each, plan.staffing.assumptions.get(each.id))
            label = PlainLabel(self, symbol_name(each.symbol, words))
            label.setBuddy(field)
            field.setAccessibleName(label.text())
            usual = "" if each.default is None else short_number(each.default)
            about = words.tr("default: {value}", value=usual) if usual else ""
            for column, widget in enumerate((label, field, PlainLabel(self, about))):
                grid.addWidget(widget, row, column)
            self.fields[each.id] = field
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(content)
        area.setMinimumWidth(content.sizeHint().width() + 24)
        area.setMaximumHeight(self.fontMetrics().lineSpacing() * _HEIGHT)
        reset = QPushButton(words.tr("Reset all to &defaults"), self)
        reset.setAutoDefault(False)
        reset.clicked.connect(self._reset)
        self.count = DaysOffCount(plan.calendar, words, self)
        self.count.counted.connect(self._use_count)
        line = self.errors.add(self.fields["holidays"])
        for widget in (area, line, self.count, self.net_hours, reset):
            self.column.addWidget(widget)
        self.finish_layout()
        self.errors.find_by(self._problems)
        self._show_result()

    @property
    def edit(self) -> SetAssumptions:
        """The edit that states what differs from the defaults."""
        stated = {}
        for each in ASSUMPTIONS:
            value = self.fields[each.id].value()
            is_open = each.default is None and value < each.least
            if not is_open and value != each.default:
                stated[each.id] = value
        return SetAssumptions(MappingProxyType(stated))

    def _field(self, each: Assumption, stated: float | None) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setDecimals(0 if each.id in WHOLE_ASSUMPTIONS else 2)
        least = each.least if each.default is not None else each.least - 1
        field.setRange(least, each.most)
        if each.default is None:
            field.setSpecialValueText(self.words.tr("not used"))
        usual = least if each.default is None else each.default
        field.setValue(usual if stated is None else stated)
        field.valueChanged.connect(self._show_result)
        return field

    def _show_result(self) -> None:
        if len(self.fields) < len(ASSUMPTIONS):
            return
        figures = assumed_figures(self.edit.assumptions)
        words = self.words
        self.net_hours.setText(
            words.tr(
                "Net hours of a person: {hours} a year",
                hours=short_number(figures["net_hours"].value),
            )
        )

    def _use_count(self, on_weekdays: int) -> None:
        """State the holidays on weekdays, and so no other days off."""
        usual = ASSUMPTION_BY_ID["days-off"].default
        assert usual is not None
        self.fields["days-off"].setValue(usual)
        self.fields["holidays"].setValue(on_weekdays)

    def _reset(self) -> None:
        for each in ASSUMPTIONS:
            field = self.fields[each.id]
            field.setValue(field.minimum() if each.default is None else each.default)

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self._plan)
        return (
            {}
            if problem is None
            else {self.fields["holidays"]: errors.message(problem, self.words)}
        )
