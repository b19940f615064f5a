"""A delegate for items with checkboxes, visible on a dark background too."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from socplanner.ui.kit.appearance import boxes_on_dark
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.theme import is_dark


class BoxDelegate(QStyledItemDelegate):
    """Draws items as Qt does, except for the background of checkboxes."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        palette = QPalette(option.palette)
        has_box = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator in option.features
        if has_box and is_dark(palette):
            option.palette = boxes_on_dark(palette)
