"""D04: a party needs more people than it has."""

import pytest

from socplanner.domain.checks.people_rules import check_people
from socplanner.domain.checks.run import check_phase
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_edits import AddPost, SetPeople
from socplanner.domain.staffing_inputs import People, Post
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from tests.support.plans import hybrid_plan
from tests.support.small_plan import text

SOC, MSS = PartyId("soc"), PartyId("mss")
DESK = Post("desk", text("Desk"), SOC, "24x365", 2)


def staffed(headcount: int | None, party: PartyId = SOC) -> Plan:
    """Return a plan in which `party` has a desk of two seats round the clock."""
    plan = AddPost(DESK._replace(party=party)).apply(hybrid_plan())
    return SetPeople(NOW, party, People(headcount)).apply(plan)


@pytest.mark.parametrize(("headcount", "is_short"), [(4, True), (11, False), (None, False)])
def test_people_are_compared_with_the_need_rounded_up(
    headcount: int | None, is_short: bool
) -> None:
    findings = check_people(staffed(headcount), NOW)
    assert [each.parties for each in findings] == ([(SOC,)] if is_short else [])
    if is_short:
        assert dict(findings[0].values) == {"n": 11, "most": 4}
    assert set(findings) <= set(check_phase(staffed(headcount), NOW))


def test_providers_bring_their_own_people() -> None:
    assert check_people(staffed(1, MSS), NOW) == ()


def test_a_plan_without_posts_needs_no_people() -> None:
    assert check_people(hybrid_plan(), NOW) == ()


def test_the_window_follows_people_and_posts(qapp: object) -> None:
    document = Document(History.of(staffed(4)))
    checking = Checking(document)
    assert "D04" in {each.rule for each in checking.of_party(SOC)}
    document.perform(SetPeople(NOW, SOC, People(20)))
    assert "D04" not in {each.rule for each in checking.of_party(SOC)}
    document.undo()
    assert "D04" in {each.rule for each in checking.of_party(SOC)}
