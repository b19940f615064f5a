"""A tender pack on pages: what it is about, then each of its tables on pages of its own.

The plan of the facts is the one that a vendor may see (`domain/tender/vendor_view`).
"""

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter, QPalette

from socplanner.domain.tender.pack import pack_of
from socplanner.services.catalogues import descriptions
from socplanner.ui.pictures.picture_facts import PictureFacts
from socplanner.ui.pictures.wrapped_table import WrappedTable
from socplanner.wording.tender_words import TextColumn, TextTable, pack_facts, pack_tables

_SIZE, _SMALL = 9, 7
_MANY_COLUMNS = 10
_A3_WIDTH = 1000.0


class TenderPages:
    """The content of the pages, in points."""

    def __init__(self, facts: PictureFacts, size: QSizeF, palette: QPalette) -> None:
        """Lay out the pack on pages with a space of `size` in points."""
        party = facts.options.party
        if party is None:
            raise KeyError(party)
        words, pack = facts.words, pack_of(facts.plan, facts.options.phase, party)
        about = TextTable(
            words.tr("This tender"),
            words.tr("Please answer in the workbook of this tender."),
            (
                TextColumn(words.tr("Subject"), 34, is_bold=True),
                TextColumn(words.tr("Content"), 100),
            ),
            tuple(pack_facts(pack, facts.day.isoformat(), words)),
        )
        tables = (
            about,
            *pack_tables(pack, descriptions(facts.plan.catalogue.edition).roles, words),
        )
        is_wide = size.width() > _A3_WIDTH
        self._tables = [
            WrappedTable(
                table,
                size.width(),
                size.height(),
                _SMALL if len(table.columns) > _MANY_COLUMNS and not is_wide else _SIZE,
                palette,
            )
            for table in tables
        ]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return sum(table.count for table in self._tables)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw the content of `page`, from 0."""
        for table in self._tables:
            if 0 <= page < table.count:
                table.draw(painter, page)
            page -= table.count
