"""The dialog for a step of a flow: role, order, what it hands on to whom, label and limit."""

from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.flow_edits import AddStep, ChangeStep
from socplanner.domain.flow_inputs import (
    FROM_BEFORE,
    FROM_EVENT,
    FROM_START,
    LIMIT_BEGINNINGS,
    MEANS,
    BusinessFlow,
    Counterpart,
    FlowStep,
    Receiver,
)
from socplanner.domain.flows.defaults import DefaultFlows, adopting, missing_counterparts
from socplanner.domain.history import Edit
from socplanner.domain.ids import RoleId
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import NO_TEXT, Plan
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.limit_field import LimitField
from socplanner.ui.dialogs.local_field import LocalField
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.wording import errors
from socplanner.wording.flow_lines import numbered_step
from socplanner.wording.flow_words import means_name, receiver_name
from socplanner.wording.language import Words
from socplanner.wording.marking import tlp_label
from socplanner.wording.terms import role_label

_ID = Qt.ItemDataRole.UserRole
_LINES, _RECEIVER_LINES = 3, 3
_WIDTH = 360


class EditedStep(NamedTuple):
    """Which step is edited: `before` of `flow`; for None a new one that comes after `follows`."""

    flow: BusinessFlow
    before: FlowStep | None
    follows: str = ""


