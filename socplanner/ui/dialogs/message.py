"""A message box with a button for each possible answer, in the window's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from socplanner.ui.kit.plain_text import make_plain


class Answer(Enum):
    """The answers to messages about files."""

    SAVE = auto()
    SAVE_AS = auto()
    DISCARD = auto()
    OVERWRITE = auto()
    RELOAD = auto()
    RETRY = auto()
    MERGE = auto()
    READ_ONLY = auto()
    COPY = auto()
    OPEN = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True)
class AnswerButton:
    """A button: its answer, its label, and the Qt role that decides its position."""

    answer: Answer
    label: str
    role: QMessageBox.ButtonRole = QMessageBox.ButtonRole.ActionRole


@dataclass(frozen=True, slots=True)
class Message:
    """The texts of a message box: its title, one sentence, and details below it."""

    title: str
    text: str
    more: str = ""
    icon: QMessageBox.Icon = QMessageBox.Icon.Warning


def choose(
    message: Message, options: Sequence[AnswerButton], parent: QWidget | None, *, default: int = 0
) -> Answer:
    """Show `message` and return the chosen answer.

    Esc chooses the last of `options`, Enter the one at the index `default`.
    """
    box = QMessageBox(parent)
    box.setIcon(message.icon)
    box.setWindowTitle(message.title)
    box.setText(message.text)
    box.setInformativeText(message.more)
    make_plain(box)
    buttons: list[tuple[QPushButton, Answer]] = [
        (box.addButton(option.label, option.role), option.answer) for option in options
    ]
    box.setDefaultButton(buttons[default][0])
    box.setEscapeButton(buttons[-1][0])
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return next((answer for button, answer in buttons if button is clicked), options[-1].answer)
