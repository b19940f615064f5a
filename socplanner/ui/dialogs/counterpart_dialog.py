"""The dialog for one counterpart: its names and its kind."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from socplanner.domain.flow_edits import SetCounterparts
from socplanner.domain.flow_inputs import COUNTERPART_KINDS, Counterpart
from socplanner.domain.ids import slug_for
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.wording import errors
from socplanner.wording.flow_words import counterpart_kind_name
from socplanner.wording.language import Words

_WIDTH = 320


class CounterpartDialog(QuestionDialog):
    """Edits one counterpart; `edit` adds or changes it."""

    def __init__(
        self,
        before: Counterpart | None,
        used: frozenset[str],
        plan: Plan,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the counterpart `before`, or a new one with an id that is not in `used`."""
        title = words.tr("Change the counterpart")
        if before is None:
            title = words.tr("Add a counterpart")
        accept = words.tr("Add") if before is None else words.tr("Change")
        super().__init__(title, accept, words, parent)
        self._before, self._used, self._plan = before, used, plan
        languages = (words.language, *(each for each in LANGUAGES if each != words.language))
        self.names: dict[Language, QLineEdit] = {each: QLineEdit(self) for each in languages}
        self.kinds = QComboBox(self)
        for kind in COUNTERPART_KINDS:
            self.kinds.addItem(counterpart_kind_name(kind, words), kind)
        if before is not None:
            self.kinds.setCurrentIndex(self.kinds.findData(before.kind))
            is_same = before.name.ja == before.name.en
            for language, field in self.names.items():
                is_other = is_same and language != words.language
                field.setText("" if is_other else before.name.in_(language))
        self._lay_out()
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> SetCounterparts:
        """The edit that adds the counterpart after the others, or changes it."""
        ja, en = (self.names[each].text().strip() for each in ("ja", "en"))
        name = LocalText(ja or en, en or ja)
        kind = COUNTERPART_KINDS[self.kinds.currentIndex()]
        present = self._plan.counterparts
        if self._before is None:
            added = Counterpart(slug_for(name.en, self._used, "counterpart"), kind, name)
            return SetCounterparts((*present, added))
        changed = Counterpart(self._before.id, kind, name)
        return SetCounterparts(
            tuple(changed if each.id == changed.id else each for each in present)
        )

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        titles = {"ja": words.tr("Name in &Japanese"), "en": words.tr("Name in E&nglish")}
        for language, field in self.names.items():
            keep_clean(field, words)
            field.setMinimumWidth(_WIDTH)
            field.setPlaceholderText(words.tr("as in the other language"))
            self.errors.add_row(form, titles[language], field)
        form.addRow(words.tr("&Kind"), self.kinds)
        self.column.addLayout(form)
        self.finish_layout()

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self._plan)
        field = self.names[self.words.language]
        return {} if problem is None else {field: errors.message(problem, self.words)}
