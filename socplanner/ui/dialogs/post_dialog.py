"""The dialog for a post: whose it is, its hours, how many people at once, the roles it covers."""

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

from socplanner.domain.ids import PhaseId, RoleId, slug_for
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.names import LONGEST_COVERAGE
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_edits import AddPost, ChangePost
from socplanner.domain.staffing_inputs import Post
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.terms import party_name, phase_name, role_label

_MOST_SEATS = 999
_ROLES_SHOWN = 6
_USUAL = ("24x365", "16x365", "8x5")


class PostDialog(QuestionDialog):
    """Edits every field of one post; `edit` adds or changes it."""

    def __init__(
        self, before: Post | None, plan: Plan, words: Words, parent: QWidget | None = None
    ) -> None:
        """Begin with the post `before`, or with a new one if it is None."""
        title = words.tr("Add a post") if before is None else words.tr("Change the post")
        accept = words.tr("Add") if before is None else words.tr("Change")
        super().__init__(title, accept, words, parent)
        self._before, self._plan = before, plan
        languages = (words.language, *(each for each in LANGUAGES if each != words.language))
        self.names: dict[Language, QLineEdit] = {each: QLineEdit(self) for each in languages}
        self.parties = QComboBox(self)
        self.hours = QComboBox(self)
        self.seats = QSpinBox(self)
        self.roles = QListWidget(self)
        self.begins, self.ends = QComboBox(self), QComboBox(self)
        self._fill()
        self._lay_out()
        self._show_before()
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> AddPost | ChangePost:
        """The edit that adds the post, or changes the one before."""
        return AddPost(self.post) if self._before is None else ChangePost(self.post)

    @property
    def post(self) -> Post:
        """The post as the fields have it; a new one gets an unused id."""
        ja, en = (self.names[each].text().strip() for each in ("ja", "en"))
        items = (self.roles.item(row) for row in range(self.roles.count()))
        checked = Qt.CheckState.Checked
        return Post(
            self._before.id if self._before is not None else self._free_id(en or ja),
            LocalText(ja or en, en or ja),
            self.parties.currentData(),
            self.hours.currentText().strip(),
            self.seats.value(),
            tuple(
                RoleId(item.data(Qt.ItemDataRole.UserRole))
                for item in items
                if item.checkState() is checked
            ),
            _phase_of(self.begins),
            _phase_of(self.ends),
        )

    def _fill(self) -> None:
        plan, words = self._plan, self.words
        for party in plan.parties:
            self.parties.addItem(party_name(party, words), party.id)
        self.hours.setEditable(True)
        self.hours.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.hours.addItems(_USUAL)
        self.seats.setRange(1, _MOST_SEATS)
        for role in plan.roles():
            item = QListWidgetItem(role_label(role, words), self.roles)
            item.setData(Qt.ItemDataRole.UserRole, role.id)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.begins.addItem(words.tr("the first phase"), None)
        self.ends.addItem(words.tr("the last phase"), None)
        for phase in plan.phases:
            for box in (self.begins, self.ends):
                box.addItem(phase_name(phase, words), phase.id)

    def _lay_out(self) -> None:
        words = self.words
        form = QFormLayout()
        names = {"ja": words.tr("Name in &Japanese"), "en": words.tr("Name in E&nglish")}
        for language, field in self.names.items():
            keep_clean(field, words)
            field.setPlaceholderText(words.tr("as in the other language"))
            field.setMinimumWidth(280)
            self.errors.add_row(form, names[language], field)
        form.addRow(words.tr("&Party"), self.parties)
        self.errors.add_row(form, words.tr("&Hours"), self.hours)
        self.errors.add_row(form, words.tr("&Seats at once"), self.seats)
        self.roles.setMinimumHeight(self.fontMetrics().height() * _ROLES_SHOWN)
        form.addRow(words.tr("&Roles"), self.roles)
        form.addRow(words.tr("From phase"), self.begins)
        self.errors.add_row(form, words.tr("Until phase"), self.ends)
        edit = self.hours.lineEdit()
        if edit is not None:
            keep_clean(edit, words, LONGEST_COVERAGE)
        self.column.addLayout(form)
        self.finish_layout()

    def _show_before(self) -> None:
        before = self._before
        if before is None:
            return
        is_same = before.name.ja == before.name.en
        for language, field in self.names.items():
            text = before.name.ja if language == "ja" else before.name.en
            field.setText("" if is_same and language != self.words.language else text)
        self.parties.setCurrentIndex(max(self.parties.findData(before.party), 0))
        self.hours.setEditText(before.coverage)
        self.seats.setValue(before.seats)
        for row in range(self.roles.count()):
            item = self.roles.item(row)
            if item.data(Qt.ItemDataRole.UserRole) in before.roles:
                item.setCheckState(Qt.CheckState.Checked)
        for box, phase in ((self.begins, before.begins), (self.ends, before.ends)):
            box.setCurrentIndex(max(box.findData(phase), 0))

    def _free_id(self, name: str) -> str:
        used = frozenset(post.id for post in self._plan.staffing.posts)
        return slug_for(name, used, "post")

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self._plan)
        if problem is None:
            return {}
        fields: dict[str, QWidget] = {
            "bad-hours": self.hours,
            "text-too-long": self.hours,
            "bad-amount": self.seats,
            "ends-before-it-begins": self.ends,
        }
        field = fields.get(problem.code, self.names[self.words.language])
        return {field: errors.message(problem, self.words)}


def _phase_of(box: QComboBox) -> PhaseId | None:
    chosen = box.currentData()
    return None if chosen is None else PhaseId(chosen)
