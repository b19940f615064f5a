"""The dialog about the program: version, catalogue edition, and licences of its parts."""

import platform

from PySide6 import __version__ as binding_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from socplanner import __version__
from socplanner.domain.catalogue import Catalogue
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.icons import program_icon
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words


class AboutDialog(QDialog):
    """Shows the version, the sources and the licences."""

    def __init__(
        self,
        catalogue: Catalogue,
        notices: str,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Show `notices`, the licence texts of everything that is shipped with the program."""
        super().__init__(parent)
        self.setWindowTitle(words.tr("About socplanner"))
        heading = PlainLabel(self)
        heading.setPixmap(program_icon().pixmap(64, 64))
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        version = PlainLabel(self, words.tr("socplanner {version}", version=__version__))
        version.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        font = version.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        version.setFont(font)
        tabs = QTabWidget(self)
        tabs.addTab(self._about(catalogue, words), words.tr("About"))
        licences = QPlainTextEdit(notices, self)
        licences.setReadOnly(True)
        licences.setAccessibleName(words.tr("Licences"))
        tabs.addTab(licences, words.tr("Licences"))
        buttons = QDialogButtonBox(self)
        buttons.addButton(words.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (heading, version, tabs, buttons):
            column.addWidget(widget)
        resize_for_texts(self, 560, 480)

    def _about(self, catalogue: Catalogue, words: Words) -> QWidget:
        paragraphs = (
            words.tr(
                "Plans who does what in a security-response organisation: SOC, CSIRT and all who "
                "work with them. Works offline; a plan is a plain text file."
            ),
            words.local(catalogue.name),
            words.local(catalogue.source),
            words.tr("MIT licence. Qt is used under the LGPL 3."),
            words.tr(
                "Python {python}, PySide6 {binding}, Qt {qt}",
                python=platform.python_version(),
                binding=binding_version,
                qt=qVersion(),
            ),
        )
        page = PlainLabel(self, "\n\n".join(paragraphs))
        page.setTextFormat(Qt.TextFormat.PlainText)
        page.setWordWrap(True)
        page.setMargin(12)
        page.setAlignment(Qt.AlignmentFlag.AlignTop)
        page.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return page
