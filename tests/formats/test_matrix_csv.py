"""The CSV of the matrix: what every program reads back, and no spreadsheet takes for a formula."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.matrix import matrix_of
from socplanner.domain.phases import duties, with_duties
from socplanner.domain.plan import Plan
from socplanner.formats.matrix_csv import neutralised, render_csv
from socplanner.services.i18n import words_for
from tests.support.small_plan import A1, A2, CISO, NOW, small_plan

GOLDEN = Path(__file__).parent.parent / "golden" / "exports"
SIGNS = "=+-@\t\r＝＋－＠"
RISKY = st.text(st.sampled_from(f"{SIGNS}' \n1A;,\"\\"), max_size=6)


def written(plan: Plan, language: Language = "en") -> bytes:
    """Return the CSV of the first phase."""
    return render_csv(matrix_of(plan, NOW), words_for(language))


def fields(content: bytes) -> Iterator[list[str]]:
    """Return what another program reads."""
    text = content.decode("utf-8-sig")
    return csv.reader(io.StringIO(text, newline=""), strict=True)


def with_note(note: str) -> Plan:
    """Return the small plan with `note` on its first role and as the name of its first party."""
    plan = small_plan()
    plan = with_duties(plan, NOW, {A1: replace(duties(plan, NOW)[A1], note=note)})
    named = replace(plan.parties[0], name=LocalText.same(note))
    return replace(plan, parties=(named, *plan.parties[1:]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_csv_of_a_plan_is_as_it_was(language: Language) -> None:
    plan = small_plan()
    letters = {**duties(plan, NOW)[A2].letters}
    first, *others = letters
    plan = with_duties(
        plan,
        NOW,
        {
            A1: replace(duties(plan, NOW)[A1], note='He said "no",\nthen =1+1', coverage="24x365"),
            A2: replace(
                duties(plan, NOW)[A2], note="=1+1", letters=dict.fromkeys(others, Cell("?"))
            ),
        },
    )
    assert first
    assert written(plan, language) == (GOLDEN / f"matrix.{language}.csv").read_bytes()


def test_the_file_begins_with_a_utf_8_mark_for_excel() -> None:
    assert written(small_plan()).startswith(b"\xef\xbb\xbf")


@given(RISKY)
def test_every_field_can_be_restored_and_none_begins_like_a_formula(note: str) -> None:
    rows = list(fields(written(with_note(note))))
    assert {len(row) for row in rows} == {len(rows[0])}
    for row in rows:
        assert not [text for text in row if text.lstrip().startswith(tuple("=+-@＝＋－＠"))]
        assert not [text for text in row if text.startswith(("\t", "\r", "\n"))]
    assert rows[1][-1] == neutralised(note)
    assert rows[0][6] == neutralised(f"{note} [{CISO}]")


@given(RISKY)
def test_removing_one_apostrophe_restores_a_neutralised_text(text: str) -> None:
    safe = neutralised(text)
    assert safe in {text, f"'{text}"}
    assert neutralised(safe) == (safe if safe == text else f"'{safe}")


@pytest.mark.parametrize("text", ["", "R", "A/R", "?", "1-2", "a=b", "it's", "'quoted'"])
def test_a_harmless_text_stays_as_it_is(text: str) -> None:
    assert neutralised(text) == text


def test_a_line_ends_as_in_the_standard() -> None:
    lines = written(small_plan()).split(b"\r\n")
    assert lines[-1] == b""
    assert not [line for line in lines if b"\n" in line]
