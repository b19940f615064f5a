"""The actions and menus of a window, made from the table of actions."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from socplanner.ui.kit.action_table import ActionSpec, Menu
from socplanner.wording.language import Words

_STANDARD = QKeySequence.StandardKey
_MNEMONIC = re.compile(r"\(&\w\)|&(?=\S)")


class Actions(QObject):
    """The actions of one window, by the ids of the table, and their menus."""

    def __init__(
        self,
        table: tuple[ActionSpec, ...],
        before: Callable[[], object],
        parent: QObject,
    ) -> None:
        """Make an action for each entry of `table`; `before` is called before each handler."""
        super().__init__(parent)
        self.table = table
        self._before = before
        self._groups: dict[str, QActionGroup] = {}
        self._menus: dict[Menu, QMenu] = {}
        self.submenus: dict[str, QMenu] = {}
        self.by_id = {spec.id: self._new_action(spec) for spec in table if spec.text}

    def __getitem__(self, action_id: str) -> QAction:
        """Return the action `action_id`; raise KeyError if the table does not have it."""
        return self.by_id[action_id]

    def connect_handlers(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Call each handler when the action of its id is triggered."""
        for action_id, handler in handlers.items():
            self.by_id[action_id].triggered.connect(handler)

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu of `bar`, in the order of the table."""
        for menu in Menu:
            self._menus[menu] = QMenu(bar)
            bar.addMenu(self._menus[menu])
        for spec in self.table:
            self._place(spec)

    def retranslate(self, words: Words) -> None:
        """Set the texts of all actions and menus in the language of `words`."""
        for spec in self.table:
            if spec.text:
                text = words.tr(spec.text)
                self.by_id[spec.id].setText(text)
                self.by_id[spec.id].setIconText(plain(text).removesuffix("…"))
        for menu, widget in self._menus.items():
            widget.setTitle(words.tr(menu.value))
        for title, widget in self.submenus.items():
            widget.setTitle(words.tr(title))

    def submenu_of(self, action_id: str) -> QMenu:
        """Return the submenu in which the table puts `action_id`."""
        return self.submenus[next(spec.submenu for spec in self.table if spec.id == action_id)]

    def role_submenus(self) -> tuple[str, ...]:
        """Return the titles of the submenus that act on the selected roles."""
        ids = ("move-I", "sourcing-insource")
        return tuple(spec.submenu for spec in self.table if spec.id in ids)

    def _new_action(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.is_checkable)
        if spec.keys is not None:
            action.setShortcuts(_sequences(spec))
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        action.triggered.connect(self._before)
        return action

    def _place(self, spec: ActionSpec) -> None:
        menu = self._menus[spec.menu]
        if spec.begins and not menu.isEmpty():
            menu.addSeparator()
        if spec.submenu:
            if spec.submenu not in self.submenus:
                self.submenus[spec.submenu] = QMenu(menu)
                menu.addMenu(self.submenus[spec.submenu])
            menu = self.submenus[spec.submenu]
        if spec.text:
            menu.addAction(self.by_id[spec.id])


def _sequences(spec: ActionSpec) -> list[QKeySequence]:
    """Return the shortcuts of `spec`, each once, those of the system first."""
    keys = spec.keys
    usual = (
        QKeySequence.keyBindings(keys)
        if isinstance(keys, _STANDARD)
        else [QKeySequence(keys or "")]
    )
    more = (QKeySequence(each) for each in spec.more_keys)
    return [*usual, *(each for each in more if each not in usual)]


def plain(text: str) -> str:
    """Return the text of a menu without its mnemonic: `File` for `&File`."""
    return _MNEMONIC.sub("", text)
