"""What the rules have found, in words: what is wrong, why it matters, and what to do about it.

The role a finding is about stands beside its sentence, so the sentence does not name it. `{a}` and
`{r}` are the letters of the accountable and of the performing, whatever the letter set calls them.
"""

from collections.abc import Mapping

from socplanner.domain.checks.finding import Finding
from socplanner.domain.plan import Plan
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import parties_in_words

_WAYS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("R00", "sourcing"): (
        N_("Not decided yet: who carries it out."),
        N_("Choose a sourcing: in-house, outsourced, both or not carried out."),
    ),
    ("R00", "area"): (
        N_("Not decided yet: no area."),
        N_("Place the role in one of the four areas."),
    ),
    ("R01", "none"): (
        N_("Nobody is accountable ({a})."),
        N_("Give {a} to the one internal party that answers for the result."),
    ),
    ("R01", "many"): (
        N_("More than one party is accountable ({a}): {parties}."),
        N_("Leave {a} with one party; give the others the letter of what they really do."),
    ),
    ("R02", "none"): (
        N_("Nobody performs it ({r})."),
        N_("Give {r} to the party that does the work."),
    ),
    ("R08", "empty"): (
        N_("No party has any letter."),
        N_("Give at least {a} and {r}, or decide that the role is not carried out."),
    ),
    ("D01", "provider-accountable"): (
        N_("Accountability ({a}) lies outside the organisation: {parties}."),
        N_("Give {a} to an internal party; the provider keeps {r}."),
    ),
    ("D01", "nobody-inside"): (
        N_("{parties} performs it, and nobody inside has a say."),
        N_("Let an internal party be accountable or consulted: somebody must judge the result."),
    ),
    ("D02", "provider-performs"): (
        N_("It is in-house, yet a provider performs it ({r}): {parties}."),
        N_("Take {r} from the provider, or change the sourcing to both or outsourced."),
    ),
    ("D02", "internal-performs"): (
        N_("It is outsourced, yet an internal party performs it ({r}): {parties}."),
        N_("Take {r} from the internal party, or change the sourcing to both or in-house."),
    ),
    ("D02", "no-internal"): (
        N_("By its sourcing it is done in-house, yet no internal party performs it ({r})."),
        N_("Give {r} to an internal party, or change the sourcing."),
    ),
    ("D02", "no-provider"): (
        N_("By its sourcing it is outsourced, yet no provider performs it ({r})."),
        N_("Give {r} to a provider, or change the sourcing."),
    ),
    ("D02", "performed-anyway"): (
        N_("It is not carried out, yet somebody performs it ({r}): {parties}."),
        N_("Take {r} away, or choose who carries it out."),
    ),
    ("D02", "no-reason"): (
        N_("It is not carried out, and no note says why."),
        N_("Write the reason in the note."),
    ),
}
_RULES: Mapping[str, tuple[str, str]] = {
    "R00": (
        N_("Decided"),
        N_("While a role is undecided or not placed, nothing else about it is checked."),
    ),
    "R01": (
        N_("Exactly one is accountable"),
        N_("Where nobody is accountable, nothing is decided; where several are, nobody is."),
    ),
    "R02": (
        N_("Somebody performs"),
        N_("A role that nobody performs exists on paper only."),
    ),
    "R08": (
        N_("The row is filled in"),
        N_("A row without any letter is a role that was forgotten."),
    ),
    "D01": (
        N_("Accountability stays inside"),
        N_(
            "Work can be bought, accountability cannot: somebody inside must receive, understand "
            "and judge what a provider delivers."
        ),
    ),
    "D02": (
        N_("Sourcing and letters agree"),
        N_("The board says who carries a role out, the matrix who performs it: both must agree."),
    ),
}


def say(finding: Finding, plan: Plan, words: Words) -> str:
    """Return what is wrong, in one sentence."""
    return _filled(_WAYS[finding.rule, finding.way][0], finding, plan, words)


def remedy(finding: Finding, plan: Plan, words: Words) -> str:
    """Return what the planner can do about it."""
    return _filled(_WAYS[finding.rule, finding.way][1], finding, plan, words)


def explain(finding: Finding, plan: Plan, words: Words) -> str:
    """Return why the rule is there."""
    return _filled(_RULES[finding.rule][1], finding, plan, words)


def rule_name(rule: str, words: Words) -> str:
    """Return what `rule` asks for, in a few words."""
    return words.tr(_RULES[rule][0])


def _filled(message: str, finding: Finding, plan: Plan, words: Words) -> str:
    symbol = plan.letter_set.symbol_for
    parties = parties_in_words(plan, finding.parties, words)
    values: dict[str, object] = dict(finding.values)
    return words.tr(
        message, a=symbol("accountable"), r=symbol("performs"), parties=parties, **values
    )