class StepDialog(QuestionDialog):
    """Edits one step; `edit` changes it, or adds it after `follows`."""

    def __init__(
        self,
        edited: EditedStep,
        plan: Plan,
        defaults: DefaultFlows,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the step that is edited, or with a new one."""
        flow, before, follows = edited
        title = words.tr("Add a step") if before is None else words.tr("Change the step")
        accept = words.tr("Add") if before is None else words.tr("Change")
        super().__init__(title, accept, words, parent)
        self._flow, self._before, self._plan, self._defaults = flow, before, plan, defaults
        self._follows = follows
        start = before or _new_step(flow, plan, follows)
        self._start = start
        self.roles = QComboBox(self)
        self.does = LocalField(start.does, words, self)
        self.after, self.receiver_list = QListWidget(self), QListWidget(self)
        self.sends = LocalField(start.sends, words, self)
        self.search = QLineEdit(self)
        self.means = {each: QCheckBox(means_name(each, words), self) for each in MEANS}
        self.labels = QComboBox(self)
        self.limit = LimitField(start.limit, words, self)
        self.limit_from = QComboBox(self)
        self.event_text = LocalField(start.event, words, self)
        self.condition = LocalField(start.condition, words, self)
        self.note = LocalField(start.note, words, self)
        self._fill()
        self._lay_out()
        self.errors.find_by(self._problems)

    @property
    def step(self) -> FlowStep:
        """The step as the fields have it."""
        label = self.labels.currentData()
        return FlowStep(
            self._start.id,
            RoleId(str(self.roles.currentData() or "")),
            self.does.local_text,
            tuple(_checked(self.after)),
            self.sends.local_text,
            tuple(_checked(self.receiver_list)),
            tuple(each for each, box in self.means.items() if box.isChecked()),
            Tlp(label) if label else None,
            self.limit.duration,
            str(self.limit_from.currentData()),
            self.event_text.local_text,
            self.condition.local_text,
            self.note.local_text,
        )

    @property
    def edit(self) -> Edit:
        """The edit that changes the step or adds it; a default flow is adopted first."""
        edit: Edit
        if self._before is not None:
            edit = ChangeStep(self._flow.id, self.step)
        else:
            ids = [each.id for each in self._flow.steps]
            place = ids.index(self._follows) + 1 if self._follows in ids else len(ids)
            edit = AddStep(self._flow.id, self.step, place)
        return adopting(self._plan, self._flow.id, edit, self._defaults)

    def _fill(self) -> None:
        plan, words, start = self._plan, self.words, self._start
        for role in plan.all_roles():
            if not role.is_hidden or role.id == start.role:
                self.roles.addItem(role_label(role, words), role.id)
        self.roles.setCurrentIndex(max(self.roles.findData(start.role), 0))
        for step in self._flow.steps:
            if step.id != start.id:
                name = f"{numbered_step(plan, self._flow, step.id)}  {words.local(step.does)}"
                _add(self.after, name, step.id, is_checked=step.id in start.after)
        self._fill_receivers()
        for each, box in self.means.items():
            box.setChecked(each in start.means)
        self.labels.addItem(words.tr("not stated"), "")
        for label in Tlp:
            self.labels.addItem(tlp_label(label), label.value)
        self.labels.setCurrentIndex(
            max(self.labels.findData("" if start.tlp is None else start.tlp.value), 0)
        )
        self._fill_beginnings()

    def _fill_receivers(self) -> None:
        """List those that receive first, then roles, parties and counterparts."""
        plan, words = self._plan, self.words
        counterparts = self._counterparts()
        choices = [
            *(Receiver("role", role.id) for role in plan.roles()),
            *(Receiver("party", party.id) for party in plan.parties),
            *(Receiver("counterpart", each.id) for each in counterparts),
        ]
        chosen = self._start.to
        for receiver in (*chosen, *(each for each in choices if each not in chosen)):
            name = receiver_name(plan, receiver, counterparts, words)
            _add(self.receiver_list, name, receiver, is_checked=receiver in chosen)

    def _counterparts(self) -> tuple[Counterpart, ...]:
        """Return the counterparts that a step can name: of a default, those it comes with."""
        plan, defaults = self._plan, self._defaults
        return (*plan.counterparts, *missing_counterparts(plan, self._flow, defaults))

    def _fill_beginnings(self) -> None:
        words, box = self.words, self.limit_from
        box.addItem(words.tr("the end of the steps before"), FROM_BEFORE)
        box.addItem(words.tr("the start of the flow"), FROM_START)
        box.addItem(words.tr("an event outside the flow"), FROM_EVENT)
        for step in self._flow.steps:
            if step.id != self._start.id:
                name = words.tr(
                    "the end of {step}", step=numbered_step(self._plan, self._flow, step.id)
                )
                box.addItem(name, step.id)
        box.setCurrentIndex(max(box.findData(self._start.limit_from), 0))

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        line = self.fontMetrics().height()
        self.errors.add_row(form, words.tr("&Role"), self.roles)
        self.does.setMinimumWidth(_WIDTH)
        self.errors.add_row(form, words.tr("&What is done"), self.does)
        self.after.setFixedHeight(line * _LINES + 8)
        self.errors.add_row(form, words.tr("A&fter"), self.after)
        self.errors.add_row(form, words.tr("&Hands on"), self.sends)
        self.search.setPlaceholderText(words.tr("Find a role, a party or a counterpart"))
        self.search.setAccessibleName(words.tr("Find a receiver"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_receivers)
        self.receiver_list.setFixedHeight(line * _RECEIVER_LINES + 8)
        self.receiver_list.setAccessibleName(words.tr("Receivers"))
        receivers = QWidget(self)
        both = QVBoxLayout(receivers)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(2)
        both.addWidget(self.search)
        both.addWidget(self.receiver_list)
        receivers.setFocusProxy(self.search)
        form.addRow(words.tr("&To"), receivers)
        means = QHBoxLayout()
        for box in self.means.values():
            means.addWidget(box)
        means.addStretch(1)
        form.addRow(words.tr("Means"), means)
        form.addRow(words.tr("T&LP"), self.labels)
        self.errors.add_row(form, words.tr("L&imit"), self.limit)
        self.limit.changed.connect(self._on_limit_changed)
        form.addRow(words.tr("Fro&m"), self.limit_from)
        self.errors.add_row(form, words.tr("&Event, in words"), self.event_text)
        self.errors.add_row(form, words.tr("&Condition"), self.condition)
        self.errors.add_row(form, words.tr("&Note"), self.note)
        self.condition.setPlaceholderText(self.condition.placeholderText() or words.tr("always"))
        self.column.addLayout(form)
        self.finish_layout()

    def _show_receivers(self, text: str) -> None:
        wanted = text.strip().casefold()
        for row in range(self.receiver_list.count()):
            item = self.receiver_list.item(row)
            item.setHidden(wanted not in item.text().casefold())

    def _on_limit_changed(self) -> None:
        self.errors.mark_edited(self.limit)

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self._plan)
        if problem is None:
            return {}
        fields: dict[str, QWidget] = {
            "cycle-of-steps": self.after,
            "step-after-itself": self.after,
            "unknown-step": self.after,
            "bad-duration": self.limit,
            "unknown-role": self.roles,
        }
        field = fields.get(problem.code, self.does)
        if problem.code == "name-too-long":
            texts = (self.does, self.sends, self.event_text, self.condition, self.note)
            field = max(texts, key=lambda each: len(each.text()))
        return {field: errors.message(problem, self.words)}


def _new_step(flow: BusinessFlow, plan: Plan, follows: str) -> FlowStep:
    """Return a step with an unused id that comes after `follows`."""
    ids = {each.id for each in flow.steps} | set(LIMIT_BEGINNINGS)
    number = len(flow.steps) + 1
    while str(number) in ids:
        number += 1
    before = flow.step(follows)
    role = next(iter(plan.roles())).id if before is None else before.role
    after = () if before is None else (follows,)
    return FlowStep(str(number), role, NO_TEXT, after, tlp=None if before is None else before.tlp)


def _add(box: QListWidget, name: str, data: object, *, is_checked: bool) -> None:
    item = QListWidgetItem(name, box)
    item.setData(_ID, data)
    item.setCheckState(Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)


def _checked(box: QListWidget) -> list[Any]:
    """Return the data of the checked items."""
    items = (box.item(row) for row in range(box.count()))
    return [item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked]
