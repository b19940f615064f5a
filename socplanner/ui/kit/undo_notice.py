"""The notice about a step that was just made, with a button that undoes it."""

from socplanner.services.document import Document
from socplanner.ui.kit.notice import Notice, NoticeKind, Remedy
from socplanner.wording.language import Words


def undo_notice(text: str, document: Document, words: Words) -> Notice:
    """Return the notice `text` about the last step of `document`."""
    undo = Remedy(words.tr("Undo"), document.undo)
    return Notice(NoticeKind.DONE, text, undo, is_about_last_step=True)
