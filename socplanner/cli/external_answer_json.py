"""The JSON that `socplanner import` prints about a workbook made elsewhere."""

from socplanner.cli.external_answer import ExternalAnswer, questions
from socplanner.cli.external_remedies import answer_options
from socplanner.domain.external.import_edit import NewParty, NewRole
from socplanner.domain.external.proposal import Match, Suggestion
from socplanner.services.external_importer import understood_as_values
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_label


def external_document(place: str, answer: ExternalAnswer, words: Words) -> dict[str, object]:
    """Return the document of `docs/command-line.md` as values of JSON."""
    tasks = zip(answer.proposal.tasks, answer.mapping.tasks, strict=True)
    parties = zip(answer.proposal.parties, answer.mapping.parties, strict=True)
    return {
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
        "taken": answer.imported,
    }


def _understood(answer: ExternalAnswer) -> dict[str, object]:
    """Return what was understood, each question with the options that answer it."""
    unclear = answer.understood.unclear
    values = understood_as_values(answer.understood)
    listed = (
        [dict(each) for each in values["unclear"]] if isinstance(values["unclear"], list) else []
    )
    for each, problem in zip(listed, unclear, strict=True):
        each["answers"] = answer_options(problem)
    return {**values, "unclear": listed}


def _target(match: Match, target: object, is_new: bool) -> dict[str, object]:
    return {
        "name": match.name,
        "is": "new" if is_new else target,
        "sure": match.is_sure,
        "offers": [_suggestion(each) for each in match.suggestions],
    }


def _suggestion(suggestion: Suggestion) -> dict[str, object]:
    return {"id": suggestion.id, "by": suggestion.how, "alike": round(suggestion.score, 2)}
