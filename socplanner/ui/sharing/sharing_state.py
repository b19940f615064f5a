"""Which page and counterpart are shown, and what was computed for the phase and the moment.

Everything is computed when it is asked for and kept until plan, phase, moment or language change.
"""

from PySide6.QtCore import QObject, Signal

from socplanner.domain.flow_inputs import Receiver, receiver_of
from socplanner.domain.flows.covered_hours import StartedClock
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.sharing.duty_clock import DutyOnClock, duties_on_clock
from socplanner.domain.sharing.map_layout import SharingMap, sharing_map
from socplanner.domain.sharing.sharing_groups import SharingGroup, group_of
from socplanner.services.plan_sharing import PlanSharing
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.week_clock import clock_at
from socplanner.wording.flow_words import receiver_name
from socplanner.wording.language import Words

MAP, LIST, DUTIES = "map", "list", "duties"
SHARING_PAGES = (MAP, LIST, DUTIES)


class SharingState(QObject):
    """Follows the document, the phase and the moment."""

    changed = Signal()
    """What is shown has to be computed again, or is another page."""

    counterpart_changed = Signal()
    """Another counterpart was chosen."""

    def __init__(self, context: PlanContext, parent: QObject) -> None:
        """Begin with the map, and its first counterpart."""
        super().__init__(parent)
        self._context = context
        self.page = MAP
        self.with_defaults = False
        self._chosen = Receiver("counterpart", "")
        self._sharing: PlanSharing | None = None
        self._map: SharingMap | None = None
        self._duties: tuple[DutyOnClock, ...] | None = None
        context.document.opened.connect(self.forget)
        context.document.plan_changed.connect(self.forget)
        context.viewpoint.phase_changed.connect(self.forget)
        context.week.changed.connect(self._forget_clock)
        context.translator.language_changed.connect(self.forget)

    @property
    def plan(self) -> Plan:
        """The plan of the window."""
        return self._context.document.plan

    @property
    def phase(self) -> PhaseId:
        """The phase in view."""
        return self._context.viewpoint.phase

    @property
    def words(self) -> Words:
        """The language of the window."""
        return self._context.translator.words

    @property
    def sharing(self) -> PlanSharing:
        """What is shared in the phase in view."""
        if self._sharing is None:
            self._sharing = PlanSharing(self.plan, self.phase, with_defaults=self.with_defaults)
        return self._sharing

    @property
    def map(self) -> SharingMap:
        """The columns and lines of the map."""
        if self._map is None:
            self._map = sharing_map(self.plan, self.sharing.groups)
        return self._map

    @property
    def clock(self) -> StartedClock:
        """The clock that starts at the moment that is looked at."""
        return clock_at(self._context.week, self.plan)

    @property
    def duties(self) -> tuple[DutyOnClock, ...]:
        """The duties of an incident that is detected at the moment."""
        if self._duties is None:
            listed = self.sharing.duties
            self._duties = duties_on_clock(self.plan, self.phase, listed, self.clock)
        return self._duties

    @property
    def group(self) -> SharingGroup | None:
        """The group of the chosen counterpart, or else the first one; None where there is none."""
        groups = self.sharing.groups
        return group_of(groups, self._chosen) or next(iter(groups), None)

    @property
    def counterpart(self) -> str:
        """The chosen counterpart as a plan file names it, empty for none."""
        group = self.group
        return "" if group is None else group.counterpart.text

    def name_of(self, receiver: Receiver) -> str:
        """Return the name of a party or counterpart."""
        return receiver_name(self.plan, receiver, self.sharing.counterparts, self.words)

    def choose(self, counterpart: str) -> None:
        """Choose a counterpart by its text in a plan file; one that has no group is ignored."""
        receiver = receiver_of(counterpart)
        if group_of(self.sharing.groups, receiver) is not None and receiver != self._chosen:
            self._chosen = receiver
            self.counterpart_changed.emit()

    def choose_page(self, page: str) -> None:
        """Show another page; an unknown one is ignored."""
        if page in SHARING_PAGES and page != self.page:
            self.page = page
            self.changed.emit()

    def show_defaults(self, with_defaults: bool) -> None:
        """Show shares of default flows too that the plan has not adopted, or not."""
        if with_defaults != self.with_defaults:
            self.with_defaults = with_defaults
            self.forget()

    def forget(self) -> None:
        """Compute everything again when it is next needed."""
        self._sharing = self._map = self._duties = None
        self.changed.emit()

    def _forget_clock(self) -> None:
        self._duties = None
        self.changed.emit()
