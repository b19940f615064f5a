"""The sentences of findings: what is wrong, why it matters, and what to do.

A sentence does not name the role: that is shown beside it. `{a}`, `{r}`, `{c}` and `{i}` are the
symbols for accountable, performing, consulted and informed in the letter set of the plan.
"""

from collections.abc import Mapping

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.waivers import Waiver
from socplanner.wording.flow_sentences import FLOW_RULES, FLOW_SENTENCES
from socplanner.wording.language import N_, Words
from socplanner.wording.tender_findings import TENDER_RULES, TENDER_SENTENCES
from socplanner.wording.terms import (
    parties_in_words,
    role_code,
    role_label,
    sourcing_name,
)

_SENTENCES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("R00", "sourcing"): (
        N_("Not decided yet: the sourcing."),
        N_("Choose a sourcing: in-house, outsourced, both or not performed."),
    ),
    ("R00", "area"): (
        N_("Not decided yet: no area."),
        N_("Place the role in one of the four areas."),
    ),
    ("R01", "none"): (
        N_("No party is accountable ({a})."),
        N_("Give {a} to the one internal party that is accountable for the result."),
    ),
    ("R01", "many"): (
        N_("More than one party is accountable ({a}): {parties}."),
        N_("Leave {a} with one party; give the others the letter of what they really do."),
    ),
    ("R02", "none"): (
        N_("No party is responsible ({r})."),
        N_("Give {r} to the party that does the work."),
    ),
    ("R03", "many"): (
        N_("{n} parties perform it ({r}), more than {most}: {parties}."),
        N_("Split the role, or leave {r} with those who really do the work."),
    ),
    ("R04", "many"): (
        N_("{n} parties are consulted ({c}), more than {most}: {parties}."),
        N_("Ask only those whose answer changes the result; inform ({i}) the others."),
    ),
    ("R05", "many"): (
        N_("{n} parties are informed ({i}), more than {most}."),
        N_("Remove {i} from parties that do nothing with it."),
    ),
    ("R06", "none"): (
        N_("No party is consulted ({c}) or informed ({i})."),
        N_("Consider who needs the result, or whose knowledge is needed."),
    ),
    ("R07", "open"): (
        N_("Still undecided (?): {parties}."),
        N_("Decide it, or leave the cell blank on purpose."),
    ),
    ("R08", "empty"): (
        N_("No party has any letter."),
        N_("Give at least {a} and {r}, or decide that the role is not performed."),
    ),
    ("R09", "below"): (
        N_(
            "The accountable party ({a}) ranks below the party that performs the work ({r}): "
            "{parties}."
        ),
        N_("Give {a} to the party above, or to one with authority over the work."),
    ),
    ("R10", "executive"): (
        N_("An executive is accountable ({a}) for operational work: {parties}."),
        N_("Push {a} down to the level nearest the work, and inform the executive."),
    ),
    ("R12", "thing"): (
        N_("The role is named after a thing, not after an activity."),
        N_("Name what is done: “maintain the firewall” rather than “firewall”."),
    ),
    ("C01", "party"): (
        N_(
            "{parties} is responsible ({r}) for {n} roles, more than {most}; the average of all "
            "parties is {average}."
        ),
        N_("Check whether it has the people, and share out what others can do."),
    ),
    ("C02", "party"): (
        N_("{parties} has a letter in every role."),
        N_("Check for each letter whether it is really needed; a cell may stay blank."),
    ),
    ("C03", "party"): (
        N_("{parties} is accountable ({a}) for {n} of {roles} roles: decisions will queue up."),
        N_("Delegate {a} for operational roles to those who run them."),
    ),
    ("C04", "party"): (
        N_("{parties} is neither responsible nor accountable for any role."),
        N_("Check whether the party is needed in this plan."),
    ),
    ("C05", "party"): (
        N_("{parties} performs {performed} roles and is accountable for {answered}."),
        N_(
            "Separate doing the work from being accountable for it: move one of them to another "
            "party."
        ),
    ),
    ("D01", "provider-accountable"): (
        N_("Accountability ({a}) lies outside the organisation: {parties}."),
        N_("Give {a} to an internal party; the provider keeps {r}."),
    ),
    ("D01", "nobody-inside"): (
        N_("{parties} is responsible, but no internal party is accountable or consulted."),
        N_("Make an internal party accountable or consulted: the result must be judged inside."),
    ),
    ("D02", "provider-performs"): (
        N_("Marked as in-house, but a provider is responsible ({r}): {parties}."),
        N_("Remove {r} from the provider, or change the sourcing to both or outsourced."),
    ),
    ("D02", "internal-performs"): (
        N_("Marked as outsourced, but an internal party is responsible ({r}): {parties}."),
        N_("Remove {r} from the internal party, or change the sourcing to both or in-house."),
    ),
    ("D02", "no-internal"): (
        N_("Marked as done in-house, but no internal party is responsible ({r})."),
        N_("Give {r} to an internal party, or change the sourcing."),
    ),
    ("D02", "no-provider"): (
        N_("Marked as outsourced, but no provider is responsible ({r})."),
        N_("Give {r} to a provider, or change the sourcing."),
    ),
    ("D02", "performed-anyway"): (
        N_("Marked as not performed, but a party is responsible ({r}): {parties}."),
        N_("Remove {r}, or choose who performs it."),
    ),
    ("D02", "no-reason"): (
        N_("Marked as not performed, but no note gives the reason."),
        N_("Write the reason in the note."),
    ),
    ("D03", "area"): (
        N_("It is placed outside the catalogue's default area ({area})."),
        N_("Leave it if your organisation needs this; otherwise move it back."),
    ),
    ("D03", "pattern"): (
        N_("The pattern {pattern} has another sourcing: {sourcing}."),
        N_("Leave it if this is intended; otherwise change the sourcing."),
    ),
    ("D04", "short"): (
        N_("{parties} needs {n} people for its posts and work, and has {most}."),
        N_("Plan more people, fewer seats or other hours: View > Staffing shows how it adds up."),
    ),
    ("D05", "lone"): (
        N_("Only {n} people can do this work ({r}): {parties}."),
        N_("Name a deputy, or share the work with another internal party."),
    ),
    ("M01", "inhouse"): (
        N_("Scored {n} in-house, but it is not performed in-house: the score does not count."),
        N_("Set the score in-house to N/A, or change the sourcing."),
    ),
    ("M01", "outsourced"): (
        N_("Scored {n} as outsourced, but it is not outsourced: the score does not count."),
        N_("Set the score of the outsourced side to N/A, or change the sourcing."),
    ),
    ("M02", "nobody-inside"): (
        N_(
            "Scored 5 as outsourced, but no internal party is accountable ({a}) or consulted ({c})."
        ),
        N_("Give {a} or {c} to the internal party that checks the results, or lower the score."),
    ),
    ("M03", "none"): (
        N_("Scored {n} in-house, but no evidence is named."),
        N_("Name the document as evidence, or lower the score."),
    ),
    ("M04", "inhouse"): (
        N_("The aim in-house ({aim}) is below the score ({n})."),
        N_("Raise the aim, or remove it if the role may get worse on purpose."),
    ),
    ("M04", "outsourced"): (
        N_("The aim of the outsourced side ({aim}) is below the score ({n})."),
        N_("Raise the aim, or remove it if the role may get worse on purpose."),
    ),
    ("M05", "scored"): (
        N_("Marked as not performed, but scored {n}."),
        N_("Set its scores to N/A, or choose who performs it."),
    ),
    ("M06", "owner"): (
        N_("To rise from {n} to {aim}, but no party is accountable ({a}) in this phase."),
        N_("Give {a} to the party that is to reach the aim."),
    ),
    ("M06", "day"): (
        N_("To rise from {n} to {aim}, but without a day."),
        N_("Enter the day by which the aim is to be reached."),
    ),
    ("M07", "weak"): (
        N_("A role of incident response is scored {n} only."),
        N_(
            "Write the work down and train a deputy; for an outsourced role, check the results "
            "inside."
        ),
    ),
    **FLOW_SENTENCES,
    ("W07", "gap"): (
        N_("{parties} reports around the clock (B-4); no one inside is there {n} h a week."),
        N_("State who inside is on call at those hours, or agree on pre-approved action."),
    ),
    ("W07", "not-stated"): (
        N_("{parties} reports around the clock (B-4); the hours of this role are not stated."),
        N_("State the hours of this role, on call too."),
    ),
    ("P01", "no-note"): (
        N_("Another party is accountable ({a}) than in the phase before, without a note."),
        N_("Write in this phase's note how it is handed over."),
    ),
    ("P02", "role"): (
        N_("Begins on {begins}, but the move of {needed}, which it needs, ends only on {day}."),
        N_("Begin later, or end the other move earlier."),
    ),
    ("P02", "hiring"): (
        N_("Begins on {begins}, but the people it needs ({what}) are there only on {day}."),
        N_("Begin later, or hire earlier."),
    ),
    ("P02", "contract"): (
        N_("Begins on {begins}, but the contract it needs ({what}) begins only on {day}."),
        N_("Begin later, or let the contract begin earlier."),
    ),
    ("P02", "document"): (
        N_("Begins on {begins}, but the document it needs ({what}) is there only on {day}."),
        N_("Begin later, or finish the document earlier."),
    ),
    ("P03", "many"): (
        N_("{n} roles go in-house in this phase, more than {most}."),
        N_("Spread them over two phases, or give each of them days of its own and waive this."),
    ),
    ("P03", "people"): (
        N_("{n} roles go in-house in this phase, but their parties have {most} people in all."),
        N_("Spread them over two phases, or state more people for this one."),
    ),
    ("P04", "steps"): (
        N_("The pattern goes from {before} to {pattern}: {n} steps at once."),
        N_("Put a phase with the pattern in between before this one."),
    ),
    ("P05", "no-people"): (
        N_("Goes in-house, but there are no people in this phase: {parties}."),
        N_("State the people of this phase, or go in-house in a later one."),
    ),
    ("P05", "hired-later"): (
        N_("In-house from {ends} on, but its people ({what}) are there only on {day}."),
        N_("End the move after the hiring, and keep the provider until then."),
    ),
    ("P06", "gap"): (
        N_("The contract ({what}) ends on {until}, but its successor begins on {day}."),
        N_("Extend the contract, or let the successor begin earlier."),
    ),
    ("P06", "contract"): (
        N_("The contract “{contract}” ends on {until}, but what follows it begins on {day}."),
        N_("Extend the contract, or let what follows it begin earlier."),
    ),
    **TENDER_SENTENCES,
}
_RULES: Mapping[str, tuple[str, str]] = {
    "R00": (
        N_("Decided"),
        N_("While a role is undecided or not placed, nothing else about it is checked."),
    ),
    "R01": (
        N_("Exactly one is accountable"),
        N_(
            "Without an accountable party nothing is decided; with several, no one really is "
            "accountable."
        ),
    ),
    "R02": (
        N_("A party performs"),
        N_("A role without a responsible party exists only on paper."),
    ),
    "R03": (
        N_("Not too many parties perform"),
        N_(
            "When many parties perform one role, none feels responsible: it is probably several "
            "roles in one."
        ),
    ),
    "R04": (
        N_("Not too many are consulted"),
        N_("Each consulted party costs time before the work can continue."),
    ),
    "R05": (
        N_("Not too many are informed"),
        N_("A party that is informed of everything stops reading the reports."),
    ),
    "R06": (
        N_("The result is shared"),
        N_("Work whose result is not shared is wasted."),
    ),
    "R07": (
        N_("No letter is left undecided"),
        N_("A cell marked ? is a decision still to be made."),
    ),
    "R08": (
        N_("The row is filled in"),
        N_("A row without any letter is a role that was overlooked."),
    ),
    "R09": (
        N_("The accountable party has authority"),
        N_("A party cannot be accountable for the work of a party above it."),
    ),
    "R10": (
        N_("Accountability is near the work"),
        N_("Executives who are accountable for daily work become its bottleneck."),
    ),
    "R12": (
        N_("Roles are named for activities"),
        N_("Only an activity can have a party that performs it."),
    ),
    "C01": (
        N_("Work is shared out"),
        N_("A party that performs far more than the others is where the plan will break."),
    ),
    "C02": (
        N_("No party is everywhere"),
        N_("When a party has a letter in every row, it is unclear what it is needed for."),
    ),
    "C03": (
        N_("Decisions do not queue up"),
        N_("A party that is accountable for a third of all roles decides late."),
    ),
    "C04": (
        N_("Every party is needed"),
        N_("A party that is only informed may not need a column of its own."),
    ),
    "C05": (
        N_("No party both performs and is accountable for most roles"),
        N_(
            "A party that both performs and is accountable for many roles has no one to check its "
            "work."
        ),
    ),
    "D01": (
        N_("Accountability stays inside"),
        N_(
            "Work can be bought, accountability cannot: an internal party must receive, "
            "understand and judge what a provider delivers."
        ),
    ),
    "D02": (
        N_("Sourcing and letters agree"),
        N_(
            "The board shows how a role is sourced, the matrix who is responsible: both must agree."
        ),
    ),
    "D03": (
        N_("As the catalogue and the pattern suggest"),
        N_("The textbook's placement is one example; if yours differs, know the reason."),
    ),
    "D04": (
        N_("There are enough people"),
        N_("A desk that nobody can fill is a plan on paper."),
    ),
    "D05": (
        N_("Incident response does not depend on one person"),
        N_("Incidents do not wait until people return from holiday."),
    ),
    "M01": (
        N_("Scores are on the sides that are used"),
        N_("A score on a side that the sourcing does not use does not count in any figure."),
    ),
    "M02": (
        N_("A provider's results are understood inside"),
        N_("The highest score says that an internal party understands and judges the results."),
    ),
    "M03": (
        N_("Documented work has evidence"),
        N_("From 4 on a score says that the work is documented: others must find the document."),
    ),
    "M04": (
        N_("Aims are not below scores"),
        N_("An aim below the score plans for the role to get worse; usually it was forgotten."),
    ),
    "M05": (
        N_("Only performed roles are scored"),
        N_("A role that is not performed counts in no figure; its score hides the decision."),
    ),
    "M06": (
        N_("Aims have an owner and a day"),
        N_("An aim without an owner and a day is not worked on."),
    ),
    "M07": (
        N_("Incident response is not weak"),
        N_(
            "With a low score the work depends on one person, or its results are not understood: "
            "neither holds in an incident."
        ),
    ),
    **FLOW_RULES,
    "W07": (
        N_("Reports are taken at all hours"),
        N_("A report at three on Sunday helps if someone inside can act on it."),
    ),
    "P01": (
        N_("Accountability is handed over"),
        N_("When accountability moves without a handover, it falls between two parties."),
    ),
    "P02": (
        N_("What a move needs is there first"),
        N_("A move that begins without what it needs stops halfway, or is done twice."),
    ),
    "P03": (
        N_("Not too many roles go in-house at once"),
        N_("Roles that go in-house need the same few people: too many at once are all late."),
    ),
    "P04": (
        N_("One step of the pattern at a time"),
        N_("Each step changes people, contracts and procedures; two at once cannot be undone."),
    ),
    "P05": (
        N_("People are there before the work"),
        N_("A role without people is not in-house: it is not performed."),
    ),
    "P06": (
        N_("Contracts follow one another without a gap"),
        N_("Between two contracts no one performs the role."),
    ),
    **TENDER_RULES,
}
RULES = tuple(_RULES)
"""The ids of all rules, in the order of lists."""

