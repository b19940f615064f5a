"""Whatever dialog or menu a gesture opens is used at random, and closed again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QMessageBox, QWidget
from shiboken6 import isValid

from tests.reliability.soaking.hands import Hand, Key

_PAUSE = 1
_MOST = 30
"""Steps in all dialogs of one gesture, after which each of them is closed."""

_SLOW = ("ExportDialog", "PictureDialog", "TenderPackDialog", "SummaryDialog", "NewPlanDialog")
"""Dialogs that are rarely accepted: they write files, or begin another plan."""

_OF_SYSTEM = ("PrintPreview",)
"""Dialogs that are only closed: they use what the system has, printers for instance."""


class DialogHand(QObject):
    """Acts in dialogs and menus while `begin` to `end` lasts; from there on nothing is open."""

    def __init__(self, hand: Hand, parent: QObject) -> None:
        """Use dialogs with `hand`."""
        super().__init__(parent)
        self.hand = hand
        self.opened: list[str] = []
        """The classes of the dialogs and menus that were open in this gesture."""

        self._steps = 0
        self._left: dict[int, int] = {}
        self._is_active = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Watch for dialogs."""
        self.opened, self._left, self._steps, self._is_active = [], {}, 0, True
        self._timer.start()

    def end(self) -> None:
        """Close what is open, and watch no more."""
        for _ in range(_MOST):
            if QApplication.activePopupWidget() is None and _modal() is None:
                break
            self._act()
        self._is_active = False
        self._timer.stop()

    def _look(self) -> None:
        if not self._is_active:
            return
        self._timer.start()  # before the step, which may open a dialog and return after it
        self._act()

    def _act(self) -> None:
        popup, modal = QApplication.activePopupWidget(), _modal()
        if popup is not None:
            self._use_popup(popup)
        elif modal is not None:
            self._use_dialog(modal)

    def _use_popup(self, popup: QWidget) -> None:
        self._note(popup)
        self._steps += 1
        if self._steps > _MOST or self.hand.dice.random() < 0.25:
            self.hand.key(popup, Key.Key_Escape)
            if self._steps > _MOST and isValid(popup):
                popup.close()
        elif self.hand.dice.random() < 0.25:
            self.hand.key(popup, Key.Key_Return)
        else:
            self.hand.key(popup, Key.Key_Down)

    def _use_dialog(self, dialog: QDialog) -> None:
        self._note(dialog)
        dice, name = self.hand.dice, type(dialog).__name__
        left = self._left.setdefault(id(dialog), dice.randrange(7))
        self._left[id(dialog)] = left - 1
        self._steps += 1
        if self._steps > _MOST or left < -1 or name in _OF_SYSTEM:
            dialog.reject()
            if isValid(dialog) and dialog.isVisible():
                dialog.done(0)
        elif left > 0 and not isinstance(dialog, QMessageBox):
            self.hand.use_any(dialog)
        elif isinstance(dialog, QMessageBox):
            self.hand.use(dice.choice(dialog.buttons()))
        elif dice.random() < (0.1 if name in _SLOW else 0.6):
            _accept(dialog, self.hand)
        else:
            self.hand.key(dialog, Key.Key_Escape)

    def _note(self, widget: QWidget) -> None:
        name = type(widget).__name__
        if name not in self.opened:
            self.opened.append(name)


def _accept(dialog: QDialog, hand: Hand) -> None:
    """Press the button of `dialog` that accepts; Enter where there is none."""
    for box in dialog.findChildren(QDialogButtonBox):
        for button in box.buttons():
            if box.buttonRole(button) == QDialogButtonBox.ButtonRole.AcceptRole:
                hand.use(button)
                return
    hand.key(dialog, Key.Key_Return)


def _modal() -> QDialog | None:
    widget = QApplication.activeModalWidget()
    return widget if isinstance(widget, QDialog) else None
