"""Files of pictures: text can be searched for, fonts are in the file, nothing is missing."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from socplanner.domain.local_text import Language, LocalText
from socplanner.domain.marking import Tlp
from socplanner.domain.picture_choices import PDF, PNG, SVG
from socplanner.domain.picture_options import Paper, PictureSubject
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.ui.pictures.picture import Picture
from socplanner.ui.pictures.picture_files import picture_bytes
from tests.support.pdf_text import plain, text_of_pdf
from tests.support.plans import big_plan, hybrid_plan
from tests.ui.pictures.conftest import MakePicture

SUBJECTS = (PictureSubject.BOARD, PictureSubject.MATRIX)


def file_of(suffix: str, picture: Picture, dots: int = 72) -> bytes:
    """Return `picture` as a file."""
    return picture_bytes(suffix, picture, "A picture", dots)


def texts_of_svg(content: bytes) -> list[str]:
    """Return the text elements of an SVG file."""
    root = ET.fromstring(content)
    return [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]


def names_in(plan: Plan, language: Language) -> list[str]:
    """Return the names of all roles."""
    return [role.name.in_(language) for role in plan.roles()]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_pdf_can_be_searched_for_every_name(
    picture_of: MakePicture, tmp_path: Path, subject: PictureSubject, language: Language
) -> None:
    plan = hybrid_plan()
    text = text_of_pdf(file_of(PDF, picture_of(plan, subject, language)), tmp_path)
    names = names_in(plan, language)
    assert len(names) == 54
    assert [name for name in names if plain(name) not in text] == []
    assert [role.code for role in plan.roles() if role.code not in text] == []


def test_the_fonts_of_a_pdf_are_embedded(picture_of: MakePicture, tmp_path: Path) -> None:
    program = shutil.which("pdffonts")
    if program is None:
        pytest.skip("pdffonts (poppler-utils) is not installed: it lists the fonts of the PDF")
    file = tmp_path / "picture.pdf"
    file.write_bytes(file_of(PDF, picture_of(hybrid_plan(), language="ja")))
    command = [program, str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    fonts = done.stdout.splitlines()[2:]
    embedded = [re.search(r"(yes|no) +(?:yes|no) +(yes|no) +\d+ +\d+$", font) for font in fonts]
    assert fonts
    assert all(each is not None and each.groups() == ("yes", "yes") for each in embedded)


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_svg_has_every_name_as_text(
    picture_of: MakePicture, subject: PictureSubject, language: Language
) -> None:
    plan = hybrid_plan()
    texts = texts_of_svg(file_of(SVG, picture_of(plan, subject, language)))
    drawn = plain("".join(texts))
    assert [name for name in names_in(plan, language) if plain(name) not in drawn] == []


def test_a_text_of_two_scripts_is_one_element_with_its_width(picture_of: MakePicture) -> None:
    content = file_of(SVG, picture_of(hybrid_plan(), PictureSubject.MATRIX, "ja")).decode()
    elements = re.findall(r"<text [^>]*>[^<]*</text>", content)
    assert any("SOC" in each and "教科書" in each for each in elements)
    assert all(float(width) > 0 for width in re.findall(r'textLength="([-\d.e]+)"', content))
    assert all("textLength" in each and "sans-serif" in each for each in elements)


def test_title_phase_date_source_and_label_are_on_a_picture(picture_of: MakePicture) -> None:
    picture = picture_of(hybrid_plan(), language="ja", tlp=Tlp.AMBER_STRICT)
    texts = texts_of_svg(file_of(SVG, picture))
    assert texts.count("TLP:AMBER+STRICT") == 2
    assert {"サンプル株式会社", "2026-11-30"} <= set(texts)
    drawn = "".join(texts)
    assert "現状" in drawn
    assert "ISOG-J" in drawn
    assert "1 / 1" in drawn


def test_an_author_stands_beside_the_date_and_a_long_name_is_cut(picture_of: MakePicture) -> None:
    texts = texts_of_svg(file_of(SVG, picture_of(hybrid_plan(), author="Aoba Ichiro")))
    assert "Aoba Ichiro  2026-11-30" in texts
    long = picture_of(hybrid_plan(), author="x" * 200)
    texts = texts_of_svg(file_of(SVG, long))
    assert any(each.endswith("…  2026-11-30") for each in texts)


def test_without_a_label_there_is_none(picture_of: MakePicture) -> None:
    assert not [each for each in texts_of_svg(file_of(SVG, picture_of(hybrid_plan())))
                if each.startswith("TLP")]  # fmt: skip


def test_an_image_has_the_dots_of_its_paper_on_white(picture_of: MakePicture) -> None:
    image = QImage.fromData(file_of(PNG, picture_of(hybrid_plan(), paper=Paper.A3), dots=150))
    assert (image.width(), image.height()) == (round(420 / 25.4 * 150), round(297 / 25.4 * 150))
    assert round(image.dotsPerMeterX() * 0.0254) == 150
    assert image.pixelColor(2, 2).name() == "#ffffff"
    colours = {image.pixelColor(x, y).name() for x in range(0, 2400, 7) for y in range(0, 1700, 7)}
    assert len(colours) > 20


def test_an_image_of_too_many_pages_is_refused(picture_of: MakePicture) -> None:
    picture = picture_of(big_plan(600, 10))
    assert picture.count > 3
    with pytest.raises(EditRejected, match="picture-too-large"):
        file_of(PNG, picture, dots=600)


def test_a_pdf_has_a_page_for_each_page_and_an_svg_has_them_below_one_another(
    picture_of: MakePicture,
) -> None:
    picture = picture_of(big_plan(300, 10), language="en")
    pdf, svg = file_of(PDF, picture), file_of(SVG, picture)
    assert len(re.findall(rb"/Type /Page\b", pdf)) == picture.count > 1
    root = ET.fromstring(svg)
    height = float(root.attrib["viewBox"].split()[3])
    assert height == pytest.approx(picture.size.height() * picture.count, abs=0.5)
    endings = [each for each in texts_of_svg(svg) if each.endswith(f"/ {picture.count}")]
    assert len(endings) == picture.count


def test_many_parties_are_listed_on_pages_of_their_own(
    picture_of: MakePicture, tmp_path: Path
) -> None:
    plan = big_plan(60, 90)
    picture = picture_of(plan)
    text = text_of_pdf(file_of(PDF, picture), tmp_path)
    assert picture.count > picture_of(big_plan(60, 12)).count
    assert [party.id for party in plan.parties if plain(party.name.en) not in text] == []


def test_names_of_any_length_stay_on_the_page(picture_of: MakePicture) -> None:
    plan, long = hybrid_plan(), "とても長い名前" * 28
    parties = (replace(plan.parties[0], name=LocalText.same(long)), *plan.parties[1:])
    plan = replace(plan, organisation=long, parties=parties)
    for subject in SUBJECTS:
        root = ET.fromstring(file_of(SVG, picture_of(plan, subject, "ja")))
        for text in root.iter("{http://www.w3.org/2000/svg}text"):
            assert float(text.attrib["x"]) + float(text.attrib["textLength"]) < 1600


def test_an_error_while_a_page_is_drawn_is_raised_and_ends_nothing_else(
    picture_of: MakePicture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt aborts the process where a device ends before its painter."""
    picture = picture_of(hybrid_plan())

    def fail(*_: object) -> None:
        raise ValueError("no page")

    monkeypatch.setattr(Picture, "draw", fail)
    for suffix in (PDF, SVG, PNG):
        with pytest.raises(ValueError, match="no page"):
            file_of(suffix, picture)
