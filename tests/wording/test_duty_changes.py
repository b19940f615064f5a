"""Changes between phases in words, in both languages."""

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetAim, SetCells, SetNote
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.new_plan import NOW
from socplanner.domain.phase_changes import compared_phases, duty_pair
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.wording.duty_changes import change_lines, changes_heading
from tests.support.plans import hybrid_plan

B1, SOC, IT = RoleId("v2:B-1"), PartyId("soc"), PartyId("it")
ONE = frozenset({B1})


def changed_plan() -> Plan:
    """Return a plan whose target changes B-1 in four ways."""
    plan = SetCells(NOW, ((B1, SOC, Cell("A/R")), (B1, IT, BLANK))).apply(hybrid_plan())
    target = plan.phases[1].id
    for edit in (
        ChangeSourcing(NOW, ONE, Sourcing.OUTSOURCE),
        ChangeSourcing(target, ONE, Sourcing.INSOURCE),
        SetCells(target, ((B1, SOC, Cell("A")), (B1, IT, Cell("R")))),
        SetAim(target, ONE, "inhouse", "4"),
        SetNote(target, ONE, "two sites\nfrom May"),
    ):
        plan = edit.apply(plan)
    return plan


def lines(language: str) -> list[str]:
    """Return the heading and the lines of B-1, but for letters of other parties."""
    plan, words = changed_plan(), words_for(language)
    phases = compared_phases(plan, NOW)
    assert phases is not None
    shown = change_lines(plan, B1, duty_pair(plan, phases, B1), words)
    return [changes_heading(phases, words), *shown]


def test_each_change_has_its_name_and_both_values() -> None:
    text = lines("en")
    assert text[0] == "Changes from Now to Target"
    assert "Sourcing: Outsourced → In-house" in text
    assert "SOC: A/R → A" in text
    assert any(each.endswith(": – → R") for each in text)
    assert "Aim of maturity in-house: – → 4" in text
    assert "Note: (empty) → two sites ↵ from May" in text


def test_japanese_names_the_same() -> None:
    text = lines("ja")
    assert text[0] == "「現状」から「目標」への変更点"
    assert "実施形態: 委託 → 自組織" in text
    assert "成熟度の目標(自組織): – → 4" in text
