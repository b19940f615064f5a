"""`socplanner export`: a phase as a file by its extension: workbook, table or picture."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from socplanner.cli.arguments import (
    FOR,
    PARTY,
    PHASE,
    Request,
    RequestRefused,
    refused_choice,
)
from socplanner.cli.cover_arguments import CONTACT, DEADLINE, RETURN_TO, STATUS, WITH_REVIEW
from socplanner.cli.option import Option
from socplanner.cli.picture_command import (
    DrawPicture,
    check_picture,
    picture_options,
    picture_written,
)
from socplanner.cli.target_file import check_target, write_target
from socplanner.cli.terminal import Terminal, answer_lost
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import normal_symbol
from socplanner.domain.names import clean_line
from socplanner.domain.picture_choices import PICTURE_SUFFIXES
from socplanner.domain.plan import Party, Phase, Plan
from socplanner.domain.workbook_copy import EVERYBODY, WorkbookCopy
from socplanner.services.exporter import SUFFIX, SUFFIXES, content_of, duties_workbook
from socplanner.services.plan_files import open_plan
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import party_name, phase_name

_COVER_TEXTS = (DEADLINE, CONTACT, RETURN_TO, STATUS)
_COVER_OPTIONS = (FOR, *_COVER_TEXTS, WITH_REVIEW)
"""The options of a copy; those of texts are in the order of the fields of `WorkbookCopy`."""


def export(request: Request, words: Words, terminal: Terminal, draw: DrawPicture) -> int:
    """Write the file that `request` names; raise RequestRefused, EditRejected or FileProblem.

    `draw` returns the bytes of a picture.
    """
    source, target = (Path(place) for place in request.places)
    plan = open_plan(source).plan
    phase = _phase(request, plan)
    check_target(source, target, (*SUFFIXES, *PICTURE_SUFFIXES))
    check_picture(request, target)
    today = date.today()  # noqa: DTZ011 the day on the planner's desk
    party, workbook_copy = _party(request, plan, PARTY), _workbook_copy(request, plan)
    if workbook_copy != EVERYBODY:
        _check_workbook(request, target)
    suffix = target.suffix.lower()
    if suffix in PICTURE_SUFFIXES and party is None:
        options = picture_options(request, plan, phase.id)
        content = draw(plan, options, words, today, suffix)
        text = picture_written(options, phase, target, words)
    elif party is None:
        content = content_of(suffix, plan, phase.id, words, today, workbook_copy)
        text = words.tr(
            "The matrix of phase “{phase}” is in {file}.",
            phase=phase_name(phase, words),
            file=target,
        )
    else:
        _check_suffix(target, PARTY)
        content = duties_workbook(party.id, plan, phase.id, words, today)
        text = words.tr(
            "The duties of {party} in phase “{phase}” are in {file}.",
            party=party_name(party, words),
            phase=phase_name(phase, words),
            file=target,
        )
    write_target(request, target, content)
    terminal.confirm(text, answer_lost(target, words))
    return 0


def _check_workbook(request: Request, target: Path) -> None:
    """Raise RequestRefused if options of the cover are given for another kind of file."""
    used = next(option for option in _COVER_OPTIONS if option.name in request.options)
    if PARTY.name in request.options:
        raise RequestRefused(
            N_("“{option}” and “{other}” exclude each other: choose one of them."),
            option=used.name,
            other=PARTY.name,
        )
    _check_suffix(target, used)


def _check_suffix(target: Path, option: Option) -> None:
    """Raise RequestRefused if `target`, for which `option` is given, is no workbook."""
    if target.suffix.lower() != SUFFIX:
        raise RequestRefused(
            N_(
                "{option} writes a workbook: choose a name that ends in {suffix} instead of {file}."
            ),
            option=option.name,
            suffix=SUFFIX,
            file=target,
        )


def _workbook_copy(request: Request, plan: Plan) -> WorkbookCopy:
    """Return the party and the texts of the cover that `request` has for the workbook."""
    party = _party(request, plan, FOR)
    texts = (request.options.get(option.name, "") for option in _COVER_TEXTS)
    stated = WorkbookCopy(None if party is None else party.id, *map(clean_line, texts))
    return replace(stated, with_review=WITH_REVIEW.name in request.options)


def _phase(request: Request, plan: Plan) -> Phase:
    """Return the requested phase, or else the first; raise RequestRefused if it is unknown."""
    wanted = request.options.get(PHASE.name)
    if wanted is None:
        return plan.phases[0]
    for phase in plan.phases:
        if phase.id == wanted:
            return phase
    raise refused_choice(PHASE.name, wanted, [phase.id for phase in plan.phases])


def _party(request: Request, plan: Plan, option: Option) -> Party | None:
    """Return the party `option` names by id or name, or None if the option is not given.

    Raise RequestRefused if there is no such party, or if parties share the name.
    """
    wanted = request.options.get(option.name)
    if wanted is None:
        return None
    exact = plan.party(PartyId(wanted))
    if exact is not None:
        return exact
    matching = [party for party in plan.parties if _has_name(party, wanted)]
    if len(matching) == 1:
        return matching[0]
    raise refused_choice(option.name, wanted, [party.id for party in matching or plan.parties])


def _has_name(party: Party, wanted: str) -> bool:
    """Return whether `wanted` is id or name of `party` in any language, case and width ignored."""
    names = {normal_symbol(text) for text in (party.id, party.name.ja, party.name.en)}
    return normal_symbol(wanted) in names - {""}
