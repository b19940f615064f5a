"""The lines of the mapping: each task, party and letter of a sheet, and what it may be."""

from socplanner.domain.external.import_edit import ForeignMapping
from socplanner.domain.external.proposal import Match, Proposal
from socplanner.domain.external.understood import Understood
from socplanner.domain.plan import Plan
from socplanner.ui.review.mapping_table import MappedLine, MappingWay
from socplanner.wording.flags import flag_name
from socplanner.wording.language import Words
from socplanner.wording.terms import letter_name, party_name, role_label

LEFT_OUT, NEW, OPEN = "", "\0new", "\0open"
_PERCENT = 100


def task_lines(
    understood: Understood, proposal: Proposal, mapping: ForeignMapping, plan: Plan, words: Words
) -> list[MappedLine]:
    """Return a line for each task: the roles it may be first, then every other role."""
    out = MappingWay(LEFT_OUT, words.tr("(left out)"))
    own = MappingWay(NEW, words.tr("(kept as an own role)"))
    names = {str(role.id): role_label(role, words) for role in plan.roles()}
    lines = []
    for task, match, chosen in zip(understood.tasks, proposal.tasks, mapping.tasks, strict=True):
        ways = _ways(match, names, words)
        beside = " ".join(part for part in (task.code, task.group) if part)
        key = str(chosen) if isinstance(chosen, str) else LEFT_OUT
        lines.append(MappedLine(task.name, beside, (out, own, *ways), key))
    return lines


def party_lines(
    understood: Understood, proposal: Proposal, mapping: ForeignMapping, plan: Plan, words: Words
) -> list[MappedLine]:
    """Return a line for each party of the sheet: those it may be first, then every other."""
    out = MappingWay(LEFT_OUT, words.tr("(left out)"))
    new = MappingWay(NEW, words.tr("(added as a new party)"))
    names = {str(party.id): party_name(party, words) for party in plan.parties}
    lines = []
    pairs = zip(understood.parties, proposal.parties, mapping.parties, strict=True)
    for party, match, chosen in pairs:
        key = str(chosen) if isinstance(chosen, str) else LEFT_OUT
        ways = (out, new, *_ways(match, names, words))
        lines.append(MappedLine(party.name, party.group, ways, key))
    return lines


def letter_lines(
    understood: Understood, proposal: Proposal, plan: Plan, words: Words
) -> list[MappedLine]:
    """Return a line for each letter the sheet uses, with what its legend says.

    One that may be any letter of the plan is left out by a choice only, never by itself.
    """
    asked = MappingWay(OPEN, words.tr("(choose)"))
    out = MappingWay(LEFT_OUT, words.tr("(left out)"))
    ours = [
        MappingWay(each.symbol, f"{each.symbol}  {letter_name(each, words)}")
        for each in plan.letter_set.letters
    ]
    undecided = MappingWay("?", words.tr("?  Undecided"))
    lines = []
    for match in proposal.letters:
        meaning = understood.meanings.get(match.letter)
        says = "" if meaning is None else meaning.says
        if not says and meaning is not None and meaning.flag:
            says = flag_name(meaning.flag, words)
        ways = (out, *ours, undecided) if match.to else (asked, out, *ours, undecided)
        lines.append(MappedLine(match.letter, says, ways, match.to or OPEN))
    return lines


def _ways(match: Match, names: dict[str, str], words: Words) -> list[MappingWay]:
    """Return what `match` may be: what is offered, the likeliest first, then everything else."""
    offered = [offer for offer in match.offers if offer.id in names]
    first = [
        MappingWay(
            offer.id,
            words.tr(
                "{name}   ({percent} % alike)",
                name=names[offer.id],
                percent=round(offer.score * _PERCENT),
            ),
        )
        for offer in offered
    ]
    known = {offer.id for offer in offered}
    return [*first, *(MappingWay(key, said) for key, said in names.items() if key not in known)]
