"""The pictures of the chapter on printing: pages as the program makes them."""

from datetime import date

from socplanner.domain.marking import Tlp
from socplanner.domain.picture_choices import PNG
from socplanner.domain.picture_options import PictureOptions, PictureSubject
from socplanner.ui.pictures.picture_files import picture_content
from tests.support.studio import Studio

_DAY = date(2026, 11, 30)
_DOTS = 110


def board_page(studio: Studio) -> None:
    """Draw the board on one page."""
    _draw(studio, PictureSubject.BOARD, "board-page")


def matrix_page(studio: Studio) -> None:
    """Draw the roles of incident response in the matrix, on one page."""
    _draw(studio, PictureSubject.MATRIX, "matrix-page", "D-")


def directors_page(studio: Studio) -> None:
    """Draw the page for the directors."""
    _draw(studio, PictureSubject.SUMMARY, "directors")


def _draw(studio: Studio, subject: PictureSubject, name: str, search: str = "") -> None:
    phase = studio.plan.phases[0].id
    options = PictureOptions(subject, phase, tlp=Tlp.AMBER, search=search, dots=_DOTS)
    studio.keep(name, picture_content(studio.plan, options, studio.words, _DAY, PNG))


SHOTS = (board_page, matrix_page, directors_page)
