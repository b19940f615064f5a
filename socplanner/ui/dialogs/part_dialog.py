"""The base of dialogs for a part of the plan: its names, and from which phase until which."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from socplanner.domain.cost_inputs import Contract
from socplanner.domain.ids import PhaseId
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_inputs import Post, Workload
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_name

_NAME_WIDTH = 280


class PartDialog(QuestionDialog):
    """Has the fields that posts, workloads and contracts share; subclasses add their own."""

    def __init__(
        self, title: str, accept: str, plan: Plan, words: Words, parent: QWidget | None
    ) -> None:
        """Begin without names, from the first phase to the last."""
        super().__init__(title, accept, words, parent)
        self.plan = plan
        languages = (words.language, *(each for each in LANGUAGES if each != words.language))
        self.names: dict[Language, QLineEdit] = {each: QLineEdit(self) for each in languages}
        self.begins, self.ends = QComboBox(self), QComboBox(self)
        self.begins.addItem(words.tr("the first phase"), None)
        self.ends.addItem(words.tr("the last phase"), None)
        for phase in plan.phases:
            for box in (self.begins, self.ends):
                box.addItem(phase_name(phase, words), phase.id)

    @property
    def name(self) -> LocalText:
        """The name in both languages; an empty one is as in the other language."""
        ja, en = (self.names[each].text().strip() for each in ("ja", "en"))
        return LocalText(ja or en, en or ja)

    @property
    def first_phase(self) -> PhaseId | None:
        """The phase it begins in, None for the first one."""
        return _phase_of(self.begins)

    @property
    def last_phase(self) -> PhaseId | None:
        """The last phase it is there, None for the last one."""
        return _phase_of(self.ends)

    def add_names(self, form: QFormLayout) -> None:
        """Add the rows of the names."""
        words = self.words
        titles = {"ja": words.tr("Name in &Japanese"), "en": words.tr("Name in E&nglish")}
        for language, field in self.names.items():
            keep_clean(field, words)
            field.setPlaceholderText(words.tr("as in the other language"))
            field.setMinimumWidth(_NAME_WIDTH)
            self.errors.add_row(form, titles[language], field)

    def add_phases(self, form: QFormLayout) -> None:
        """Add the rows of the phases."""
        form.addRow(self.words.tr("From phase"), self.begins)
        self.errors.add_row(form, self.words.tr("Until phase"), self.ends)

    def show_part(self, part: Post | Workload | Contract) -> None:
        """Show names and phases of `part`."""
        is_same = part.name.ja == part.name.en
        for language, field in self.names.items():
            text = part.name.ja if language == "ja" else part.name.en
            field.setText("" if is_same and language != self.words.language else text)
        for box, phase in ((self.begins, part.begins), (self.ends, part.ends)):
            box.setCurrentIndex(max(box.findData(phase), 0))


def _phase_of(box: QComboBox) -> PhaseId | None:
    chosen = box.currentData()
    return None if chosen is None else PhaseId(chosen)
