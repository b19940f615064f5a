"""The dialog for a workload: whose work it is, of which kind, and how much."""

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QStackedWidget, QWidget

from socplanner.domain.ids import PartyId, slug_for
from socplanner.domain.limits import MOST_AMOUNT
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_edits import AddWorkload, ChangeWorkload
from socplanner.domain.staffing_inputs import Workload
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.part_dialog import PartDialog
from socplanner.wording import errors
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import party_name

_VOLUME, _INCIDENTS, _PROJECT = "volume", "incidents", "project"
_KINDS = {
    _VOLUME: N_("A number every day"),
    _INCIDENTS: N_("Incidents of a year"),
    _PROJECT: N_("Project work"),
}
_FIELDS = {
    _VOLUME: ("volume", "minutes", "left"),
    _INCIDENTS: ("incidents", "hours"),
    _PROJECT: ("hours_a_year",),
}
_TITLES = {
    "volume": N_("Volume a day"),
    "minutes": N_("Minutes each"),
    "left": N_("Left after automation in percent"),
    "incidents": N_("Incidents a year"),
    "hours": N_("Hours each"),
    "hours_a_year": N_("Hours of work a year"),
}
_USUAL = {"volume": 100.0, "minutes": 10.0, "left": 100.0, "incidents": 12.0, "hours": 40.0}
_USUAL_PROJECT = 200.0
_POST, _PARTY = "post", "party"
_ALL = 100
"""Per cent: nothing is automated."""


class WorkloadDialog(PartDialog):
    """Edits every field of one workload; `edit` adds or changes it."""

    def __init__(
        self,
        before: Workload | None,
        plan: Plan,
        words: Words,
        parent: QWidget | None = None,
        *,
        post: str = "",
    ) -> None:
        """Begin with the workload `before`, or with a new one of `post` if it is None."""
        title = words.tr("Add work") if before is None else words.tr("Change the work")
        accept = words.tr("Add") if before is None else words.tr("Change")
        super().__init__(title, accept, plan, words, parent)
        self._before = before
        self.owners, self.kinds = QComboBox(self), QComboBox(self)
        self.amounts = {name: self._amount(name) for name in _TITLES}
        self._pages = QStackedWidget(self)
        self._fill(post)
        self._lay_out()
        if before is not None:
            self._show_before(before)
        self._pages.setCurrentIndex(self.kinds.currentIndex())
        self.kinds.currentIndexChanged.connect(self._pages.setCurrentIndex)
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> AddWorkload | ChangeWorkload:
        """The edit that adds the workload, or changes the one before."""
        work = self.workload
        return AddWorkload(work) if self._before is None else ChangeWorkload(work)

    @property
    def workload(self) -> Workload:
        """The workload as the fields have it; a new one gets an unused id."""
        what, owner = self.owners.currentData()
        chosen = _FIELDS[str(self.kinds.currentData())]
        amounts = {name: self.amounts[name].value() for name in chosen}
        if amounts.get("left") == _ALL:
            del amounts["left"]
        return Workload(
            self._before.id if self._before is not None else self._free_id(),
            self.name,
            PartyId(owner) if what == _PARTY else None,
            owner if what == _POST else None,
            amounts.get("volume"),
            amounts.get("minutes"),
            amounts.get("left"),
            amounts.get("incidents"),
            amounts.get("hours"),
            amounts.get("hours_a_year"),
            self.first_phase,
            self.last_phase,
        )

    def _amount(self, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setDecimals(2)
        box.setRange(0, _ALL if name == "left" else MOST_AMOUNT)
        box.setValue(_USUAL.get(name, _USUAL_PROJECT))
        return box

    def _fill(self, post_id: str) -> None:
        plan, words = self.plan, self.words
        for post in plan.staffing.posts:
            text = words.tr("Post: {name}", name=words.local(post.name))
            self.owners.addItem(text, (_POST, post.id))
        for party in plan.parties:
            self.owners.addItem(party_name(party, words), (_PARTY, party.id))
        self._choose_owner(_POST, post_id)
        for kind, title in _KINDS.items():
            self.kinds.addItem(words.tr(title), kind)

    def _choose_owner(self, what: str, owner: str) -> None:
        places = range(self.owners.count())
        at = next((each for each in places if self.owners.itemData(each) == (what, owner)), 0)
        self.owners.setCurrentIndex(at)

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        self.add_names(form)
        form.addRow(words.tr("&Work of"), self.owners)
        form.addRow(words.tr("&Kind of work"), self.kinds)
        for names in _FIELDS.values():
            page = QWidget(self)
            rows = QFormLayout(page)
            rows.setContentsMargins(0, 0, 0, 0)
            for name in names:
                self.errors.add_row(rows, words.tr(_TITLES[name]), self.amounts[name])
            self._pages.addWidget(page)
        form.addRow(self._pages)
        self.add_phases(form)
        self.column.addLayout(form)
        self.finish_layout()

    def _show_before(self, before: Workload) -> None:
        self.show_part(before)
        if before.post is not None:
            self._choose_owner(_POST, before.post)
        elif before.party is not None:
            self._choose_owner(_PARTY, before.party)
        kind = next(
            kind for kind, names in _FIELDS.items() if getattr(before, names[0]) is not None
        )
        self.kinds.setCurrentIndex(self.kinds.findData(kind))
        for name in _FIELDS[kind]:
            value = getattr(before, name)
            self.amounts[name].setValue(_ALL if value is None else value)

    def _free_id(self) -> str:
        used = frozenset(each.id for each in self.plan.staffing.workloads)
        return slug_for(self.name.en, used, "work")

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self.plan)
        if problem is None:
            return {}
        fields: dict[str, QWidget] = {"ends-before-it-begins": self.ends}
        field = fields.get(problem.code, self.names[self.words.language])
        return {field: errors.message(problem, self.words)}
