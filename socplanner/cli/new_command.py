"""`socplanner new`: a complete plan by a pattern, in a new file."""

from pathlib import Path

from socplanner.cli.arguments import (
    LETTER_SET,
    ORGANISATION,
    PARTIES_OF_PLAN,
    PATTERN,
    TARGET,
    Request,
    refused_choice,
)
from socplanner.cli.terminal import Terminal, answer_lost
from socplanner.domain.catalogue import Catalogue, UsualParty
from socplanner.domain.letter_sets import LETTER_SETS, RACI
from socplanner.domain.names import bad_character
from socplanner.domain.new_plan import NOW_NAME, TARGET_NAME, NewPlanOptions, new_plan
from socplanner.domain.problem import EditRejected
from socplanner.services import paths
from socplanner.services.catalogues import shipped
from socplanner.services.machine_places import machine_settings
from socplanner.services.plan_files import save_plan
from socplanner.services.plan_ids import new_plan_id
from socplanner.wording.language import Words

_PATTERN = "hybrid"


def make(request: Request, words: Words, terminal: Terminal) -> int:
    """Write the plan that `request` describes; raise RequestRefused, EditRejected, FileProblem."""
    catalogue = shipped()
    machine = machine_settings(paths.machine_settings_files())
    target = _pattern(request, TARGET.name, catalogue)
    organisation = request.options.get(ORGANISATION.name, words.tr("Our organisation")).strip()
    bad = bad_character(organisation, is_name=True)
    if bad is not None:  # in a script it is a mistake, and is not cleaned silently
        raise EditRejected("bad-character", character=bad)
    options = NewPlanOptions(
        organisation,
        _pattern(request, PATTERN.name, catalogue) or _PATTERN,
        NOW_NAME,
        target,
        TARGET_NAME,
        _parties(request, catalogue),
        letter_set=LETTER_SETS[request.options.get(LETTER_SET.name, machine.letter_set or RACI.id)],
        marking=machine.marking,
    )
    path = Path(request.places[0])
    plan = new_plan(catalogue, new_plan_id(), options)
    save_plan(plan, path)
    terminal.confirm(words.tr("The plan is in {file}.", file=path), answer_lost(path, words))
    return 0


def _parties(request: Request, catalogue: Catalogue) -> tuple[UsualParty, ...] | None:
    """Return the requested parties, None if none are; raise RequestRefused for an unknown one."""
    requested = request.options.get(PARTIES_OF_PLAN.name)
    if requested is None:
        return None
    wanted = [party.strip() for party in requested.split(",")]
    choices = [str(party.id) for party in catalogue.parties]
    for party in wanted:
        if party not in choices:
            raise refused_choice(PARTIES_OF_PLAN.name, party, choices)
    return tuple(party for party in catalogue.parties if party.id in wanted)


def _pattern(request: Request, option: str, catalogue: Catalogue) -> str | None:
    """Return the pattern that `option` names, or None; raise RequestRefused if it is unknown."""
    wanted = request.options.get(option)
    choices = [pattern.id for pattern in catalogue.patterns]
    if wanted is not None and wanted not in choices:
        raise refused_choice(option, wanted, choices)
    return wanted
