"""The dialog for a flow: its names, what begins it, from which severity on, and its limit."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from socplanner.domain.flow_edits import AddFlow, ChangeFlow
from socplanner.domain.flow_inputs import BusinessFlow
from socplanner.domain.flows.defaults import DefaultFlows, adopting
from socplanner.domain.history import Edit
from socplanner.domain.ids import slug_for
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.plan import NO_TEXT, Plan
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.limit_field import LimitField
from socplanner.ui.dialogs.local_field import LocalField
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.wording import errors
from socplanner.wording.language import Words

_WIDTH = 300


class FlowDialog(QuestionDialog):
    """Edits everything of a flow but its steps; `edit` adds or changes it."""

    def __init__(
        self,
        before: BusinessFlow | None,
        plan: Plan,
        defaults: DefaultFlows,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the flow `before`, or with a new one."""
        title = words.tr("Add a flow") if before is None else words.tr("Change the flow")
        accept = words.tr("Add") if before is None else words.tr("Change")
        super().__init__(title, accept, words, parent)
        self._before, self._plan, self._defaults = before, plan, defaults
        start = before or BusinessFlow("", NO_TEXT)
        languages = (words.language, *(each for each in LANGUAGES if each != words.language))
        self.names: dict[Language, QLineEdit] = {each: QLineEdit(self) for each in languages}
        is_same = start.name.ja == start.name.en
        for language, field in self.names.items():
            text = start.name.in_(language)
            field.setText("" if is_same and language != words.language else text)
        self.trigger = LocalField(start.trigger, words, self)
        self.severity = LocalField(start.severity, words, self)
        self.limit = LimitField(start.limit, words, self)
        self._lay_out()
        self.errors.find_by(self._problems)

    @property
    def flow(self) -> BusinessFlow:
        """The flow as the fields have it; a new one gets an unused id."""
        start = self._before or BusinessFlow(self._free_id(), NO_TEXT)
        return start._replace(
            name=self._name,
            trigger=self.trigger.local_text,
            severity=self.severity.local_text,
            limit=self.limit.duration,
        )

    @property
    def edit(self) -> Edit:
        """The edit that adds the flow, or changes the one before; a default is adopted first."""
        if self._before is None:
            return AddFlow(self.flow)
        return adopting(self._plan, self._before.id, ChangeFlow(self.flow), self._defaults)

    @property
    def _name(self) -> LocalText:
        ja, en = (self.names[each].text().strip() for each in ("ja", "en"))
        return LocalText(ja or en, en or ja)

    def _free_id(self) -> str:
        flows = (*self._plan.flows, *self._defaults.flows)
        return slug_for(self._name.en, frozenset(each.id for each in flows), "flow")

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        titles = {"ja": words.tr("Name in &Japanese"), "en": words.tr("Name in E&nglish")}
        for language, field in self.names.items():
            keep_clean(field, words)
            field.setPlaceholderText(words.tr("as in the other language"))
            field.setMinimumWidth(_WIDTH)
            self.errors.add_row(form, titles[language], field)
        self.errors.add_row(form, words.tr("&Begins with"), self.trigger)
        self.errors.add_row(form, words.tr("&Severity"), self.severity)
        self.errors.add_row(form, words.tr("L&imit of the whole"), self.limit)
        self.limit.changed.connect(self._on_limit_changed)
        self.column.addLayout(form)
        self.finish_layout()

    def _on_limit_changed(self) -> None:
        self.errors.mark_edited(self.limit)

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self._plan)
        if problem is None:
            return {}
        field: QWidget = self.names[self.words.language]
        if problem.code == "bad-duration":
            field = self.limit
        if problem.code == "name-too-long" and len(self._name.in_(self.words.language)) <= 200:
            field = max((self.trigger, self.severity), key=lambda each: len(each.text()))
        return {field: errors.message(problem, self.words)}