VARIANTS = tuple(_SENTENCES)
"""Every rule with each of its variants."""


def statement(finding: Finding, plan: Plan, words: Words) -> str:
    """Return what is wrong, in one sentence."""
    return _filled(_SENTENCES[finding.rule, finding.variant][0], finding, plan, words)


def remedy(finding: Finding, plan: Plan, words: Words) -> str:
    """Return what the planner can do, in one sentence."""
    return _filled(_SENTENCES[finding.rule, finding.variant][1], finding, plan, words)


def subject(finding: Finding, plan: Plan, words: Words) -> str:
    """Return code and name of the role of `finding`, else its parties, else that it is a phase."""
    role = None if finding.role is None else plan.role(finding.role)
    if role is not None:
        return role_label(role, words)
    if not finding.parties:
        return words.tr("Whole phase")
    return parties_in_words(plan, finding.parties, words)


def explain(finding: Finding, plan: Plan, words: Words) -> str:
    """Return why the rule matters, with the values of `finding`."""
    return _filled(_RULES[finding.rule][1], finding, plan, words)


def waiver_text(waiver: Waiver, words: Words) -> str:
    """Return the reason of a waiver, and its last day if it has one."""
    if waiver.until:
        return words.tr("waived until {until}: {reason}", until=waiver.until, reason=waiver.reason)
    return words.tr("waived: {reason}", reason=waiver.reason)


