"""The dialog for a post: whose it is, its hours, how many people at once, the roles it covers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from socplanner.domain.ids import RoleId, slug_for
from socplanner.domain.names import LONGEST_COVERAGE
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_edits import AddPost, ChangePost
from socplanner.domain.staffing_inputs import Post
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.part_dialog import PartDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.terms import party_name, role_label

_MOST_SEATS = 999
_ROLES_SHOWN = 6
_USUAL = ("24x365", "16x365", "8x5")


class PostDialog(PartDialog):
    """Edits every field of one post; `edit` adds or changes it."""

    def __init__(
        self, before: Post | None, plan: Plan, words: Words, parent: QWidget | None = None
    ) -> None:
        """Begin with the post `before`, or with a new one if it is None."""
        title = words.tr("Add a post") if before is None else words.tr("Change the post")
        accept = words.tr("Add") if before is None else words.tr("Change")
        super().__init__(title, accept, plan, words, parent)
        self._before = before
        self.parties = QComboBox(self)
        self.hours = QComboBox(self)
        self.seats = QSpinBox(self)
        self.roles = QListWidget(self)
        self._fill()
        self._lay_out()
        if before is not None:
            self._show_before(before)
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> AddPost | ChangePost:
        """The edit that adds the post, or changes the one before."""
        return AddPost(self.post) if self._before is None else ChangePost(self.post)

    @property
    def post(self) -> Post:
        """The post as the fields have it; a new one gets an unused id."""
        items = (self.roles.item(row) for row in range(self.roles.count()))
        checked = Qt.CheckState.Checked
        return Post(
            self._before.id if self._before is not None else self._free_id(),
            self.name,
            self.parties.currentData(),
            self.hours.currentText().strip(),
            self.seats.value(),
            tuple(
                RoleId(item.data(Qt.ItemDataRole.UserRole))
                for item in items
                if item.checkState() is checked
            ),
            self.first_phase,
            self.last_phase,
            None if self._before is None else self._before.queue,
        )

    def _fill(self) -> None:
        plan, words = self.plan, self.words
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

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        self.add_names(form)
        form.addRow(words.tr("&Party"), self.parties)
        self.errors.add_row(form, words.tr("&Hours"), self.hours)
        self.errors.add_row(form, words.tr("&Seats at once"), self.seats)
        self.roles.setMinimumHeight(self.fontMetrics().height() * _ROLES_SHOWN)
        form.addRow(words.tr("&Roles"), self.roles)
        self.add_phases(form)
        edit = self.hours.lineEdit()
        if edit is not None:
            keep_clean(edit, words, LONGEST_COVERAGE)
        self.column.addLayout(form)
        self.finish_layout()

    def _show_before(self, before: Post) -> None:
        self.show_part(before)
        self.parties.setCurrentIndex(max(self.parties.findData(before.party), 0))
        self.hours.setEditText(before.coverage)
        self.seats.setValue(before.seats)
        for row in range(self.roles.count()):
            item = self.roles.item(row)
            if item.data(Qt.ItemDataRole.UserRole) in before.roles:
                item.setCheckState(Qt.CheckState.Checked)

    def _free_id(self) -> str:
        used = frozenset(post.id for post in self.plan.staffing.posts)
        return slug_for(self.name.en, used, "post")

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self.plan)
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
