"""Cut, copy, paste, delete and select all: for the field or the view that has the keyboard."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from socplanner.ui.kit.actions import Actions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QTextEdit

CLIPBOARD = ("cut", "copy", "paste", "delete")


class EditCommands(QObject):
    """Does what the Edit menu says, and offers only what the focused widget can do.

    A view or list that can do some of it has `edit_commands()`, a mapping from ids of actions.
    """

    def __init__(self, current_view: Callable[[], QWidget], parent: QObject) -> None:
        """Act on text fields, or on what `current_view` returns."""
        super().__init__(parent)
        self._current_view = current_view
        self._actions: Actions | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return the commands by the ids of the action table."""
        return {
            "cut": self._cut,
            "copy": self._copy,
            "paste": self._paste,
            "delete": self._delete,
            "select-all": self._select_all,
        }

    def follow_focus(self, actions: Actions) -> None:
        """Enable in `actions` what can be done, whenever the keyboard goes elsewhere."""
        self._actions = actions
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        known = self._commands_of(now)
        if self._actions is not None and now is not None:
            for name in CLIPBOARD:
                self._actions[name].setEnabled(name in known)

    def _commands_of(self, widget: QWidget | None) -> Mapping[str, Callable[[], object]]:
        if widget is not None and widget.inherits("QComboBox"):
            widget = cast("QComboBox", widget).lineEdit()  # which it has the keyboard for
        if widget is not None and _is_text_field(widget):
            return _text_commands(cast("QLineEdit | QPlainTextEdit | QTextEdit", widget))
        is_own = widget is not None and hasattr(widget, "edit_commands")  # a list beside the view
        view = widget if widget is not None and is_own else self._current_view()
        commands = getattr(view, "edit_commands", None)
        if widget is None or commands is None or not (widget is view or view.isAncestorOf(widget)):
            return {}
        found: Mapping[str, Callable[[], object]] = commands()
        return found

    def _do(self, name: str) -> None:
        work = self._commands_of(QApplication.focusWidget()).get(name)
        if work is not None:
            work()

    def _cut(self) -> None:
        self._do("cut")

    def _copy(self) -> None:
        self._do("copy")

    def _paste(self) -> None:
        self._do("paste")

    def _delete(self) -> None:
        self._do("delete")

    def _select_all(self) -> None:
        """Select all in the view that has the keyboard; elsewhere this is no command of ours."""
        self._do("select-all")


def _is_text_field(widget: QWidget) -> bool:
    """Tell whether text is edited in `widget`; by name, for a start need not load all kinds."""
    return any(map(widget.inherits, ("QLineEdit", "QPlainTextEdit", "QTextEdit")))


def _text_commands(
    field: "QLineEdit | QPlainTextEdit | QTextEdit",
) -> Mapping[str, Callable[[], object]]:
    delete = field.del_ if isinstance(field, QLineEdit) else field.textCursor().deleteChar
    commands: dict[str, Callable[[], object]] = {"copy": field.copy, "select-all": field.selectAll}
    if not field.isReadOnly():
        commands |= {"cut": field.cut, "paste": field.paste, "delete": delete}
    return commands