def rule_name(rule: str, words: Words) -> str:
    """Return what `rule` asks for, in a few words."""
    return words.tr(_RULES[rule][0])


def _filled(message: str, finding: Finding, plan: Plan, words: Words) -> str:
    symbol = plan.letter_set.symbol_for
    values: dict[str, object] = {
        "a": symbol("accountable"),
        "r": symbol("performs"),
        "c": symbol("two_way"),
        "i": symbol("one_way"),
        "parties": parties_in_words(plan, finding.parties, words),
        **{name: _value_text(name, value, plan, words) for name, value in finding.values},
    }
    return words.tr(message, **values)


def _value_text(name: str, value: str | int, plan: Plan, words: Words) -> str | int:
    """Return a value of a finding as text for people, such as the name of a pattern."""
    if name == "sourcing":
        return sourcing_name(Sourcing(value), words)
    if name == "needed":
        return role_code(plan, RoleId(str(value)))
    if name in {"flow", "receiver", "tlp", "minutes", "allowed"}:
        from socplanner.wording.flow_findings import flow_value  # few plans

        return flow_value(name, value, plan, words)
    if name == "contract":
        contract = plan.cost.contract(str(value))
        return value if contract is None else words.local(contract.name)
    if name in {"pattern", "before"}:
        pattern = plan.catalogue.pattern(str(value))
        return str(value) if pattern is None else words.local(pattern.name)
    return value or words.tr("no name") if name == "what" else value
