"""The review of a phase: which verdict counts, waivers, later phases, and plans it cannot read."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.checks.run import check_phase
from socplanner.domain.cost_inputs import NO_COST
from socplanner.domain.lesson_inputs import LessonEntry, LessonVerdict
from socplanner.domain.lessons.answers import ANSWER_RULES
from socplanner.domain.lessons.evidence import MOST_EVIDENCE
from socplanner.domain.lessons.keys_1_to_5 import accountable_parties_command
from socplanner.domain.lessons.lesson_facts import LessonFacts
from socplanner.domain.lessons.reviewing import PromptReview, reviewed_prompts, verdict_counts
from socplanner.domain.plan import Plan, frozen
from socplanner.domain.staffing_inputs import NO_STAFFING
from socplanner.services import catalogues
from socplanner.services.i18n import words_for
from socplanner.wording.evidence_words import evidence_codes, evidence_sentence
from tests.support.lesson_plans import (
    NOW,
    TARGET,
    TODAY,
    answer,
    base_plan,
    blank,
    changed,
    role,
    scores,
    verdict_of,
)
from tests.support.plans import big_plan, hybrid_plan, sample

MET, NOT_MET, UNCLEAR = LessonVerdict.MET, LessonVerdict.NOT_MET, LessonVerdict.UNCLEAR


def review(plan: Plan, prompt: str) -> PromptReview:
    """Return the review of one prompt in the first phase."""
    flows = catalogues.default_flows()
    reviews = reviewed_prompts(plan, NOW, catalogues.prompts(), TODAY, flows)
    return next(each for each in reviews if each.prompt.id == prompt)


def with_entry(prompt: str, entry: LessonEntry, plan: Plan | None = None) -> Plan:
    """Return `plan`, or else the base plan, with an entry."""
    return replace(plan or base_plan(), lessons=frozen({prompt: entry}))


@pytest.mark.parametrize("prompt", ["FI2", "FI3", "K10a"])
def test_the_manufacturer_fails_at_night_and_with_evidence(prompt: str) -> None:
    assert verdict_of(sample("manufacturer"), prompt) is NOT_MET


@pytest.mark.parametrize("prompt", ["FI2", "FI3"])
def test_the_bank_preserves_evidence_and_isolates_at_night(prompt: str) -> None:
    assert verdict_of(sample("bank"), prompt) is MET


def test_an_own_verdict_counts_only_where_the_plan_is_unclear() -> None:
    own = LessonEntry(MET, "2026-05-01")
    unclear = review(with_entry("FI4", own), "FI4")
    assert (unclear.answer.verdict, unclear.verdict, unclear.is_own) == (UNCLEAR, MET, True)
    failing = review(with_entry("FI2", own, sample("manufacturer")), "FI2")
    assert (failing.verdict, failing.is_own, failing.is_failing) == (NOT_MET, False, True)


@pytest.mark.parametrize(
    ("until", "is_waived"), [("", True), (TODAY, True), ("2026-12-31", True), ("2026-05-31", False)]
)
def test_a_waiver_removes_a_prompt_from_the_counts_until_its_last_day(
    until: str, is_waived: bool
) -> None:
    plan = with_entry("FI2", LessonEntry(waived="Agreed", until=until), sample("manufacturer"))
    waived = review(plan, "FI2")
    assert (waived.is_waived, waived.is_failing) == (is_waived, not is_waived)
    assert waived.verdict is NOT_MET, "the verdict itself stays"
    assert verdict_counts([waived])[NOT_MET] == (0 if is_waived else 1)


def test_a_later_phase_counts_the_aim_where_it_is_higher_than_the_score() -> None:
    plan = changed(scores("E-2", "2"), role("E-2", TARGET))
    assert verdict_of(plan, "K07a") is NOT_MET
    assert verdict_of(plan, "K07a", TARGET) is MET
    (first, *_) = answer(plan, "K07a", TARGET).evidence
    assert first.verdict is MET


def test_every_prompt_of_the_catalogue_has_a_rule_and_no_rule_has_none() -> None:
    assert [each.id for each in catalogues.prompts().prompts] == list(ANSWER_RULES)


def test_a_new_prompt_without_a_rule_is_unclear() -> None:
    assert answer(base_plan(), "Z99").verdict is UNCLEAR


def test_a_plan_with_nothing_decided_meets_no_prompt_about_letters() -> None:
    plan = changed(blank)
    for prompt in ("K01a", "K03b", "K09a", "FB1", "FB7", "FI7", "FI8"):
        assert verdict_of(plan, prompt) is UNCLEAR, prompt


def test_a_plan_of_another_edition_is_unclear_where_prompts_name_roles() -> None:
    plan = base_plan()
    shipped = plan.catalogue
    other = Catalogue(
        "other", shipped.name, shipped.source, shipped.areas, shipped.functions, (), (), ()
    )
    bare = replace(
        plan, catalogue=other, phases=(replace(plan.phases[0], changes=frozen({})),), flows=()
    )
    bare = replace(bare, staffing=NO_STAFFING, cost=NO_COST)
    reviews = reviewed_prompts(bare, NOW, catalogues.prompts(), TODAY)
    by_id = {each.prompt.id: each.verdict for each in reviews}
    for prompt in ("K01b", "K03a", "K08a", "K10a", "K10b", "FB2", "FI2", "FI3", "FI9", "FO3"):
        assert by_id[prompt] is UNCLEAR, prompt
    assert len(by_id) == len(ANSWER_RULES)


@pytest.mark.parametrize("plan", [sample("bank"), sample("manufacturer"), hybrid_plan()])
def test_every_piece_of_evidence_has_a_sentence_and_a_place(plan: Plan) -> None:
    for phase in plan.phases:
        for prompt in ANSWER_RULES:
            for each in answer(plan, prompt, phase.id).evidence:
                for language in ("ja", "en"):
                    sentence = evidence_sentence(each, plan, words_for(language))
                    assert sentence
                    assert "{" not in sentence
                assert each.role is None or plan.role(each.role) is not None


def test_no_sentence_of_evidence_is_without_a_rule() -> None:
    from pathlib import Path

    folder = Path(__file__).parents[3] / "socplanner" / "domain" / "lessons"
    code = "\n".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    derived = {"legal-none", "pr-none"}
    unused = {each for each in evidence_codes() if f'"{each}"' not in code} - derived
    assert unused == set()


def test_the_evidence_of_thousands_of_roles_is_bounded_and_counted() -> None:
    plan = big_plan(roles=600, parties=20)
    bounded = answer(plan, "FO2")
    assert len(bounded.evidence) == MOST_EVIDENCE
    assert bounded.more > 5
    assert [each.verdict for each in bounded.evidence] == [NOT_MET] * MOST_EVIDENCE


@pytest.mark.parametrize("plan", [big_plan(roles=400, parties=20), sample("bank"), hybrid_plan()])
def test_authority_is_judged_as_by_the_checks(plan: Plan) -> None:
    parents = [each.id for each in plan.parties if each.kind == "internal"]
    parties = tuple(
        replace(each, parent=parents[0] if each.id != parents[0] else None) for each in plan.parties
    )
    plan = replace(plan, parties=parties, waivers=())
    findings = [each for each in check_phase(plan, NOW) if each.rule in ("R09", "D01")]
    expected = {(each.role, each.rule == "R09") for each in findings}
    facts = LessonFacts(plan, NOW, TODAY)
    evidence = [each for each in accountable_parties_command(facts) if each.role is not None]
    assert {(each.role, each.verdict is LessonVerdict.DOUBTFUL) for each in evidence} == expected


@pytest.mark.parametrize("plan", [blank(base_plan()), hybrid_plan(), sample("bank")])
def test_no_verdict_is_without_evidence(plan: Plan) -> None:
    flows = catalogues.default_flows()
    reviews = reviewed_prompts(plan, NOW, catalogues.prompts(), TODAY, flows)
    assert [each.prompt.id for each in reviews if not each.answer.evidence] == []
