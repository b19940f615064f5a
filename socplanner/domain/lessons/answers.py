"""The table of prompts: by id, the function that yields the evidence of its answer."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons import (
    building,
    keys_1_to_5,
    keys_6_to_10,
    operating,
    responding,
)
from socplanner.domain.lessons.evidence import Evidence, PromptAnswer, answer_of
from socplanner.domain.lessons.lesson_facts import LessonFacts

AnswerRule = Callable[[LessonFacts], Iterator[Evidence]]

ANSWER_RULES: Mapping[str, AnswerRule] = MappingProxyType(
    {
        "K01a": keys_1_to_5.one_line_of_command,
        "K01b": keys_1_to_5.monitoring_hands_over,
        "K02a": keys_1_to_5.people_match_the_work,
        "K02b": keys_1_to_5.management_is_informed,
        "K03a": keys_1_to_5.authority_is_approved,
        "K03b": keys_1_to_5.accountable_parties_command,
        "K04a": keys_1_to_5.few_roles_begin,
        "K04b": keys_1_to_5.left_out_with_reason,
        "K05a": keys_1_to_5.advanced_roles_have_people,
        "K06a": keys_6_to_10.products_are_operated,
        "K07a": keys_6_to_10.records_to_judge_by,
        "K08a": keys_6_to_10.team_is_protected,
        "K09a": keys_6_to_10.threats_reach_the_rules,
        "K09b": keys_6_to_10.information_is_passed_on,
        "K10a": keys_6_to_10.works_on_sunday,
        "K10b": keys_6_to_10.response_is_rehearsed,
        "FB1": building.csirt_has_authority,
        "FB2": building.reports_find_a_receiver,
        "FB3": building.not_all_at_once,
        "FB4": building.tools_have_operators,
        "FB5": building.critical_roles_are_shared,
        "FB6": building.plan_is_approved,
        "FB7": building.providers_know_the_standards,
        "FB8": building.sites_are_included,
        "FO1": operating.alerts_are_read,
        "FO2": operating.reports_are_understood,
        "FO3": operating.criteria_are_reviewed,
        "FO4": operating.knowledge_is_shared,
        "FO5": operating.own_systems_are_scored,
        "FO6": operating.information_leaves,
        "FO7": operating.rota_leaves_room,
        "FO8": operating.effect_is_measured,
        "FO9": operating.provider_can_be_changed,
        "FI1": responding.deciders_are_reachable,
        "FI2": responding.evidence_is_preserved,
        "FI3": responding.isolation_is_awake,
        "FI4": responding.logs_are_kept,
        "FI5": responding.legal_and_press_take_part,
        "FI6": responding.reports_are_in_time,
        "FI7": responding.lessons_are_learnt,
        "FI8": responding.decisions_stay_inside,
        "FI9": responding.command_is_not_alone,
    }
)


_NOTHING_STATED = Evidence(LessonVerdict.UNCLEAR, "nothing-stated", "none")
"""The evidence of a prompt about which the plan has nothing at all."""


def answer_to(prompt: str, facts: LessonFacts) -> PromptAnswer:
    """Return what the plan answers to `prompt`; unclear where there is no rule for it."""
    rule = ANSWER_RULES.get(prompt)
    evidence = () if rule is None else tuple(rule(facts))
    return answer_of(evidence or (_NOTHING_STATED,))
