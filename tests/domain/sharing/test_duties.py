"""Default duties and those of a plan; all of one incident on the clock; the axis of time."""

from dataclasses import replace

import pytest

from socplanner.domain.coverage import CoverageState
from socplanner.domain.flow_inputs import Counterpart, Receiver
from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.defaults import NO_DEFAULT_FLOWS, DefaultFlows
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.domain.sharing.duties import ListedDuty, listed_duties, missing_counterpart
from socplanner.domain.sharing.duty_clock import DutyOnClock, duties_on_clock
from socplanner.domain.sharing.time_axis import AXIS_TICKS, LAST_MINUTES, axis_end, axis_place
from socplanner.domain.sharing_edits import SetReportingDuty
from socplanner.domain.sharing_inputs import ReportingDuty
from tests.support.flows import NIGHTLY
from tests.support.small_plan import A1, A2, A3, B1, CERT, MSS, NOW, SOC, text

DAY = 24 * 60
FSA = Counterpart("fsa", "authority", text("FSA"))
TO_FSA = Receiver("counterpart", "fsa")
DEFAULT = ReportingDuty("fsa", TO_FSA, text("Report"), A3, latest="P1D")
FLOWS = DefaultFlows((), (FSA,), {"fsa": PartyId("fsa")})


def test_a_duty_of_the_plan_takes_the_place_of_the_default() -> None:
    (listed,) = listed_duties(NIGHTLY, (DEFAULT,), FLOWS)
    assert listed == ListedDuty(DEFAULT, True)
    changed = DEFAULT._replace(latest="P2D")
    own = ReportingDuty("own", Receiver("party", MSS), text("Own"))
    plan = SetReportingDuty(own).apply(NIGHTLY)
    plan = SetReportingDuty(changed, (FSA,)).apply(plan)
    assert listed_duties(plan, (DEFAULT,), FLOWS) == (
        ListedDuty(changed, False, True),
        ListedDuty(own, False),
    )


def test_a_default_is_to_the_party_that_stands_for_its_counterpart() -> None:
    flows = DefaultFlows((), (FSA,), {"fsa": CERT})
    (listed,) = listed_duties(NIGHTLY, (DEFAULT,), flows)
    assert listed.duty.to == Receiver("party", CERT)


def test_a_default_names_no_role_that_the_plan_lacks() -> None:
    default = DEFAULT._replace(role=RoleId("v2:D-7"))
    (listed,) = listed_duties(NIGHTLY, (default,), FLOWS)
    assert listed.duty.role is None


def test_the_counterpart_of_a_default_is_missing_until_the_plan_has_it() -> None:
    assert missing_counterpart(NIGHTLY, TO_FSA, FLOWS) == (FSA,)
    assert missing_counterpart(replace(NIGHTLY, counterparts=(FSA,)), TO_FSA, FLOWS) == ()
    assert missing_counterpart(NIGHTLY, Receiver("party", MSS), FLOWS) == ()
    assert missing_counterpart(NIGHTLY, TO_FSA, NO_DEFAULT_FLOWS) == ()


def on_clock(duty: ReportingDuty) -> DutyOnClock:
    """Return `duty` on a clock that starts on Sunday 03:00."""
    listed = (ListedDuty(duty, False),)
    (result,) = duties_on_clock(NIGHTLY, NOW, listed, started_at(SUNDAY_NIGHT))
    return result


def test_a_duty_has_its_terms_and_whether_the_role_is_there_then() -> None:
    # A3 is there on weekdays from 9 to 17; the incident is detected on Sunday at 3.
    duty = on_clock(DEFAULT._replace(earliest="PT6H", latest="P1D"))
    assert (duty.earliest, duty.latest) == (6 * 60, DAY)
    assert duty.state is CoverageState.UNMANNED
    assert duty.first_there == 30 * 60
    assert duty.is_missed
    assert not on_clock(DEFAULT._replace(latest="PT31H")).is_missed
    assert on_clock(DEFAULT._replace(latest="PT31H")).state is CoverageState.ON_DUTY


STATES = {
    "around the clock": (A1, CoverageState.ON_DUTY, 0, (MSS,)),
    "on call": (A2, CoverageState.ON_CALL, 0, (SOC,)),
    "no party and no hours": (B1, CoverageState.NOT_STATED, None, ()),
    "no role": (None, None, None, ()),
}


@pytest.mark.parametrize("name", STATES)
def test_who_is_there_when_the_term_ends(name: str) -> None:
    role, state, first, parties = STATES[name]
    duty = on_clock(DEFAULT._replace(role=role))
    assert (duty.state, duty.first_there, duty.reporting) == (state, first, parties)
    assert not duty.is_missed


def test_a_duty_without_a_term_is_never_missed() -> None:
    duty = on_clock(DEFAULT._replace(latest=""))
    assert (duty.latest, duty.state, duty.is_missed) == (None, None, False)


def test_the_axis_is_logarithmic_from_an_hour_to_sixty_days() -> None:
    places = [axis_place(tick) for tick in AXIS_TICKS]
    assert (places[0], places[-1]) == (0, 1)
    assert places == sorted(set(places))
    assert axis_place(5) == 0
    assert axis_place(10 * LAST_MINUTES) == 1
    middle = (60 * LAST_MINUTES) ** 0.5
    assert axis_place(middle) == pytest.approx(0.5)


def test_the_axis_grows_with_the_longest_term() -> None:
    assert axis_end((None, 60)) == LAST_MINUTES
    assert axis_end((90 * DAY, None)) == 90 * DAY
    assert axis_place(LAST_MINUTES, 90 * DAY) < 1
