"""Every text that a widget and all within it show, or tell a screen reader."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTabBar,
    QTabWidget,
    QWidget,
)

_READERS = (
    "windowTitle",
    "text",
    "title",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "placeholderText",
    "specialValueText",
    "informativeText",
    "iconText",
    "toPlainText",
)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def shown_texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield where each text of `widget` and its children stands, and the text.

    What Qt says itself (the arrows of tabs) is said by Qt's own translations.
    """
    for each in (widget, *widget.findChildren(QObject)):
        if isinstance(each, QWidget | QAction) and not isinstance(each.parent(), QTabBar):
            yield from _direct_texts(each)
        if isinstance(each, QTabWidget):
            yield from ((_place(each, "tab"), each.tabText(n)) for n in range(each.count()))
        if isinstance(each, QComboBox):
            yield from ((_place(each, "item"), each.itemText(n)) for n in range(each.count()))
        if isinstance(each, QAbstractItemView) and not isinstance(each, QHeaderView):
            model: QAbstractItemModel | None = each.model()
            if model is not None:
                yield from _items(each, model)


def _direct_texts(each: QWidget | QAction) -> Iterator[tuple[str, str]]:
    for name in _READERS:
        if name == "text" and isinstance(each, QLineEdit):
            continue  # what the planner has typed
        ask: Any = getattr(each, name, None)
        text = ask() if callable(ask) else None
        if isinstance(text, str) and text:
            yield _place(each, name), text


def _items(view: QAbstractItemView, model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    root = QModelIndex()
    rows = model.rowCount(root)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for role in _ROLES:
        for option, count in (
            (Qt.Orientation.Horizontal, columns),
            (Qt.Orientation.Vertical, rows),
        ):
            for n in range(count):
                yield _place(view, "header"), _text(model.headerData(n, option, role))
        for row in range(rows):
            for column in range(columns):
                index = model.index(row, column, root)
                yield _place(view, f"row {row}"), _text(model.data(index, role))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _place(each: QObject, name: str) -> str:
    return f"{type(each).__name__} {each.objectName()} {name}"
