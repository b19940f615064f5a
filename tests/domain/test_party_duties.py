"""The duties of a party: every row in which it holds a letter, and whom it deals with there."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.ids import PartyId
from socplanner.domain.letter_sets import RACI_VS, RASCI
from socplanner.domain.letters import LetterSet
from socplanner.domain.matrix import by_function, matrix_of
from socplanner.domain.party_duties import PartyDuty, duties_of
from socplanner.domain.plan import Plan
from tests.support.small_plan import A1, CERT, CISO, IT, MSS, NOW, SOC, small_plan, with_row


def of_first_role(plan: Plan, party: PartyId) -> PartyDuty:
    """Return what `party` has to do with the first role."""
    return next(each for each in duties_of(matrix_of(plan, NOW), party) if each.row.role.id == A1)


@pytest.mark.parametrize("party", [CISO, SOC, IT, MSS, CERT])
def test_a_party_has_a_duty_where_it_has_a_letter(party: PartyId) -> None:
    matrix = matrix_of(small_plan(), NOW)
    current = [row.role.id for row in by_function(matrix).rows if row.duty.letters.get(party)]
    duties = list(duties_of(matrix, party))
    assert [each.row.role.id for each in duties] == current
    assert [each.cell for each in duties] == [each.row.duty.letters[party] for each in duties]


def test_each_duty_has_the_accountable_working_consulted_and_informed_parties() -> None:
    plan = with_row(small_plan(), A1, Sourcing.BOTH, ciso="A", soc="R", it="C", mss="R", cert="I")
    duty = of_first_role(plan, SOC)
    assert [party.id for party in duty.accountable] == [CISO]
    assert [(party.id, cell) for party, cell in duty.working] == [(MSS, "R")]
    assert [party.id for party in duty.consulted] == [IT]
    assert [party.id for party in duty.informed] == [CERT]


def test_a_party_may_be_accountable_itself_but_consults_and_informs_others_only() -> None:
    plan = with_row(small_plan(), A1, Sourcing.INSOURCE, ciso="A/R", soc="C/I", it="?")
    duty = of_first_role(plan, CISO)
    assert [party.id for party in duty.accountable] == [CISO]
    assert [(party.id, cell) for party, cell in duty.working] == [(IT, "?")]
    assert [party.id for party in duty.consulted] == [SOC]
    assert [party.id for party in duty.informed] == [SOC]


@pytest.mark.parametrize(("letter_set", "cell"), [(RASCI, "S"), (RACI_VS, "V"), (RACI_VS, "S")])
def test_supporting_and_verifying_parties_count_as_working(
    letter_set: LetterSet, cell: str
) -> None:
    plan = replace(small_plan(), letter_set=letter_set)
    plan = with_row(plan, A1, Sourcing.INSOURCE, ciso="A", soc="R", it=cell)
    assert [party.id for party, _ in of_first_role(plan, CISO).working] == [SOC, IT]


def test_a_provider_does_not_answer_for_the_organisation() -> None:
    plan = with_row(small_plan(), A1, Sourcing.OUTSOURCE, mss="A/R", soc="C")
    assert of_first_role(plan, SOC).accountable == ()


def test_an_unknown_party_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        list(duties_of(matrix_of(small_plan(), NOW), PartyId("nobody")))
