"""A message with the ways on as buttons, in the window's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from socplanner.ui.kit.plain_text import make_plain


class Answer(Enum):
    """What the planner wants done."""

    SAVE = auto()
    SAVE_AS = auto()
    DISCARD = auto()
    OVERWRITE = auto()
    RELOAD = auto()
    RETRY = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True)
class Way:
    """One way on: what it means, what its button says, where the button stands."""

    answer: Answer
    label: str
    role: QMessageBox.ButtonRole = QMessageBox.ButtonRole.ActionRole


@dataclass(frozen=True, slots=True)
class Message:
    """What is said: the heading of the box, the matter in a sentence, and more under it."""

    title: str
    text: str
    more: str = ""
    icon: QMessageBox.Icon = QMessageBox.Icon.Warning


def choose(
    message: Message, ways: Sequence[Way], parent: QWidget | None, *, default: int = 0
) -> Answer:
    """Say `message` and return the way chosen; Esc takes the last of `ways`, Enter the default."""
    box = QMessageBox(parent)
    box.setIcon(message.icon)
    box.setWindowTitle(message.title)
    box.setText(message.text)
    box.setInformativeText(message.more)
    make_plain(box)
    buttons: list[tuple[QPushButton, Answer]] = [
        (box.addButton(way.label, way.role), way.answer) for way in ways
    ]
    box.setDefaultButton(buttons[default][0])
    box.setEscapeButton(buttons[-1][0])
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return next((answer for button, answer in buttons if button is clicked), ways[-1].answer)
