"""Prints a picture, after a preview in which printer and paper can be chosen."""

from datetime import date

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from socplanner.domain.picture_options import Paper, PictureOptions
from socplanner.domain.plan import Plan
from socplanner.ui.pictures.picture import POINTS, Picture
from socplanner.ui.pictures.picture_facts import picture_facts
from socplanner.ui.pictures.picture_files import painter_on
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_label

_PAPERS = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.A3: QPageSize.PageSizeId.A3,
    Paper.A2: QPageSize.PageSizeId.A2,
}

_SHARE = 0.85
"""The part of the window that the preview covers at first."""


class PrintPreview(QPrintPreviewDialog):
    """The dialog of Qt, with the pages of one picture laid out for whatever paper is chosen."""

    def __init__(
        self,
        plan: Plan,
        options: PictureOptions,
        words: Words,
        day: date,
        parent: QWidget | None,
    ) -> None:
        """Preview the picture of `options` on its paper, in landscape."""
        self._facts = picture_facts(plan, options, words, day)
        # The printer must live as long as the dialog.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(f"{plan.organisation} - {phase_label(plan, options.phase, words)}")
        self._printer.setFullPage(True)
        size = QPageSize(_PAPERS[options.paper])
        layout = QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF())
        self._printer.setPageLayout(layout)
        super().__init__(self._printer, parent)
        self.setWindowTitle(words.tr("Print"))
        if parent is not None:
            self.resize(parent.size() * _SHARE)
        self.paintRequested.connect(self._on_paint_requested)

    def _on_paint_requested(self, printer: QPrinter) -> None:
        points = printer.pageLayout().fullRect(QPageLayout.Unit.Point).size()
        picture = Picture(self._facts, QSizeF(points))
        with painter_on(printer) as painter:
            painter.scale(printer.resolution() / POINTS, printer.resolution() / POINTS)
            for page in range(picture.count):
                if page:
                    printer.newPage()
                picture.draw(painter, page)
