"""The names of the edits that the plan has and its file has not, in both languages."""

from collections.abc import Sequence

from socplanner.domain.history import Edit, History, Step
from socplanner.domain.local_text import LANGUAGES
from socplanner.services.i18n import words_for
from socplanner.services.recovery.unsaved_edits import NO_EDITS, UnsavedEdits
from socplanner.wording.edits import label
from socplanner.wording.language import Words

MOST_NAMES = 20


def names_of_edits(
    history: History, pending: Sequence[Edit] = (), earlier: UnsavedEdits = NO_EDITS
) -> UnsavedEdits:
    """Return how many edits lead from the saved plan to the current one, and names of the last.

    Edits that were undone since are counted, and named as such. The `earlier` ones were made before
    the history began, which has a plan that was recovered.
    """
    index, saved = history.index, history.saved
    if saved is not None and saved > index:
        undone = history.steps[index + 1 : saved + 1]
        steps = undone[:MOST_NAMES][::-1]
        count = len(undone)
    else:
        first = 1 if saved is None else saved + 1
        steps = history.steps[max(first, index + 1 - MOST_NAMES) : index + 1]
        count = index + 1 - first + (history.dropped if saved is None else 0)
    is_undone = saved is not None and saved > index
    names: dict[str, tuple[str, ...]] = {
        language: (
            *earlier.names.get(language, ()),
            *(_name(step, history, words_for(language), is_undone=is_undone) for step in steps),
            *(label(edit, history.plan, words_for(language)) for edit in pending),
        )[-MOST_NAMES:]
        for language in LANGUAGES
    }
    return UnsavedEdits(earlier.total + count + len(pending), names)


def _name(step: Step, history: History, words: Words, *, is_undone: bool) -> str:
    if step.edit is None:
        return ""
    name = label(step.edit, history.plan, words)
    return words.tr("Undone: {step}", step=name) if is_undone else name
