"""The dialog for a contract: with whom, for which roles, its fees, days, notice and phases."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from socplanner.domain.cost_edits import AddContract, ChangeContract
from socplanner.domain.cost_inputs import Contract
from socplanner.domain.ids import PartyId, RoleId, slug_for
from socplanner.domain.limits import MOST_NOTICE
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.money_field import MoneyField
from socplanner.ui.dialogs.part_dialog import PartDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.terms import party_name, role_label

_ROLES_SHOWN = 5


class ContractDialog(PartDialog):
    """Edits every field of one contract; `edit` adds or changes it."""

    def __init__(
        self,
        before: Contract | None,
        plan: Plan,
        words: Words,
        parent: QWidget | None = None,
        *,
        provider: PartyId | None = None,
    ) -> None:
        """Begin with the contract `before`, or with a new one of `provider` if it is None."""
        title = words.tr("Add a contract") if before is None else words.tr("Change the contract")
        accept = words.tr("Add") if before is None else words.tr("Change")
        super().__init__(title, accept, plan, words, parent)
        self._before = before
        self.parties = QComboBox(self)
        self.roles = QListWidget(self)
        amounts = ("fee", "once", "exit")
        self.amounts = {
            name: MoneyField(getattr(before, name, None), words.tr("not stated"), self)
            for name in amounts
        }
        self.first_day, self.last_day = QLineEdit(self), QLineEdit(self)
        self.notice = QSpinBox(self)
        self._fill(before.party if before is not None else provider)
        self._lay_out()
        if before is not None:
            self._show_before(before)
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> AddContract | ChangeContract:
        """The edit that adds the contract, or changes the one before."""
        if self._before is None:
            return AddContract(self.contract)
        return ChangeContract(self.contract)

    @property
    def contract(self) -> Contract:
        """The contract as the fields have it; a new one gets an unused id."""
        items = (self.roles.item(row) for row in range(self.roles.count()))
        checked = Qt.CheckState.Checked
        return Contract(
            self._before.id if self._before is not None else self._free_id(),
            self.name,
            PartyId(self.parties.currentData() or ""),
            tuple(
                RoleId(item.data(Qt.ItemDataRole.UserRole))
                for item in items
                if item.checkState() is checked
            ),
            self.amounts["fee"].amount,
            self.amounts["once"].amount,
            self.amounts["exit"].amount,
            first_day=self.first_day.text().strip(),
            last_day=self.last_day.text().strip(),
            notice=None if self.notice.value() < 0 else self.notice.value(),
            begins=self.first_phase,
            ends=self.last_phase,
        )

    def _fill(self, chosen: PartyId | None) -> None:
        plan, words = self.plan, self.words
        for party in plan.parties:
            if party.is_provider or party.id == chosen:
                self.parties.addItem(party_name(party, words), party.id)
        self.parties.setCurrentIndex(max(self.parties.findData(chosen), 0))
        for role in plan.roles():
            item = QListWidgetItem(role_label(role, words), self.roles)
            item.setData(Qt.ItemDataRole.UserRole, role.id)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.notice.setRange(-1, MOST_NOTICE)
        self.notice.setSpecialValueText(words.tr("not stated"))
        self.notice.setSuffix(words.tr(" months"))
        self.notice.setValue(-1)

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        self.add_names(form)
        form.addRow(words.tr("&Provider"), self.parties)
        self.roles.setMinimumHeight(self.fontMetrics().height() * _ROLES_SHOWN)
        self.roles.setToolTip(words.tr("All that the provider performs, if none is checked."))
        form.addRow(words.tr("&Roles, or none for all"), self.roles)
        form.addRow(words.tr("&Fee a month"), self.amounts["fee"])
        form.addRow(words.tr("&Once, in its first phase below"), self.amounts["once"])
        form.addRow(words.tr("At the &end, in its last phase below"), self.amounts["exit"])
        for label, field in (
            (words.tr("First &day"), self.first_day),
            (words.tr("L&ast day"), self.last_day),
        ):
            keep_clean(field, words)
            field.setPlaceholderText("2027-03-31")
            self.errors.add_row(form, label, field)
        form.addRow(words.tr("Not&ice"), self.notice)
        self.add_phases(form)
        self.column.addLayout(form)
        self.finish_layout()

    def _show_before(self, before: Contract) -> None:
        self.show_part(before)
        for row in range(self.roles.count()):
            item = self.roles.item(row)
            if item.data(Qt.ItemDataRole.UserRole) in before.roles:
                item.setCheckState(Qt.CheckState.Checked)
        self.first_day.setText(before.first_day)
        self.last_day.setText(before.last_day)
        self.notice.setValue(-1 if before.notice is None else before.notice)

    def _free_id(self) -> str:
        used = frozenset(each.id for each in self.plan.cost.contracts)
        return slug_for(self.name.en, used, "contract")

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self.plan)
        if problem is None:
            return {}
        fields: dict[str, QWidget] = {
            "contract-ends-before-it-begins": self.last_day,
            "ends-before-it-begins": self.ends,
        }
        field = fields.get(problem.code, self.names[self.words.language])
        if problem.code == "bad-day":
            is_first = problem.values.get("day") == self.contract.first_day
            field = self.first_day if is_first else self.last_day
        return {field: errors.message(problem, self.words)}
