"""The names of edits of a review; loaded only when there is one."""

from socplanner.domain.history import Edit
from socplanner.domain.lesson_edits import (
    AnswerPrompt,
    CommentPrompt,
    RemovePromptWaiver,
    WaivePrompt,
)
from socplanner.wording.language import Words


def lesson_label(edit: Edit, words: Words) -> str | None:
    """Return the name of `edit` for a menu; None where it is no edit of a review."""
    match edit:
        case AnswerPrompt(prompt=prompt, verdict=None):
            return words.tr("Remove the own verdict on {prompt}", prompt=prompt)
        case AnswerPrompt(prompt=prompt):
            return words.tr("Answer {prompt}", prompt=prompt)
        case CommentPrompt(prompt=prompt):
            return words.tr("Comment on {prompt}", prompt=prompt)
        case WaivePrompt(prompt=prompt):
            return words.tr("Waive {prompt}", prompt=prompt)
        case RemovePromptWaiver(prompt=prompt):
            return words.tr("Remove the waiver of {prompt}", prompt=prompt)
    return None
