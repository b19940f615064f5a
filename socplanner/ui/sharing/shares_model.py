"""All shares as a table: what the map shows, for reading and for keys, with those inside too."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from socplanner.domain.sharing.shares import Share
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.shown_model import NO_PARENT, READ_ROLES, Index
from socplanner.ui.sharing.sharing_state import SharingState
from socplanner.wording.folding import fold
from socplanner.wording.language import N_
from socplanner.wording.sharing_words import (
    share_content,
    share_limit,
    share_means,
    share_sender,
    share_target,
    short_label,
    short_sender,
    short_target,
)


class ShareColumn(IntEnum):
    """The columns of the table."""

    FROM = 0
    TO = 1
    WHAT = 2
    TLP = 3
    MEANS = 4
    LIMIT = 5
    FLOW = 6


_TITLES = {
    ShareColumn.FROM: N_("Sender"),
    ShareColumn.TO: N_("Receiver"),
    ShareColumn.WHAT: N_("What is handed on"),
    ShareColumn.TLP: N_("TLP"),
    ShareColumn.MEANS: N_("Means"),
    ShareColumn.LIMIT: N_("Limit"),
    ShareColumn.FLOW: N_("Flow"),
}


class SharesModel(QAbstractTableModel):
    """One row a share: those that leave the organisation first."""

    def __init__(self, state: SharingState, parent: QObject) -> None:
        """Show the shares of `state`; `refresh` follows it."""
        super().__init__(parent)
        self._state = state
        self.search = ""
        """The folded text that a row has in a column, with parties in full; empty for all rows."""
        self.shares: tuple[Share, ...] = ()

    def refresh(self) -> None:
        """Show the shares as they are now; the same ones are no reset."""
        listed = sorted(self._state.sharing.shares, key=_stays)
        shares = tuple(each for each in listed if self._is_match(each))
        if shares != self.shares:
            self.beginResetModel()
            self.shares = shares
            self.endResetModel()
        elif shares:
            last = self.index(len(shares) - 1, len(ShareColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(ShareColumn) - 1)

    def counterpart_of(self, row: int) -> str:
        """Return the counterpart of the share in `row`, as a plan file names it."""
        share = self.shares[row]
        groups = {group.counterpart.text for group in self._state.sharing.groups}
        sender = f"party:{share.sender}"
        return sender if share.to.text not in groups and sender in groups else share.to.text

    def row_of(self, counterpart: str) -> int:
        """Return the first row of a counterpart, -1 where it has none."""
        rows = range(len(self.shares))
        return next((row for row in rows if self.counterpart_of(row) == counterpart), -1)

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.shares)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(ShareColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._state.words.tr(_TITLES[ShareColumn(section)])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in READ_ROLES:
            return None
        column = ShareColumn(index.column())
        share = self.shares[index.row()]
        is_read = role == Qt.ItemDataRole.AccessibleTextRole
        text = self._full_name(share, column) if is_read else ""
        text = text or self._text(share, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._state.words.tr(_TITLES[column])}: {text or '–'}"
        return text

    def _is_match(self, share: Share) -> bool:
        texts = (self._text(share, each) for each in ShareColumn)
        names = (self._full_name(share, each) for each in ShareColumn)
        return not self.search or any(self.search in fold(text) for text in (*texts, *names))

    def _text(self, share: Share, column: ShareColumn) -> str:
        state, words = self._state, self._state.words
        match column:
            case ShareColumn.FROM:
                text = short_sender(state.plan, share, words)
            case ShareColumn.TO:
                text = short_target(state.plan, share, state.sharing.counterparts, words)
            case ShareColumn.WHAT:
                text = share_content(share, words)
            case ShareColumn.TLP:
                text = short_label(share.step.tlp, words)
            case ShareColumn.MEANS:
                text = share_means(share, words)
            case ShareColumn.LIMIT:
                text = share_limit(share, words)
            case _:
                text = words.local(share.flow.name)
        return text

    def _full_name(self, share: Share, column: ShareColumn) -> str:
        """Return the name of a party in full, empty for a column without parties."""
        state, words = self._state, self._state.words
        if column is ShareColumn.FROM:
            return share_sender(state.plan, share, words)
        if column is ShareColumn.TO:
            return share_target(state.plan, share, state.sharing.counterparts, words)
        return ""


def _stays(share: Share) -> bool:
    return not share.leaves
