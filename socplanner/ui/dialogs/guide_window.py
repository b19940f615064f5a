"""The window that shows the guide of the program, in the language of the main window."""

import re
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel

_FIRST_PAGE = "first-plan"
_PICTURE_WIDTH = 720
_MARGIN = 16
_SIZE = (820, 700)
_NO_LETTER = re.compile(r"[^\w\- ]")


class GuideBrowser(QTextBrowser):
    """Shows pages of one folder, with pictures scaled down to the width of a page."""

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        # A relative name is relative to the current page.
        place = self.source().resolved(QUrl(name))
        if kind != QTextDocument.ResourceType.ImageResource.value or not place.isLocalFile():
            return super().loadResource(kind, name)
        image, ratio = QImage(place.toLocalFile()), self.devicePixelRatioF()
        if image.width() > _PICTURE_WIDTH:
            width = round(_PICTURE_WIDTH * ratio)
            image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(ratio)
        return image

    def go_to_heading(self, name: str) -> None:
        """Scroll to the heading with the link name `name`, formed as on GitHub."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and _link_name(block.text()) == name:
                self.setTextCursor(QTextCursor(block))
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self.cursorRect().top() - _MARGIN)
                return
            block = block.next()


class GuideWindow(QDialog):
    """Shows the guide; links lead from page to page, Alt+Left back."""

    def __init__(self, folder: Path, translator: Translator, parent: QWidget | None = None) -> None:
        """Show pages of `folder` in the language of `translator`, and follow its changes."""
        super().__init__(parent)
        self._folder = folder.resolve()
        self._translator = translator
        self.browser = GuideBrowser(self)
        self.browser.setOpenLinks(False)
        self.browser.document().setDocumentMargin(_MARGIN)
        self.missing = PlainLabel(self)
        self.missing.setWordWrap(True)
        self.missing.setTextFormat(Qt.TextFormat.PlainText)
        self.missing.hide()
        buttons = QDialogButtonBox(self)
        self.back = QPushButton(self)
        self._close = QPushButton(self)
        for button, role in (
            (self.back, QDialogButtonBox.ButtonRole.ActionRole),
            (self._close, QDialogButtonBox.ButtonRole.RejectRole),
        ):
            button.setAutoDefault(False)
            buttons.addButton(button, role)
        column = QVBoxLayout(self)
        for widget in (self.browser, self.missing, buttons):
            column.addWidget(widget)
        self.resize(*_SIZE)
        self.back.setEnabled(False)
        self.back.clicked.connect(self.browser.backward)
        self.browser.backwardAvailable.connect(self.back.setEnabled)
        self.browser.anchorClicked.connect(self.follow)
        buttons.rejected.connect(self.reject)
        translator.language_changed.connect(self._retranslate)
        self._retranslate()

    def begin(self) -> None:
        """Show the window in front, with the first page if none is shown yet."""
        if self.browser.source().isEmpty():
            self._show(self._folder / f"{_FIRST_PAGE}.{self._translator.words.language}.md")
        self.show()
        self.activateWindow()
        self.browser.setFocus()

    def follow(self, link: QUrl) -> None:
        """Show the page of `link`, at the heading in its fragment."""
        place = self.browser.source().resolved(link)
        page, heading = Path(place.toLocalFile()), place.fragment()
        if page != Path(self.browser.source().toLocalFile()):
            self._show(page)
        if heading and self.missing.isHidden():
            self.browser.go_to_heading(heading)

    def _show(self, page: Path) -> None:
        """Show `page`, or a message if it is not part of the guide."""
        is_there = page.is_file() and page.resolve().is_relative_to(self._folder)
        self.missing.setVisible(not is_there)
        if is_there:
            self.browser.setSource(QUrl.fromLocalFile(str(page)))
            return
        self.missing.setText(
            self._translator.words.tr(
                "The page {page} is not included in the program; it is part of the source.",
                page=page.name,
            )
        )

    def _retranslate(self) -> None:
        words = self._translator.words
        self.setWindowTitle(words.tr("Guide"))
        self.browser.setAccessibleName(words.tr("Guide"))
        self.back.setText(words.tr("&Back"))
        self._close.setText(words.tr("Close"))
        self.missing.hide()
        if not self.browser.source().isEmpty():
            page = Path(self.browser.source().toLocalFile())
            name = page.name.split(".")[0]
            self._show(self._folder / f"{name}.{words.language}.md")


def _link_name(heading: str) -> str:
    return _NO_LETTER.sub("", heading.strip().lower()).replace(" ", "-")
