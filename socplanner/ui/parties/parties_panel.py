"""The parties beside the board: a narrow dock of chips, or a list with names in a wide window."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.ids import PartyId
from socplanner.domain.plan import Party
from socplanner.ui.kit.backdrop import Backdrop
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.party_chip import chip_size
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.parties.party_delegate import PartyDelegate
from socplanner.ui.parties.party_list import PartyList
from socplanner.ui.parties.party_list_model import PartyListModel, PartyRole
from socplanner.wording.language import Words

_BUTTONS = {"add": "add", "remove": "remove", "up": "move-up", "down": "move-down"}
_NARROW, _WIDE = 52, 276


class PartiesPanel(Backdrop):
    """Lists the parties; adding, changing and removing are requested by signals."""

    add_requested = Signal()
    edit_requested = Signal(str)
    remove_requested = Signal(str)
    terms_requested = Signal(str, str)
    """The edit of a tender, `service-terms` or `tender`, and the provider."""

    pack_requested = Signal(str)
    """The provider whose tender pack is to be exported."""

    assign_requested = Signal(object)
    """An edit that assigns a party to the roles that were dropped on it."""

    hint_changed = Signal(str)
    """What a drop of roles would do; empty where there is no drag."""

    def __init__(
        self,
        context: PlanContext,
        parent: QWidget | None = None,
    ) -> None:
        """Show the parties of `context` with the loads of `context`."""
        super().__init__("window", Qt.Edge.RightEdge, parent)
        self._document = context.document
        self._translator = context.translator
        self.has_names = False
        self.model = PartyListModel(context, self)
        self.list = PartyList(context, self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        # Only a list that wraps lays out again when its scroll bar narrows the names.
        self.list.setWordWrap(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        # Last of all: every setting before would have the names laid out once more.
        self._delegate = PartyDelegate(context.translator, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self.model)
        self._title = PlainLabel(self)
        self._buttons = {name: self._button(name, icon) for name, icon in _BUTTONS.items()}
        self._foot = self._button("add", _BUTTONS["add"])
        self._lay_out()
        self._connect()
        self._fit()
        self.retranslate()
        self._enable()

    def show_names(self, has_names: bool) -> None:
        """Show each party with its name and load, or as a chip alone."""
        if has_names != self.has_names:
            self.has_names = has_names
            self._fit()

    def choose(self, party: PartyId) -> None:
        """Put the cursor on `party`, and show it."""
        row = self.model.row_of(party)
        if row >= 0:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
            self.list.setFocus()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self._title.setText(words.tr("Parties"))
        self.list.setAccessibleName(words.tr("Parties"))
        self._tips = {
            "add": words.tr("Add a party…"),
            "remove": words.tr("Remove party (Delete)"),
            "up": words.tr("Move up (Alt+Up)"),
            "down": words.tr("Move down (Alt+Down)"),
        }
        for button in (*self._buttons.values(), self._foot):
            button.setToolTip(tool_tip(self._tips[button.objectName()]))
            button.setAccessibleName(self._tips[button.objectName()])

    def current(self) -> Party | None:
        """Return the party the cursor is on."""
        party = self.list.currentIndex().data(PartyRole.PARTY)
        return party if isinstance(party, Party) else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.doItemsLayout()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_foot"):
            self._fit()

    def _button(self, name: str, icon: str) -> FlatButton:
        button = FlatButton(self, icon)
        button.setObjectName(name)
        button.icon_size = 16
        button.least_height = 24
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(4, 6, 4, 2)
        row.setSpacing(0)
        row.addWidget(self._title, 1)
        for button in self._buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot, 0, Qt.AlignmentFlag.AlignHCenter)

    def _fit(self) -> None:
        """Set width, ground and buttons for a list with names or without."""
        self._delegate.has_names = self.has_names
        self._title.setFont(scaled(self.font(), "heading" if self.has_names else "caption"))
        flag = Qt.AlignmentFlag
        self._title.setAlignment(flag.AlignVCenter if self.has_names else flag.AlignCenter)
        self._title.setIndent(8 if self.has_names else 0)
        for button in self._buttons.values():
            button.setVisible(self.has_names)
        self._foot.setVisible(not self.has_names)
        role, chip = QPalette.ColorRole, chip_size(self.list.font()).width() + 8
        self.list.viewport().setBackgroundRole(role.Base if self.has_names else role.Window)
        self.setFixedWidth(
            _WIDE if self.has_names else max(_NARROW, self._title.sizeHint().width() + 10, chip)
        )
        self.list.doItemsLayout()

    def _connect(self) -> None:
        for button in (self._buttons["add"], self._foot):
            button.clicked.connect(self.add_requested)
        self._buttons["remove"].clicked.connect(self._remove)
        self._buttons["up"].clicked.connect(self._move_up)
        self._buttons["down"].clicked.connect(self._move_down)
        self.list.activated.connect(self._edit)
        self.list.assign_requested.connect(self.assign_requested)
        self.list.hint_changed.connect(self.hint_changed)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.selectionModel().currentChanged.connect(self._enable)
        self._document.plan_changed.connect(self._enable)
        self._translator.language_changed.connect(self.retranslate)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Delete), self._remove),
            (QKeySequence("F2"), self._edit),
            (QKeySequence("Alt+Up"), self._move_up),
            (QKeySequence("Alt+Down"), self._move_down),
        ):
            shortcut = QShortcut(keys, self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def _open_menu(self, position: QPoint) -> None:
        words = self._translator.words
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add = menu.addAction(self._tips["add"])
        add.triggered.connect(self.add_requested)
        if self.current() is not None:
            menu.addAction(words.tr("Change party… (F2)")).triggered.connect(self._edit)
            self._add_tender(menu, words)
            menu.addAction(self._tips["up"]).triggered.connect(self._move_up)
            menu.addAction(self._tips["down"]).triggered.connect(self._move_down)
            menu.addAction(self._tips["remove"]).triggered.connect(self._remove)
        menu.popup(self.list.viewport().mapToGlobal(position))

    def _add_tender(self, menu: QMenu, words: Words) -> None:
        """Add the commands of a tender, if the party is a provider."""
        party = self.current()
        if party is None or not party.is_provider:
            return
        menu.addSeparator()
        menu.addAction(words.tr("Service terms…")).triggered.connect(self._edit_terms)
        menu.addAction(words.tr("Tender…")).triggered.connect(self._edit_tender)
        menu.addAction(words.tr("Tender pack…")).triggered.connect(self._export_pack)
        menu.addSeparator()

    def _edit_terms(self) -> None:
        self._request_tender("service-terms")

    def _edit_tender(self) -> None:
        self._request_tender("tender")

    def _request_tender(self, name: str) -> None:
        party = self.current()
        if party is not None:
            self.terms_requested.emit(name, party.id)

    def _export_pack(self) -> None:
        party = self.current()
        if party is not None:
            self.pack_requested.emit(party.id)

    def _edit(self) -> None:
        party = self.current()
        if party is not None:
            self.edit_requested.emit(party.id)

    def _remove(self) -> None:
        party = self.current()
        if party is not None:
            self.remove_requested.emit(party.id)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        party = self.current()
        if party is not None:
            row = self.model.row_of(party.id)
            from socplanner.domain.party_edits import MoveParty

            self._document.try_perform(MoveParty(party.id, row + step))
            self._enable()

    def _enable(self) -> None:
        row = self.list.currentIndex().row()
        self._buttons["remove"].setEnabled(row >= 0)
        self._buttons["up"].setEnabled(row > 0)
        self._buttons["down"].setEnabled(0 <= row < self.model.rowCount() - 1)
