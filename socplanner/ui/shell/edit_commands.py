"""Cut, copy, paste, delete and select all, for the field or view that has the focus."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.plan_view import PlanView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QTextEdit

CLIPBOARD = ("cut", "copy", "paste", "delete")


@runtime_checkable
class HasEditCommands(Protocol):
    """A widget with handlers for commands of the Edit menu."""

    def edit_commands(self) -> Mapping[str, Callable[[], object]]:
        """Return the handlers that are possible now, by action id."""
        ...


class EditCommands(QObject):
    """Performs the commands of the Edit menu, and enables those of the focused widget.

    Views and lists have their handlers in `edit_commands()`; text fields are handled here.
    """

    def __init__(
        self, actions: Actions, current_view: Callable[[], PlanView | None], parent: QObject
    ) -> None:
        """Let `actions` act on the focused field, or on the view that `current_view` returns."""
        super().__init__(parent)
        self._current_view = current_view
        self._actions = actions
        actions.connect_handlers(
            {
                "cut": self._cut,
                "copy": self._copy,
                "paste": self._paste,
                "delete": self._delete,
                "select-all": self._select_all,
            }
        )
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        handlers = self._commands_of(now)
        if now is not None:
            for name in CLIPBOARD:
                self._actions[name].setEnabled(name in handlers)

    def _commands_of(self, widget: QWidget | None) -> Mapping[str, Callable[[], object]]:
        if widget is not None and widget.inherits("QComboBox"):
            widget = cast("QComboBox", widget).lineEdit()  # it has the keyboard focus for it
        if widget is not None and _is_text_field(widget):
            return _text_commands(cast("QLineEdit | QPlainTextEdit | QTextEdit", widget))
        commands = _direct_commands(widget)  # of a list beside the view
        if commands is not None:
            return commands
        view = self._current_view()
        if widget is None or view is None or not (widget is view or view.isAncestorOf(widget)):
            return {}
        return view.edit_commands()

    def _run_command(self, name: str) -> None:
        work = self._commands_of(QApplication.focusWidget()).get(name)
        if work is not None:
            work()

    def _cut(self) -> None:
        self._run_command("cut")

    def _copy(self) -> None:
        self._run_command("copy")

    def _paste(self) -> None:
        self._run_command("paste")

    def _delete(self) -> None:
        self._run_command("delete")

    def _select_all(self) -> None:
        """Select all in the focused view or field."""
        self._run_command("select-all")


def _direct_commands(widget: object) -> Mapping[str, Callable[[], object]] | None:
    return widget.edit_commands() if isinstance(widget, HasEditCommands) else None


def _is_text_field(widget: QWidget) -> bool:
    """Return whether `widget` is a text field, by class name: a start need not load the classes."""
    return any(map(widget.inherits, ("QLineEdit", "QPlainTextEdit", "QTextEdit")))


def _text_commands(
    field: "QLineEdit | QPlainTextEdit | QTextEdit",
) -> Mapping[str, Callable[[], object]]:
    delete = field.del_ if isinstance(field, QLineEdit) else field.textCursor().deleteChar
    commands: dict[str, Callable[[], object]] = {"copy": field.copy, "select-all": field.selectAll}
    if not field.isReadOnly():
        commands |= {"cut": field.cut, "paste": field.paste, "delete": delete}
    return commands
