"""The Markdown of the matrix: one table, in which no text of a planner is markup."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.matrix import matrix_of
from socplanner.domain.phases import duties, with_duties
from socplanner.domain.plan import Plan
from socplanner.formats.matrix_markdown import escaped, render_markdown
from socplanner.services.i18n import words_for
from tests.support.small_plan import A1, NOW, small_plan

GOLDEN = Path(__file__).parent.parent / "golden" / "exports"
BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
MARKUP = st.text(st.sampled_from("|\\`*_[]<>&~$#\n\r a!("), max_size=8)


def written(plan: Plan, language: Language = "en") -> str:
    """Return the Markdown of the first phase."""
    return render_markdown(matrix_of(plan, NOW), words_for(language)).decode()


def with_note(note: str) -> Plan:
    """Return the small plan with `note` on its first role."""
    plan = small_plan()
    return with_duties(plan, NOW, {A1: replace(duties(plan, NOW)[A1], note=note)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_markdown_of_a_plan_is_as_it_was(language: Language) -> None:
    plan = with_note("a | b\n*not* <b>bold</b>")
    assert written(plan, language).encode() == (GOLDEN / f"matrix.{language}.md").read_bytes()


@given(MARKUP)
def test_no_text_makes_or_breaks_a_cell(note: str) -> None:
    """Every row has as many bars as the head."""
    plan = with_note(note)
    named = replace(plan.parties[0], name=LocalText.same(f"x{note}"))
    lines = written(replace(plan, parties=(named, *plan.parties[1:]))).split("\n")
    rows = [line for line in lines[2:] if line]
    bars = [len(BAR.findall(row)) for row in rows]
    assert bars[: bars.index(4)] == [6 + 5 + 3 + 1] * (bars.index(4))
    assert "\r" not in "".join(lines)


@given(MARKUP)
def test_reading_the_markdown_restores_the_text(text: str) -> None:
    read = html.unescape(re.sub(r"\\(.)", r"\1", escaped(text).replace("<br>", "\n")))
    assert read == re.sub(r"\r\n|\r", "\n", text.strip())


def test_the_marking_is_below_the_heading() -> None:
    plan = replace(small_plan(), marking=Marking(Tlp.RED, "R|D"))
    assert written(plan).split("\n")[2] == "**TLP:RED  R\\|D**"


def test_nothing_but_a_line_break_is_html() -> None:
    assert escaped("<script>&amp;\nx") == "&lt;script&gt;&amp;amp;<br>x"
