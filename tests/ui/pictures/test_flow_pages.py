"""Flows on pages: which ones, what is written there, in both languages, and nothing breaks."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from socplanner.domain.flow_edits import AddFlow
from socplanner.domain.flow_inputs import BusinessFlow
from socplanner.domain.flows.defaults import listed_flows
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.picture_choices import PDF, PNG, SVG
from socplanner.domain.picture_options import Paper, PictureSubject
from socplanner.domain.problem import EditRejected
from socplanner.domain.role_coverage import SUNDAY_NIGHT, Moment
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.services.i18n import words_for
from socplanner.ui.pictures.picture_files import picture_bytes
from tests.support.flows import chain, flow, step
from tests.support.pdf_text import plain, text_of_pdf
from tests.support.plans import sample
from tests.ui.pictures.conftest import MakePicture

FLOWS = PictureSubject.FLOW
D4, B1 = RoleId("v2:D-4"), RoleId("v2:B-1")
MAKER = replace(sample("manufacturer"), flows=(), counterparts=())


def test_without_flows_of_its_own_a_plan_has_a_page_for_each_default(
    picture_of: MakePicture,
) -> None:
    assert picture_of(MAKER, FLOWS).count == 11
    own = AddFlow(chain(D4, B1)).apply(MAKER)
    assert picture_of(own, FLOWS).count == 1
    assert picture_of(own, FLOWS, flow="incident-response").count == 1
    with pytest.raises(EditRejected) as rejection:
        picture_of(own, FLOWS, flow="no-such-flow")
    assert rejection.value.problem.code == "unknown-flow"


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_flow_is_written_with_its_name_roles_and_sentence(
    picture_of: MakePicture, tmp_path: Path, language: Language, paper: Paper
) -> None:
    words = words_for(language)
    picture = picture_of(MAKER, FLOWS, language, paper=paper)
    text = plain(text_of_pdf(picture_bytes(PDF, picture, "flows", 72), tmp_path))
    for each in listed_flows(MAKER, flows_of_catalogue(MAKER)):
        assert plain(words.local(each.flow.name)) in text
        for one in each.flow.steps:
            assert one.role.removeprefix("v2:") in text
    limits = words.tr("The limits on the longest path add up to {time}.", time="|").split("|")[0]
    assert text.count(plain(limits)) == 11


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "D-4 waits 27 h 45 min"), ("ja", "日曜日 03:00")]
)
def test_a_walk_on_a_page_states_where_it_stops(
    picture_of: MakePicture, tmp_path: Path, language: Language, sentence: str
) -> None:
    options = {"flow": "incident-response", "moment": SUNDAY_NIGHT}
    picture = picture_of(MAKER, FLOWS, language, **options)
    text = text_of_pdf(picture_bytes(PDF, picture, "flows", 72), tmp_path)
    assert plain(sentence) in plain(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", [SVG, PNG])
def test_every_kind_of_file_draws_the_flow(
    picture_of: MakePicture, suffix: str, language: Language
) -> None:
    picture = picture_of(MAKER, FLOWS, language, flow="incident-response")
    content = picture_bytes(suffix, picture, "flows", 72)
    if suffix == SVG:
        assert b"D-4" in content
    else:
        image = QImage.fromData(content)
        step = range(0, image.width(), 7)
        inks = {image.pixel(x, y) for x in step for y in range(0, image.height(), 7)}
        assert len(inks) > 20, "boxes, lanes and texts have colours"


NAMES = {
    "of another script": "Ñandú Ω Пример مثال שלום 🛰️",
    "of markup": "<b>&amp;</b> \x07 ]]>",
    "without a blank": "漢" * 200,
    "long": "word " * 39,
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unusual_name_breaks_no_page(
    picture_of: MakePicture, name: str, language: Language
) -> None:
    unusual = LocalText.same(NAMES[name])
    odd = flow(step("1", D4, condition="if so"), step("2", B1, "1"))
    steps = tuple(
        each._replace(does=unusual, sends=unusual, condition=unusual) for each in odd.steps
    )
    plan = AddFlow(odd._replace(name=unusual, trigger=unusual, steps=steps)).apply(MAKER)
    for moment in (None, SUNDAY_NIGHT):
        picture = picture_of(plan, FLOWS, language, moment=moment)
        assert picture.count == 1
        assert picture_bytes(PDF, picture, "flows", 72).startswith(b"%PDF")


@pytest.mark.parametrize("moment", [None, SUNDAY_NIGHT])
def test_a_flow_without_steps_is_a_page_with_its_name(
    picture_of: MakePicture, tmp_path: Path, moment: Moment | None
) -> None:
    empty = BusinessFlow("empty", LocalText.same("Lost laptop"))
    plan = AddFlow(empty).apply(MAKER)
    picture = picture_of(plan, FLOWS, moment=moment)
    text = text_of_pdf(picture_bytes(PDF, picture, "flows", 72), tmp_path)
    assert plain("Lost laptop") in text
