"""The dialog for a reporting duty: to whom, by when, by which law, and whether it applies."""

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from socplanner.domain.flow_inputs import Receiver, receiver_of
from socplanner.domain.flows.defaults import DefaultFlows
from socplanner.domain.ids import RoleId, slug_for
from socplanner.domain.plan import NO_TEXT, Plan
from socplanner.domain.sharing.duties import missing_counterpart
from socplanner.domain.sharing_edits import SetReportingDuty
from socplanner.domain.sharing_inputs import ReportingDuty
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.limit_field import LimitField
from socplanner.ui.dialogs.local_field import LocalField
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.wording import errors
from socplanner.wording.flow_words import receiver_name
from socplanner.wording.language import Words
from socplanner.wording.terms import role_label

_WIDTH = 380


class DutyDialog(QuestionDialog):
    """Edits every field of one duty; `edit` states it in the plan."""

    def __init__(
        self,
        before: ReportingDuty | None,
        used: frozenset[str],
        plan: Plan,
        defaults: DefaultFlows,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the duty `before`; for None with a new one, whose id is not in `used`."""
        title = words.tr("Change the reporting duty")
        if before is None:
            title = words.tr("Add a reporting duty")
        accept = words.tr("Add") if before is None else words.tr("Change")
        super().__init__(title, accept, words, parent)
        self._before, self._used, self._plan, self._defaults = before, used, plan, defaults
        start = before or ReportingDuty("", Receiver("counterpart", ""), NO_TEXT)
        self.name = LocalField(start.name, words, self)
        self.to, self.roles = QComboBox(self), QComboBox(self)
        self.law = LocalField(start.law, words, self)
        self.article = LocalField(start.article, words, self)
        self.source = LocalField(start.source, words, self)
        self.as_of = QLineEdit(start.as_of, self)
        self.begins = LocalField(start.begins, words, self)
        self.term = LocalField(start.term, words, self)
        self.earliest = LimitField(start.earliest, words, self)
        self.latest = LimitField(start.latest, words, self)
        self.condition = LocalField(start.condition, words, self)
        self.voluntary = QCheckBox(words.tr("&Voluntary: no law or contract demands it"), self)
        self.applies = QCheckBox(words.tr("It &applies to this organisation"), self)
        self.voluntary.setChecked(start.is_voluntary)
        self.applies.setChecked(start.applies)
        self._fill(start)
        self._lay_out()
        self.errors.find_by(self._problems)

    @property
    def duty(self) -> ReportingDuty:
        """The duty as the fields have it; a new one gets an unused id."""
        name = self.name.local_text
        duty_id = slug_for(name.en, self._used, "duty")
        role = self.roles.currentData()
        return ReportingDuty(
            duty_id if self._before is None else self._before.id,
            receiver_of(str(self.to.currentData() or "counterpart:")),
            name,
            RoleId(role) if role else None,
            self.law.local_text,
            self.article.local_text,
            self.as_of.text().strip(),
            self.source.local_text,
            self.begins.local_text,
            self.term.local_text,
            self.earliest.duration,
            self.latest.duration,
            self.voluntary.isChecked(),
            self.condition.local_text,
            self.applies.isChecked(),
        )

    @property
    def edit(self) -> SetReportingDuty:
        """The edit that states the duty; a default counterpart comes with it."""
        duty = self.duty
        return SetReportingDuty(duty, missing_counterpart(self._plan, duty.to, self._defaults))

    def _fill(self, start: ReportingDuty) -> None:
        plan, words = self._plan, self.words
        present = {each.id for each in plan.counterparts}
        usual = (each for each in self._defaults.counterparts if each.id not in present)
        counterparts = (*plan.counterparts, *usual)
        receivers = [
            *(Receiver("party", party.id) for party in plan.parties if party.kind != "internal"),
            *(Receiver("counterpart", each.id) for each in counterparts),
        ]
        if start.to.id and start.to not in receivers:
            receivers.insert(0, start.to)
        for receiver in receivers:
            self.to.addItem(receiver_name(plan, receiver, counterparts, words), receiver.text)
        self.to.setCurrentIndex(max(self.to.findData(start.to.text), 0))
        self.roles.addItem(words.tr("not stated"), "")
        for role in plan.all_roles():
            if not role.is_hidden or role.id == start.role:
                self.roles.addItem(role_label(role, words), role.id)
        self.roles.setCurrentIndex(max(self.roles.findData(start.role or ""), 0))

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        self.name.setMinimumWidth(_WIDTH)
        self.errors.add_row(form, words.tr("&Name"), self.name)
        self.errors.add_row(form, words.tr("&To"), self.to)
        self.errors.add_row(form, words.tr("&Role that reports"), self.roles)
        self.errors.add_row(form, words.tr("&Law or contract"), self.law)
        form.addRow(words.tr("Art&icle"), self.article)
        form.addRow(words.tr("&Source of the term"), self.source)
        self.as_of.setPlaceholderText("2025-04-01")
        keep_clean(self.as_of, words)
        self.errors.add_row(form, words.tr("As &of"), self.as_of)
        form.addRow(words.tr("&From when"), self.begins)
        form.addRow(words.tr("Ter&m in words"), self.term)
        self.errors.add_row(form, words.tr("Not &before"), self.earliest)
        self.errors.add_row(form, words.tr("Not after"), self.latest)
        self.earliest.changed.connect(self._on_term_changed)
        self.latest.changed.connect(self._on_term_changed)
        form.addRow(words.tr("&Condition"), self.condition)
        self.condition.setPlaceholderText(self.condition.placeholderText() or words.tr("always"))
        form.addRow("", self.voluntary)
        form.addRow("", self.applies)
        self.column.addLayout(form)
        self.finish_layout()

    def _on_term_changed(self) -> None:
        self.errors.mark_edited(self.latest)

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self._plan)
        if problem is None:
            return {}
        fields: dict[str, QWidget] = {
            "bad-day": self.as_of,
            "bad-duration": self.latest,
            "earliest-without-latest": self.latest,
            "latest-before-earliest": self.latest,
            "unknown-party": self.to,
            "unknown-counterpart": self.to,
            "unknown-role": self.roles,
        }
        field = fields.get(problem.code, self.name)
        return {field: errors.message(problem, self.words)}
