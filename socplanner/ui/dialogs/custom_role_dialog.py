"""The dialog for one custom role: code, names, function, and the area of a new one."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from socplanner.domain.catalogue import Area, Role
from socplanner.domain.custom_role_edits import AddCustomRole, ChangeCustomRole
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.terms import area_name, function_name

_AREAS = (Area.I, Area.II, Area.III, Area.IV, Area.UNPLACED)
_LONGEST_CODE = 40
_ABOUT_NAMES = frozenset({"empty-name", "name-too-long", "bad-character"})


class CustomRoleDialog(QuestionDialog):
    """Edits the fields of one role; `edit` is the result."""

    def __init__(
        self, before: Role | None, plan: Plan, words: Words, parent: QWidget | None = None
    ) -> None:
        """Begin with the role `before`, or with a new one if it is None."""
        title = words.tr("Add a custom role") if before is None else words.tr("Change custom role")
        accept = words.tr("Add") if before is None else words.tr("Change")
        super().__init__(title, accept, words, parent)
        self._before = before
        self._plan = plan
        languages = (words.language, *(each for each in LANGUAGES if each != words.language))
        self.code = QLineEdit(self)
        self.names: dict[Language, QLineEdit] = {each: QLineEdit(self) for each in languages}
        self.function = QComboBox(self)
        self.area = QComboBox(self)
        self._fill()
        self._lay_out()
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> AddCustomRole | ChangeCustomRole:
        """The edit that the fields make."""
        ja, en = (self.names[each].text().strip() for each in ("ja", "en"))
        name = LocalText(ja or en, en or ja)
        function = str(self.function.currentData())
        if self._before is not None:
            return ChangeCustomRole(self._before.id, function, name)
        return AddCustomRole(self.code.text(), function, name, _AREAS[self.area.currentIndex()])

    def _fill(self) -> None:
        words, plan, before = self.words, self._plan, self._before
        for function in plan.catalogue.functions:
            name = function_name(function.code, plan.catalogue, words)
            self.function.addItem(f"{function.code}. {name}", function.code)
        for area in _AREAS:
            name = area_name(area, plan.catalogue, words)
            self.area.addItem(name if area is Area.UNPLACED else f"{area.value}  {name}")
        if before is None:
            self.area.setCurrentIndex(len(_AREAS) - 1)
            return
        self.code.setText(before.code)
        self.code.setEnabled(False)
        self.function.setCurrentIndex(max(0, self.function.findData(before.function)))
        is_same = before.name.ja == before.name.en
        for language, field in self.names.items():
            text = before.name.ja if language == "ja" else before.name.en
            field.setText("" if is_same and language != words.language else text)

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        names = {"ja": words.tr("Name in &Japanese"), "en": words.tr("Name in E&nglish")}
        self.errors.add_row(form, words.tr("&Code"), self.code)
        for language, field in self.names.items():
            self.errors.add_row(form, names[language], field)
            field.setPlaceholderText(words.tr("as in the other language"))
            keep_clean(field, words)
            field.setMinimumWidth(280)
        keep_clean(self.code, words, _LONGEST_CODE)
        form.addRow(words.tr("&Function"), self.function)
        if self._before is None:
            form.addRow(words.tr("A&rea"), self.area)
        else:
            self.area.hide()
        self.column.addLayout(form)
        self.finish_layout()

    def _problems(self) -> dict[QWidget, str]:
        """Return what is invalid, by field: a name is needed in one language."""
        problem = rejection_of(self.edit, self._plan)
        if problem is None:
            return {}
        is_name = problem.code in _ABOUT_NAMES
        field = self.names[self.words.language] if is_name else self.code
        return {field: errors.message(problem, self.words)}
