"""The sentence for each code of a `Problem`: what is wrong, and what to do.

A sentence does not name the place: file and line are written before it.
"""

from collections.abc import Mapping

from socplanner.domain.problem import Problem
from socplanner.wording import format_errors, score_sheets, workbook_errors
from socplanner.wording.file_errors import FILE_SENTENCES
from socplanner.wording.language import N_, Words

_EDITS: Mapping[str, str] = {
    "bad-character": N_(
        "The text contains the character {character}, which is invisible or reverses the text: "
        "remove it."
    ),
    "bad-day": N_("“{day}” is not a date: write it in the form 2026-12-31."),
    "bad-colour": N_(
        "“{colour}” is not a valid colour for the letter {letter}: write one such as #CFE2FF."
    ),
    "bad-letter-count": N_("A set has 1 to {most} letters: add or remove some."),
    "bad-symbol": N_("“{letter}” cannot be a letter: use one or two letters, no digits or signs."),
    "doubled-letter": N_("The letter {letter} occurs twice: change one of the two."),
    "bad-amount": N_("{value} is not possible here: enter a number from {least} to {most}."),
    "bad-number": N_("{value} is not possible here: enter a whole number from {least} to {most}."),
    "bad-hours": N_(
        "“{hours}” cannot be read as hours: write days, and a time from and to, such as “mon-fri "
        "9:00-18:00” or “24x365”. Hours over midnight, such as 22:00-6:00, end on the next day."
    ),
    "queue-too-long": N_(
        "Even {most} people at once would not answer this queue in time: enter fewer calls, fewer "
        "minutes, more seconds or a lower share."
    ),
    "days-off-twice": N_(
        "The days off of a year and the holidays on weekdays are both stated: keep one of the two."
    ),
    "bad-closed-days": N_(
        "“{days}” is not a day of the year: write the month and the day, such as 12-29, or days "
        "such as 12-29 to 01-03."
    ),
    "too-many-closed-days": N_("A calendar has at most {most} closed days: remove some first."),
    "unknown-country": N_(
        "The public holidays of “{country}” are not known: write a country by ISO 3166-1, such as "
        "JP."
    ),
    "bad-threshold": N_("This threshold must be from {least} to {most}."),
    "bad-headcount": N_(
        "A headcount of {headcount} is not possible: enter a number from 0 to 100,000."
    ),
    "bad-id": N_(
        "“{id}” cannot be an id: use lower-case letters, digits, - and _, at most 40 of them."
    ),
    "built-in-letter-set": N_("“{id}” is a built-in letter set: choose another id."),
    "doubled-letter-set": N_("There is a letter set with the id “{id}” already: choose another."),
    "bad-role-code": N_(
        "“{role}” cannot be the code of a role: write letters, digits, - and _, at most 40."
    ),
    "doubled-role-code": N_("There is a role with the code {role} already: choose another."),
    "doubled-party": N_("There is a party with the id “{party}” already: choose another."),
    "doubled-phase": N_("There is a phase with the id “{phase}” already: choose another."),
    "doubled-post": N_("There is a post with the id “{post}” already: choose another."),
    "bad-rounding": N_("Amounts cannot be rounded to {rounding}: write one of {choices}."),
    "contract-ends-before-it-begins": N_(
        "The contract ends on {ends}, before it begins on {begins}: choose a later end or an "
        "earlier begin."
    ),
    "doubled-contract": N_("There is a contract with the id “{contract}” already: choose another."),
    "doubled-workload": N_("There is a workload with the id “{workload}” already: choose another."),
    "cycle-of-moves": N_(
        "The move of {role} in the phase “{phase}” needs itself by way of its prerequisites: "
        "remove one of them."
    ),
    "ends-too-early": N_(
        "It ends on {ends}, before it begins on {begins}: choose a later end or an earlier begin."
    ),
    "needs-a-later-phase": N_(
        "A move in the phase “{phase}” cannot need one in the later phase “{later}”: choose an "
        "earlier phase."
    ),
    "only-of-a-contract": N_("Only a contract has a last day: remove it, or choose that kind."),
    "only-of-a-role": N_(
        "Only the move of a role has a role and a phase: remove them, or choose that kind."
    ),
    "bad-duration": N_(
        "“{duration}” is no duration: write one after ISO 8601, such as PT15M, PT4H, P3D or P1M."
    ),
    "unknown-step": N_("The flow has no step “{step}”: name one that it has."),
    "doubled-step": N_("The flow has a step with the id “{step}” already: choose another."),
    "step-after-itself": N_("Step “{step}” comes after itself: name another step before it."),
    "cycle-of-steps": N_(
        "Step “{step}” leads back to itself with no condition on the route: give one of its steps "
        "a condition, or remove a step from its “after”."
    ),
    "too-many-steps": N_("A flow has at most {most} steps: divide it into two."),
    "too-many-receivers": N_("A step has at most {most} receivers: remove some first."),
    "too-many-flows": N_("A plan has at most {most} flows: remove one first."),
    "too-many-counterparts": N_("A plan has at most {most} counterparts: remove one first."),
    "doubled-exercise": N_(
        "There is an exercise with the id “{exercise}” already: choose another."
    ),
    "too-many-exercises": N_("A plan has at most {most} exercises: remove some first."),
    "unknown-exercise": N_("The plan has no exercise “{exercise}”."),
    "unknown-flow": N_("The plan has no flow “{flow}”."),
    "too-much-missing": N_(
        "The values refer to too much that this plan lacks: adopt the entries that they name first."
    ),
    "no-git": N_("git could not be started: install it, or check that it can be found."),
    "no-repository": N_(
        "There is no git repository at “{folder}”: go to one, or add --global for all of yours."
    ),
    "git-failed": N_("git did not do it: {reason}"),
    "other-plan": N_(
        "These are two different plans: ours is of “{ours}” with the id “{our_id}”, the other of "
        "“{theirs}” with the id “{their_id}”. Only versions of one plan, with one id, can be "
        "merged."
    ),
    "bare-repository": N_(
        "The repository at “{folder}” has no files to merge: go to one with files, or add --global."
    ),
    "versions-of-two-editions": N_(
        "The versions use different catalogues, “{ours}” and “{theirs}”: only versions with the "
        "same catalogue can be merged."
    ),
    "unknown-counterpart": N_(
        "There is no counterpart “{counterpart}”: list it under “counterparts” first."
    ),
    "doubled-flow": N_("There is a flow with the id “{flow}” already: choose another."),
    "doubled-counterpart": N_(
        "There is a counterpart with the id “{counterpart}” already: choose another."
    ),
    "no-party-or-counterpart": N_(
        "“{receiver}” is a role here: name a party (party:mss) or a counterpart (counterpart:ppc)."
    ),
    "earliest-without-latest": N_(
        "The term has a beginning and no end: state the end, or only the end."
    ),
    "latest-before-earliest": N_(
        "The term ends ({latest}) before it begins ({earliest}): exchange them or correct one."
    ),
    "too-many-agreements": N_("A plan has at most {most} agreements: remove one first."),
    "too-many-duties": N_("A plan has at most {most} reporting duties: remove one first."),
    "unknown-agreement": N_("There is no agreement with “{counterpart}”."),
    "unknown-duty": N_("The plan has no reporting duty “{duty}”."),
    "doubled-agreement": N_(
        "There is an agreement with “{counterpart}” already: put both into one."
    ),
    "doubled-duty": N_("There is a reporting duty with the id “{duty}” already: choose another."),
    "duties-of-another-edition": N_("The duties are not those of the catalogue {edition}."),
    "flows-of-another-edition": N_("The flows are not those of the catalogue {edition}."),
    "too-many-moves": N_("A plan states at most {most} moves: remove some first."),
    "too-many-prerequisites": N_(
        "A move has at most {most} prerequisites: remove some, or put several into one."
    ),
    "ends-before-it-begins": N_(
        "It ends with the phase “{ends}”, before it begins with “{begins}”: choose a later end or "
        "an earlier begin."
    ),
    "doubled-assessment": N_(
        "There is an assessment with the id “{assessment}” already: choose another."
    ),
    "empty-name": N_("The name is empty: write at least one character."),
    "last-phase": N_("This is the only phase, and a plan needs one: add another one first."),
    "letter-set-count": N_("A plan has at most {most} letter sets of its own: remove one first."),
    "letter-set-in-use": N_("The letter set “{id}” is in use: switch to another one first."),
    "letter-unmapped": N_("The plan uses “{letter}”: choose its replacement."),
    "letter-not-mapped": N_("The sheet uses “{letter}”: choose its meaning in the plan."),
    "more-than-headcount": N_(
        "{part} are more than the headcount of {headcount}: lower it, or raise the headcount."
    ),
    "name-too-long": N_("The name has {length} characters: shorten it to {longest}."),
    "no-accountable-letter": N_("No party could be accountable: mark one letter as accountable."),
    "no-performing-letter": N_("No party could perform a role: mark one letter as performing."),
    "party-above-itself": N_("The party “{party}” would be above itself: choose another parent."),
    "party-taken-twice": N_(
        "Two parties of the sheet are mapped to the plan's party “{id}”: choose another for one."
    ),
    "role-taken-twice": N_(
        "Two tasks of the sheet are mapped to the role “{id}”: choose another for one."
    ),
    "no-own-verdict": N_("“{word}” is no verdict of your own: choose one of {choices}."),
    "day-without-verdict": N_(
        "The day {day} has no verdict: state the verdict, or remove the day."
    ),
    "end-without-waiver": N_(
        "The last day {day} has no waiver: state its reason, or remove the day."
    ),
    "unknown-prompt": N_("“{prompt}” cannot be the id of a prompt: write one such as FI2."),
    "unknown-prompt-waiver": N_("The prompt {prompt} is not waived."),
    "too-many-lessons": N_(
        "The plan states something about {most} prompts already: clear one of them first."
    ),
    "text-too-long": N_("The text has {length} characters: shorten it to {longest}."),
    "too-many-parties": N_("A plan has at most {most} parties: remove one first."),
    "too-many-contracts": N_("A plan has at most {most} contracts: remove one first."),
    "too-many-posts": N_("A plan has at most {most} posts: remove one first."),
    "too-many-workloads": N_("A plan has at most {most} workloads: remove one first."),
    "too-many-phases": N_("A plan has at most {most} phases: remove one first."),
    "too-many-roles": N_("A plan has at most {most} custom roles: remove some first."),
    "too-many-waivers": N_("A plan has at most {most} waivers: remove one first."),
    "unknown-assumption": N_("There is no assumption “{assumption}”: choose another."),
    "unknown-contract": N_("The plan has no contract “{contract}”: choose another."),
    "doubled-bid": N_("There is a bid with the id “{bid}” already: choose another."),
    "tender-without-provider": N_("“{party}” is no provider: only providers are invited to bid."),
    "too-many-bids": N_("A tender has at most {most} bids: remove one first."),
    "unknown-bid": N_("The plan has no bid “{bid}”: choose another."),
    "unknown-currency": N_(
        "“{currency}” is not a currency code of ISO 4217: write three capital letters such as JPY."
    ),
    "unknown-post": N_("The plan has no post “{post}”: add it first, or choose another."),
    "unknown-workload": N_("The plan has no workload “{workload}”: choose another."),
    "workload-of-nothing": N_("A workload is that of a post or of a party: state one of the two."),
    "workload-without-work": N_(
        "State one kind of work: a volume and minutes (and what is left after automation), "
        "incidents and hours, or hours a year."
    ),
    "unknown-letter": N_("There is no letter “{letter}”: use one of {choices}."),
    "unknown-party": N_("The plan has no party “{party}”: add it first, or choose another."),
    "unknown-pattern": N_("The catalogue has no pattern “{pattern}”: choose another."),
    "unknown-phase": N_("The plan has no phase “{phase}”: add it first, or choose another."),
    "unknown-role": N_("The plan has no role “{role}”: choose another."),
    "unknown-threshold": N_("There is no threshold “{threshold}”: choose another."),
    "too-many-assessments": N_("A plan has at most {most} assessments: remove one first."),
    "unknown-assessment": N_("The plan has no assessment “{assessment}”: choose another."),
    "unknown-waiver": N_("No finding of {rule} is waived there."),
    "unknown-value": N_("“{value}” is not possible here: choose another."),
}
_PICTURES: Mapping[str, str] = {
    "no-drawing": N_(
        "Pictures cannot be drawn, because Qt cannot be loaded: {reason}. Export a workbook, or "
        "install what is missing."
    ),
    "no-japanese-font": N_(
        "This system has no font with Japanese characters, which a picture in Japanese needs: "
        "install one, such as Noto Sans CJK, or choose English."
    ),
    "picture-too-large": N_(
        "A picture of {pages} pages in one PNG would be too large ({width} by {height} dots): "
        "write a PDF, or lower the dots per inch."
    ),
}
_CATALOGUE: Mapping[str, str] = {
    "area-not-once": N_("The catalogue must describe area {area} exactly once."),
    "areas-in-one-place": N_(
        "The catalogue puts the areas {other} and {area} in the same place: move one of them."
    ),
    "bad-prompt-id": N_("“{prompt}” cannot be the id of one prompt of the review."),
    "prompt-without-key": N_("The prompt {prompt} names the key {key}, which is not listed."),
    "doubled-function": N_("The catalogue {edition} gives one function code to two functions."),
    "doubled-role": N_("The catalogue {edition} gives one code to two roles."),
    "incomplete": N_("The catalogue {edition} must have exactly {number} {what}."),
    "stand-in-unknown": N_(
        "The catalogue names {other} as the substitute of the party {party} but does not define it."
    ),
    "pattern-with-unknown-role": N_(
        "The pattern {pattern} names the role {role}, which the catalogue does not have."
    ),
    "role-with-unknown-party": N_(
        "The catalogue names the party “{party}” for the role {role} but does not define it."
    ),
    "role-without-function": N_(
        "The catalogue puts the role {role} into the function “{function}” but does not define it."
    ),
}
SENTENCES: Mapping[str, str] = {
    **_EDITS,
    **_PICTURES,
    **_CATALOGUE,
    **FILE_SENTENCES,
    **format_errors.SENTENCES,
    **workbook_errors.SENTENCES,
    **score_sheets.SENTENCES,
}


def message(problem: Problem, words: Words) -> str:
    """Return the sentence of `problem`; raise KeyError for a code without one."""
    return words.tr(SENTENCES[problem.code], **problem.values)


def message_in_file(file: str, line: int | None, problem: Problem, words: Words) -> str:
    """Return the sentence of `problem` after the file, and the line if that is known."""
    if line is None:
        return words.tr("{file}: {text}", file=file, text=message(problem, words))
    return words.tr(
        "{file}, line {line}: {text}", file=file, line=line, text=message(problem, words)
    )
