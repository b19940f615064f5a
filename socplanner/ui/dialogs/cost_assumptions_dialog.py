"""The dialog for the assumptions of cost: currency, rounding, shares of a person, rates."""

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QWidget

from socplanner.domain.cost_edits import SetCostAssumptions
from socplanner.domain.cost_inputs import (
    LEAST_SHARE,
    RETAINED_SHARE,
    ROLE_SHARE,
    ROUNDINGS,
    Rates,
)
from socplanner.domain.currencies import CURRENCIES, USUAL
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.money_field import MoneyField
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.dialogs.rates_dialog import RATE_TITLES
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words
from socplanner.wording.staffing_words import short_number


class CostAssumptionsDialog(QuestionDialog):
    """Shows currency, rounding, shares with this tool's defaults, and the rates of all parties."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Begin with the assumptions of `plan`."""
        super().__init__(words.tr("Assumptions of cost"), words.tr("Apply"), words, parent)
        cost = plan.cost
        self.currency, self.rounding = QComboBox(self), QComboBox(self)
        self.currency.addItem(words.tr("not stated"), "")
        for code in dict.fromkeys((*USUAL, *sorted(CURRENCIES))):
            self.currency.addItem(code, code)
        self.currency.setCurrentIndex(max(self.currency.findData(cost.currency), 0))
        for unit in ROUNDINGS:
            self.rounding.addItem(f"{unit:,}", unit)
        self.rounding.setCurrentIndex(self.rounding.findData(cost.rounding or ROUNDINGS[0]))
        self.retained = self._share(cost.retained_share, RETAINED_SHARE)
        self.role = self._share(cost.role_share, ROLE_SHARE)
        form = QFormLayout()
        form.addRow(words.tr("&Currency"), self.currency)
        form.addRow(words.tr("&Round shown amounts to"), self.rounding)
        form.addRow(words.tr("Retained for each outso&urced role"), self.retained)
        form.addRow(words.tr("Needed for each role that mo&ves in-house"), self.role)
        self.fields: dict[str, MoneyField] = {}
        for name, label in RATE_TITLES.items():
            stated = getattr(cost.rates, name)
            self.fields[name] = MoneyField(stated, words.tr("not stated"), self)
            form.addRow(words.tr(label), self.fields[name])
        self.column.addLayout(form)
        about = PlainLabel(
            self,
            words.tr(
                "The rates are those of all parties that state none; tools are those that parties "
                "share. Amounts are never converted."
            ),
        )
        about.setWordWrap(True)
        self.column.addWidget(about)
        self.finish_layout()

    @property
    def edit(self) -> SetCostAssumptions:
        """The edit that sets the assumptions as the fields have them."""
        rounding = self.rounding.currentData()
        return SetCostAssumptions(
            self.currency.currentData(),
            None if rounding == ROUNDINGS[0] else rounding,
            _stated(self.retained),
            _stated(self.role),
            Rates(**{name: field.amount for name, field in self.fields.items()}),
        )

    def _share(self, stated: float | None, usual: float) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setDecimals(1)
        field.setRange(LEAST_SHARE - 1, 100)
        field.setSuffix(" %")
        default = self.words.tr("default: {value}", value=f"{short_number(usual)} %")
        field.setSpecialValueText(default)
        field.setValue(LEAST_SHARE - 1 if stated is None else stated)
        return field


def _stated(field: QDoubleSpinBox) -> float | None:
    return None if field.value() < LEAST_SHARE else field.value()
