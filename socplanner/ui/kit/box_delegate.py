"""Items with a box to tick, drawn so that an empty box is seen on a dark ground too."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from socplanner.ui.kit.appearance import boxes_on_dark
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import is_dark


class BoxDelegate(QStyledItemDelegate):
    """Draws as Qt does, but for the ground of boxes."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        palette = QPalette(option.palette)
        has_box = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator in option.features
        if has_box and is_dark(palette):
            option.palette = boxes_on_dark(palette)
