"""A file with characters that no plan may hold opens without them, and nothing else is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.names import bad_character
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import dumps, loads, loads_mended
from socplanner.services.catalogues import catalogue_of

TEXT = """\
# ours
format: 3
id: m
organisation: "O{here}"   # kept
catalogue: v2
letter-set: raci
x-ours: "{x}"
parties:
  - {{id: soc, kind: internal, name: "S{here}"}} # inside
phases:
  - id: now
    name: "N{here}"
    duties:
      v2:A-1:
        note: "a{here}b"
        coverage: "24{here}h" # hours
      v2:A-2:
        note: |
          One.
          Two.
"""
ESCAPED = [r"\e", r"\u202a", r"\N", r"\v", r"\x07", r"\u2028", r"\x9f"]
RAW = ["\u202a", "\u2066", "\x1b", "\x07", "\x00", "\x9f", "\u202e\u202c"]


@pytest.mark.parametrize("here", [*ESCAPED, *RAW])
def test_every_value_is_mended_and_the_rest_stays(here: str) -> None:
    text = TEXT.format(here=here, x="kept")
    with pytest.raises(FormatError) as refused:
        loads(text.encode(), catalogue_of)
    assert refused.value.problem.code == "bad-character"
    assert refused.value.line in {4, 9}
    opened = loads_mended(text.encode(), catalogue_of)
    assert opened.plan.organisation.strip() == "O"
    assert opened.plan.phases[0].name.ja.strip() == "N"
    for kept in ("# ours", "   # kept", "# inside", "# hours", "x-ours: ", "          Two.\n"):
        assert kept in opened.text
    assert loads(opened.text.encode(), catalogue_of).plan == opened.plan
    assert dumps(opened.plan, opened).decode() == opened.text


def test_line_breaks_of_other_kinds_become_ordinary_ones() -> None:
    opened = loads_mended(TEXT.format(here=r"\N", x="").encode(), catalogue_of)
    note = next(iter(opened.plan.phases[0].changes.values())).note
    assert note == "a\nb"
    assert opened.plan.organisation == "O "


def test_extension_keys_keep_values_that_no_plan_has() -> None:
    opened = loads_mended(TEXT.format(here=r"\e", x=r"\e[0m").encode(), catalogue_of)
    assert r'x-ours: "\e[0m"' in opened.text


def test_a_key_is_mended_too() -> None:
    text = TEXT.format(here="", x="").replace("organisation", r'"organi\esation"')
    with pytest.raises(FormatError):
        loads(text.encode(), catalogue_of)
    assert loads_mended(text.encode(), catalogue_of).plan.organisation == "O"


def test_whatever_else_is_wrong_is_still_refused() -> None:
    text = TEXT.format(here=r"\e", x="").replace("internal", "inside")
    with pytest.raises(FormatError) as refused:
        loads_mended(text.encode(), catalogue_of)
    assert refused.value.problem.code == "unknown-choice"


BLOCK = """\
format: 3
id: m
organisation: O
catalogue: v2
letter-set: raci
parties: []
phases:
  - id: now
    name: N
    duties:
      v2:A-1:
        note: {style}
          {line}
        area: I
      v2:A-2:
        area: I
"""


@pytest.mark.parametrize("style", ["|", "|-", ">", ">+", "", "'", '"'])
@given(line=st.text(st.sampled_from("ab \u202a\u2066\x1b\x07"), min_size=1).filter(str.strip))
def test_a_note_in_any_style_is_mended(style: str, line: str) -> None:
    written = f"x{line}x"
    if style in {"'", '"'}:
        written, style = f"{style}{written}{style}", ""
    text = BLOCK.format(style=style, line=written)
    opened = loads_mended(text.encode(), catalogue_of)
    note = next(iter(opened.plan.phases[0].changes.values())).note or ""
    assert note.startswith("x")
    assert bad_character(note, is_name=False) is None
    assert len(opened.plan.phases[0].changes) == 2
