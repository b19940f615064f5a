"""What is lost when the letter set is switched, as text."""

from socplanner.domain.letter_set_edits import Losses
from socplanner.wording.language import Words


def losses_in_words(losses: Losses, words: Words) -> str:
    """Return a sentence for each kind of loss, or one that nothing is lost."""
    if losses.are_none:
        return words.tr("Nothing is lost.")
    lines = [
        words.count(
            "{letter} disappears from {n} cell.",
            "{letter} disappears from {n} cells.",
            times,
            letter=letter,
        )
        for letter, times in losses.lost.items()
    ]
    if losses.emptied:
        lines.append(
            words.count(
                "{n} cell is empty afterwards.", "{n} cells are empty afterwards.", losses.emptied
            )
        )
    if losses.merged:
        lines.append(
            words.count(
                "In {n} cell two letters become one.",
                "In {n} cells two letters become one.",
                losses.merged,
            )
        )
    return " ".join(lines)
