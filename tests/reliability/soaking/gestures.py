"""The gestures of a planner in the window, each at random in its own part of it.

A gesture is a method of `Gestures`; `choices.GESTURES` has how often each is made. All of them send
real events to the widgets, or trigger the actions of the menus. None of them awaits a dialog:
whatever opens is used by `DialogHand` meanwhile.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog

from socplanner.services.settings import THEMES
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.matrix.matrix_table import MatrixTable
from socplanner.ui.matrix.matrix_view import MatrixView
from socplanner.ui.shell.main_window import MainWindow
from socplanner.ui.shell.views import VIEW_IDS
from socplanner.wording.search.search_part import ResultGroup
from tests.reliability.soaking.choices import (
    COMMANDS,
    DIALOGS,
    LOOKS,
    MODIFIERS,
    MOVES,
    NEVER,
    ROLES,
    SIZES,
)
from tests.reliability.soaking.hands import ALT, CTRL, NONE, SHIFT, TEXTS, Hand, Key
from tests.reliability.soaking.running import SoakedProgram
from tests.support.drag import carried, drop, spot_in


class Gestures:
    """Makes gestures in the window of a program."""

    def __init__(self, soaked: SoakedProgram, hand: Hand) -> None:
        """Work in the window of `soaked` with `hand`."""
        self.soaked = soaked
        self.window: MainWindow = soaked.window
        self.hand = hand

    def make(self, name: str) -> None:
        """Make the gesture `name`."""
        getattr(self, name)()

    def do(self, action: str) -> None:
        """Choose `action` from the menus, where it can be chosen."""
        if self.window.actions_[action].isEnabled():
            self.window.actions_[action].trigger()

    def letters(self) -> None:
        """Type letters into the matrix."""
        table = self._table()
        for _ in range(self.hand.dice.randrange(1, 4)):
            letter, modifiers = self.hand.dice.choice("racirci-"), NONE
            if self.hand.dice.random() < 0.2:
                letter, modifiers = letter.upper(), SHIFT
            QTest.keyClick(table, letter, modifiers)  # type: ignore[call-overload]
            self.hand.key(table, self.hand.dice.choice((Key.Key_Down, Key.Key_Right)))

    def cursor(self) -> None:
        """Move the cursor of the matrix, and select."""
        self.hand.key(self._table(), *self.hand.dice.choice(MOVES))

    def matrix_commands(self) -> None:
        """Clear, fill, fold, sort, or open the list of letters by keys."""
        self.hand.key(self._table(), *self.hand.dice.choice(COMMANDS))

    def clipboard(self) -> None:
        """Cut, copy or paste where the keyboard is."""
        if self.hand.dice.random() < 0.1:
            QGuiApplication.clipboard().setText(self.hand.dice.choice(("R\tA\nC\tI", "?", "R")))
        self.do(self.hand.dice.choice(("copy", "copy", "paste", "paste", "cut")))

    def delete(self) -> None:
        """Delete what is selected, or select all of it."""
        self.do(self.hand.dice.choice(("delete", "delete", "select-all")))

    def matrix_mouse(self) -> None:
        """Click cells and headers of the matrix."""
        table = self._table()
        if self.hand.dice.random() < 0.8:
            self._mouse_in(table)
            return
        header = self.hand.dice.choice((table.horizontalHeader(), table.verticalHeader()))
        if header.isVisible():
            size = header.viewport().rect()
            at = size.center()
            at.setX(self.hand.dice.randrange(max(size.width(), 1)))
            self.hand.press_at(header.viewport(), at, self.hand.dice.choice(MODIFIERS))

    def cards(self) -> None:
        """Move between cards by keys; with Ctrl the cards move."""
        key = self.hand.dice.choice((Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_Right))
        self.hand.key(self._board().list, key, self.hand.dice.choice((NONE, NONE, SHIFT, CTRL)))

    def card_mouse(self) -> None:
        """Click cards."""
        self._mouse_in(self._board().list)

    def drag(self) -> None:
        """Drag the selected cards to a lane, or away again."""
        board, dice = self._board(), self.hand.dice
        if not self.window.viewpoint.roles:
            self.hand.click_in(board.list)
        cards = board.list
        lanes = [each.id for each in cards.placement.arrangement.lanes]
        if cards.selected_roles() and lanes:
            drop(cards, carried(cards), spot_in(cards, dice.choice(lanes)))

    def undo(self) -> None:
        """Undo the last step."""
        self.do("undo")

    def redo(self) -> None:
        """Redo what was undone last."""
        self.do("redo")

    def save(self) -> None:
        """Save the plan."""
        self.do("save")

    def show_view(self) -> None:
        """Show any view."""
        self.do(self.hand.dice.choice(VIEW_IDS))

    def use_view(self) -> None:
        """Use any control of the view that is shown."""
        view = self.window.area.current_view()
        if view is not None:
            self.hand.use_any(view)

    def use_strip(self) -> None:
        """Use any control above the view: choices and filters."""
        self.hand.use_any(self.window.strip)

    def clear_filter(self) -> None:
        """Clear search and filter."""
        self.window.strip.search.clear()
        self.window.context.filtering.clear()

    def phase(self) -> None:
        """Show another phase."""
        self.do(self.hand.dice.choice(("previous-phase", "next-phase")))

    def role_commands(self) -> None:
        """Move the selected roles, or change their sourcing."""
        self.do(self.hand.dice.choice(ROLES))

    def look(self) -> None:
        """Choose other lanes, cards or panels."""
        self.do(self.hand.dice.choice(LOOKS))

    def appearance(self) -> None:
        """Choose another language, theme or size of text."""
        sizes = ("text-100", "text-125", "text-100")
        self.do(self.hand.dice.choice(("ja", "en", *THEMES, *sizes)))

    def size(self) -> None:
        """Give the window another size."""
        self.window.resize(*self.hand.dice.choice(SIZES))

    def search(self) -> None:
        """Search in the view."""
        field = self.window.strip.search
        if self.hand.dice.random() < 0.3:
            self.do(self.hand.dice.choice(("find-next", "find-previous")))
            return
        self.do("find")
        self.hand.key(field, Key.Key_A, CTRL)
        self.hand.type(field, self.hand.dice.choice(("B-1", "soc", "ab", "監視", "zz", "R")))
        self.hand.key(field, self.hand.dice.choice((Key.Key_Return, Key.Key_Escape)))

    def palette(self) -> None:
        """Open the palette, type, and go somewhere or cancel."""
        self.do("palette")
        palette = self.soaked.program.commands.palette.palette
        if not palette.isVisible():
            return
        field, dice = palette.panel.field, self.hand.dice
        self.hand.type(field, dice.choice(("", "b-1", "soc", "mat", "undo", "phase", "r", "note")))
        for _ in range(dice.randrange(3)):
            self.hand.key(field, dice.choice((Key.Key_Down, Key.Key_Up)))
        row = palette.panel.list.current_row()
        entry = None if row is None else row.entry
        is_other = entry is not None and entry.group is ResultGroup.PLANS
        is_never = entry is not None and str(entry.target) in NEVER
        if is_other or is_never or dice.random() < 0.4:
            self.hand.key(field, Key.Key_Escape)
        else:
            self.hand.key(field, Key.Key_Return, dice.choice((NONE, NONE, SHIFT)))
        if palette.isVisible() and dice.random() < 0.7:
            self.hand.key(field, Key.Key_Escape)

    def inspector(self) -> None:
        """Use any control of the inspector."""
        self._select_any()
        self.window.panels.show("inspector")
        self.hand.use_any(self.window.inspector)

    def note(self) -> None:
        """Type a note, and leave it or stay in it."""
        self._select_any()
        self.window.panels.show("inspector")
        self.window.inspector.focus_note()
        editor = self.window.inspector.editor
        if editor is None or not editor.note.isVisible():
            return
        self.hand.type(editor.note, self.hand.dice.choice(TEXTS))
        if self.hand.dice.random() < 0.4:
            self.hand.key(editor.note, Key.Key_Return, CTRL)

    def parties(self) -> None:
        """Use the list of parties and its buttons."""
        panel = self.window.parties
        self.window.panels.show("parties")
        if self.hand.dice.random() < 0.5:
            self.hand.click_in(panel.list)
            keys = ((Key.Key_Up, ALT), (Key.Key_Down, ALT), (Key.Key_F2, NONE))
            self.hand.key(panel.list, *self.hand.dice.choice(keys))
        elif self.hand.dice.random() < 0.2 and len(self.soaked.document.plan.parties) > 4:
            self.hand.key(panel.list, Key.Key_Delete)
        else:
            self.hand.use_any(panel)

    def checks(self) -> None:
        """Go through findings, and use what is offered for them."""
        dice = self.hand.dice
        if dice.random() < 0.5:
            self.do(dice.choice(("next-finding", "previous-finding")))
        else:
            self.hand.use_any(dice.choice((self.window.checks, self.window.status)))

    def bar(self) -> None:
        """Use the bar above everything."""
        self.hand.use_any(self.window.bar)

    def notice(self) -> None:
        """Use the notice at the foot, if there is one."""
        if self.window.notices.isVisible():
            self.hand.use_any(self.window.notices)

    def dialog(self) -> None:
        """Open any dialog."""
        self.do(self.hand.dice.choice(DIALOGS))

    def beside(self) -> None:
        """Use a dialog that stays open beside the window, or close it."""
        shown = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible() and not each.isModal()
        ]
        if shown:
            dialog = self.hand.dice.choice(sorted(shown, key=lambda each: type(each).__name__))
            if self.hand.dice.random() < 0.25:
                dialog.close()
            else:
                self.hand.use_any(dialog)

    def start_page(self) -> None:
        """Show the start page, and come back."""
        self.do("start")
        self.hand.key(self.window.focusWidget() or self.window, Key.Key_Escape)
        if not self.window.is_plan_shown:
            self.soaked.program.commands.start.close()

    def wait(self) -> None:
        """Do nothing for a moment: what the program does later happens."""
        self.soaked.wait(0.08)

    def _mouse_in(self, view: QAbstractItemView) -> None:
        chance = self.hand.dice.random()
        if chance < 0.1:
            self.hand.click_in(view, double=True)
        elif chance < 0.2:
            self.hand.click_in(view)
            self.hand.key(view, Key.Key_F10, SHIFT)
        else:
            self.hand.click_in(view, self.hand.dice.choice(MODIFIERS))

    def _select_any(self) -> None:
        roles = [role.id for role in self.soaked.document.plan.roles()]
        if roles and (not self.window.viewpoint.roles or self.hand.dice.random() < 0.3):
            self.window.viewpoint.select([self.hand.dice.choice(roles)])

    def _board(self) -> BoardView:
        view = self._view("board")
        assert isinstance(view, BoardView)
        return view

    def _table(self) -> MatrixTable:
        view = self._view("matrix")
        assert isinstance(view, MatrixView)
        self.hand.focus(view.table)
        return view.table

    def _view(self, view_id: str) -> PlanView | None:
        view = self.window.area.view(view_id)
        if view is None or self.window.area.current_view() is not view:
            self.do(view_id)
            view = self.window.area.view(view_id)
        return view
