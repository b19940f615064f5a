"""Letter sets in a plan file that will not do: each is refused with its line and the way on."""

from pathlib import Path

import pytest

from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import loads
from socplanner.services.catalogues import catalogue_of
from socplanner.services.i18n import words_for
from socplanner.wording import errors

TEXT = (Path(__file__).parents[2] / "golden" / "plans" / "own_letters.socplan").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code", "text"),
    [
        ("letter-set: works", "letter-set: work", "unknown-choice", "“works”"),
        ("letter-set: works", "letter-set: raciv", "unknown-choice", "“raci”"),
        ("id: works ", "id: daci", "built-in-letter-set", "“daci”"),
        ("id: works ", "id: Works", "bad-id", "“Works"),
        ("symbol: AP", "symbol: AP1", "bad-symbol", "“AP1”"),
        ("symbol: FY", "symbol: ap", "doubled-letter", "letter ap"),
        ("symbol: AP", "symbol: '?'", "bad-symbol", "“?”"),
        ("symbol: AP", "symbol: A/", "bad-symbol", "“A/”"),
        ("symbol: AP", "symbol: 主", "doubled-letter", "letter 主"),
        ("colour: '#F8D0CB'", "colour: red", "bad-colour", "“red”"),
        ("flags: [accountable]", "flags: [acountable]", "unknown-choice", "“accountable”"),
        ("flags: [accountable]", "flags: accountable", "expected-list", ""),
        ("flags: [accountable]", "flags: [two-way]", "no-accountable-letter", ""),
        ("flags: [performs]", "flags: []", "no-performing-letter", ""),
        ("name: For information", "name: ''", "empty-name", ""),
        ("name: {ja: 当社の記号,", "name: {ja: '',", "empty-name", ""),
        ("symbol: AP", "sybmol: AP", "unknown-key", "“symbol”"),
        ("letters: {soc: 主, ciso: AP}", "letters: {soc: R}", "unknown-letter", "主, AP, FY, O, ?"),
    ],
)
def test_it_is_refused_with_line_and_remedy(old: str, new: str, code: str, text: str) -> None:
    assert TEXT.count(old) == 1
    with pytest.raises(FormatError) as caught:
        loads(TEXT.replace(old, new).encode(), catalogue_of)
    error = caught.value
    assert error.problem.code == code
    assert text in errors.message(error.problem, words_for("en"))
    line = TEXT[: TEXT.index(old)].count("\n") + 1
    if code not in {"no-accountable-letter", "no-performing-letter"}:
        assert error.line == line
    else:
        assert error.line == TEXT[: TEXT.index("    letters:")].count("\n") + 1


def test_two_sets_of_one_id_are_refused() -> None:
    start, end = TEXT.index("  - id: works"), TEXT.index("parties:")
    with pytest.raises(FormatError) as caught:
        loads((TEXT[:end] + TEXT[start:end] + TEXT[end:]).encode(), catalogue_of)
    assert caught.value.problem.code == "doubled-letter-set"
    assert caught.value.line == TEXT[:end].count("\n") + 1


def test_more_sets_than_a_plan_may_have_are_refused() -> None:
    start, end = TEXT.index("  - id: works"), TEXT.index("parties:")
    more = "".join(TEXT[start:end].replace("works", f"set-{n}") for n in range(20))
    with pytest.raises(FormatError) as caught:
        loads((TEXT[:end] + more + TEXT[end:]).encode(), catalogue_of)
    assert caught.value.problem.code == "letter-set-count"
