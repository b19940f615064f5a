"""What `socplanner import` answers programs of a workbook of others."""

import json

from socplanner.cli.external_answer import ForeignAnswer, questions
from socplanner.cli.external_remedies import ways_to_answer
from socplanner.domain.external.import_edit import NewParty, NewRole
from socplanner.domain.external.proposal import Match, Offer
from socplanner.services.external_importer import understood_as_values
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_label


def json_of(place: str, answer: ForeignAnswer, words: Words, *, ascii_only: bool) -> str:
    """Return the answer as `docs/command-line.md` describes it."""
    tasks = zip(answer.proposal.tasks, answer.mapping.tasks, strict=True)
    parties = zip(answer.proposal.parties, answer.mapping.parties, strict=True)
    said = {
        "format": 1,
        "plan": place,
        "file": answer.path.name,
        "phase": answer.phase,
        "phase_name": phase_label(answer.plan, answer.phase, words),
        "language": words.language,
        **_understood(answer),
        "proposal": {
            "tasks": [
                _target(match, target, isinstance(target, NewRole)) for match, target in tasks
            ],
            "parties": [
                _target(match, target, isinstance(target, NewParty)) for match, target in parties
            ],
            "letters": {each.letter: each.to for each in answer.proposal.letters},
        },
        "questions": questions(answer, words),
        "taken": answer.taken,
    }
    return json.dumps(said, indent=2, ensure_ascii=ascii_only)


def _understood(answer: ForeignAnswer) -> dict[str, object]:
    """Return what was understood, and beside each question what answers it."""
    unclear = answer.understood.unclear
    values = understood_as_values(answer.understood)
    listed = (
        [dict(each) for each in values["unclear"]] if isinstance(values["unclear"], list) else []
    )
    for each, problem in zip(listed, unclear, strict=True):
        each["answers"] = ways_to_answer(problem)
    return {**values, "unclear": listed}


def _target(match: Match, target: object, is_new: bool) -> dict[str, object]:
    return {
        "name": match.name,
        "is": "new" if is_new else target,
        "sure": match.is_sure,
        "offers": [_offer(each) for each in match.offers],
    }


def _offer(offer: Offer) -> dict[str, object]:
    return {"id": offer.id, "by": offer.how, "alike": round(offer.score, 2)}
