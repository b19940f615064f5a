"""The lines of the mapping tables: tasks, parties and letters of a sheet, with their options."""

from socplanner.domain.external.import_edit import ExternalMapping
from socplanner.domain.external.proposal import Match, Proposal
from socplanner.domain.external.understood import Understood
from socplanner.domain.plan import Plan
from socplanner.ui.review.mapping_table import MappedLine, MappingOption
from socplanner.wording.flags import flag_name
from socplanner.wording.language import Words
from socplanner.wording.terms import letter_name, party_name, role_label

LEFT_OUT, NEW, OPEN = "", "\0new", "\0open"
_PERCENT = 100


def task_lines(
    understood: Understood, proposal: Proposal, mapping: ExternalMapping, plan: Plan, words: Words
) -> list[MappedLine]:
    """Return a line for each task, with suggested roles first, then every other role."""
    out = MappingOption(LEFT_OUT, words.tr("(left out)"))
    custom = MappingOption(NEW, words.tr("(add as a custom role)"))
    names = {str(role.id): role_label(role, words) for role in plan.roles()}
    lines = []
    for task, match, chosen in zip(understood.tasks, proposal.tasks, mapping.tasks, strict=True):
        options = _options(match, names, words)
        beside = " ".join(part for part in (task.code, task.group) if part)
        key = str(chosen) if isinstance(chosen, str) else LEFT_OUT
        lines.append(MappedLine(task.name, beside, (out, custom, *options), key))
    return lines


def party_lines(
    understood: Understood, proposal: Proposal, mapping: ExternalMapping, plan: Plan, words: Words
) -> list[MappedLine]:
    """Return a line for each party of the sheet, with suggested parties first, then all others."""
    out = MappingOption(LEFT_OUT, words.tr("(left out)"))
    new = MappingOption(NEW, words.tr("(added as a new party)"))
    names = {str(party.id): party_name(party, words) for party in plan.parties}
    lines = []
    pairs = zip(understood.parties, proposal.parties, mapping.parties, strict=True)
    for party, match, chosen in pairs:
        key = str(chosen) if isinstance(chosen, str) else LEFT_OUT
        options = (out, new, *_options(match, names, words))
        lines.append(MappedLine(party.name, party.group, options, key))
    return lines


def letter_lines(
    understood: Understood, proposal: Proposal, plan: Plan, words: Words
) -> list[MappedLine]:
    """Return a line for each letter of the sheet, with its meaning in the legend.

    A letter without a suggestion is not left out unless the planner chooses that.
    """
    unanswered = MappingOption(OPEN, words.tr("(choose)"))
    out = MappingOption(LEFT_OUT, words.tr("(left out)"))
    ours = [
        MappingOption(each.symbol, f"{each.symbol}  {letter_name(each, words)}")
        for each in plan.letter_set.letters
    ]
    undecided = MappingOption("?", words.tr("?  Undecided"))
    lines = []
    for match in proposal.letters:
        meaning = understood.meanings.get(match.letter)
        stated = "" if meaning is None else meaning.text
        if not stated and meaning is not None and meaning.flag:
            stated = flag_name(meaning.flag, words)
        options = (out, *ours, undecided) if match.to else (unanswered, out, *ours, undecided)
        lines.append(MappedLine(match.letter, stated, options, match.to or OPEN))
    return lines


def _options(match: Match, names: dict[str, str], words: Words) -> list[MappingOption]:
    """Return the options of `match`: its suggestions, the likeliest first, then all others."""
    suggested = [suggestion for suggestion in match.suggestions if suggestion.id in names]
    first = [
        MappingOption(
            suggestion.id,
            words.tr(
                "{name}   ({percent} % alike)",
                name=names[suggestion.id],
                percent=round(suggestion.score * _PERCENT),
            ),
        )
        for suggestion in suggested
    ]
    ids = {suggestion.id for suggestion in suggested}
    return [*first, *(MappingOption(key, label) for key, label in names.items() if key not in ids)]
