"""A validator of others finds nothing in any workbook, and formulas are stored as Excel does.

Functions newer than Excel 2007 are stored with a prefix; without it Excel shows `#NAME?`.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from socplanner.domain.catalogue import PARTY_KINDS
from socplanner.domain.ids import PartyId
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.letters import LetterSet
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Party, Phase, Plan
from socplanner.domain.workbook_copy import WorkbookCopy
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.party_xlsx import render_party
from socplanner.services.i18n import words_for
from tests.support.plans import hybrid_plan
from tests.support.small_plan import CISO, small_plan
from tests.support.workbooks import FACTS, messy

HOSTILE = "=1+1 <b>&\"'\\ ]]> _x0041_ \U0001f600 組織"
OLD = {
    *(
        "AND",
        "ASC",
        "CLEAN",
        "COUNTIF",
        "FIND",
        "IF",
        "IFERROR",
        "INDEX",
        "INT",
        "ISNUMBER",
        "LEFT",
    ),
    *(
        "LEN",
        "MATCH",
        "MID",
        "MOD",
        "NOT",
        "OR",
        "SEARCH",
        "SUBSTITUTE",
        "SUM",
        "SUMPRODUCT",
        "TRIM",
    ),
    "UPPER",
}
"""Functions that Excel 2007 and LibreOffice know, so far as we use them."""


def _with_parties(plan: Plan, number: int) -> Plan:
    added = tuple(
        Party(
            PartyId(f"x-{n}"),
            PARTY_KINDS[n % 3],
            LocalText(f"長い名称の担当部署{n}" * 4, f"Long name {n} " * 6),
        )
        for n in range(number - len(plan.parties))
    )
    return replace(plan, parties=(*plan.parties, *added))


def _hostile(plan: Plan) -> Plan:
    named = replace(plan.parties[0], name=LocalText.same(HOSTILE), initials=LocalText.same("=<&"))
    phase = replace(plan.phases[0], name=LocalText.same(HOSTILE))
    return replace(
        plan,
        organisation=HOSTILE,
        parties=(named, *plan.parties[1:]),
        phases=(phase, *plan.phases[1:]),
        marking=Marking(Tlp.AMBER_STRICT, HOSTILE),
    )


def _phases(plan: Plan, number: int) -> Plan:
    added = (
        replace(plan.phases[-1], id=type(plan.phases[-1].id)(f"later-{n}"))
        for n in range(number - len(plan.phases))
    )
    return (
        replace(plan, phases=(*plan.phases, *added))
        if number > 1
        else replace(plan, phases=plan.phases[:1])
    )


def _lettered(letters: LetterSet) -> Plan:
    return replace(small_plan(), letter_set=letters, phases=_blank(small_plan().phases))


def _blank(phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
    return tuple(replace(phase, changes={}) for phase in phases)


PLANS = {
    "small": small_plan(),
    "usual": hybrid_plan(),
    "one phase": _phases(hybrid_plan(), 1),
    "three phases": _phases(hybrid_plan(), 3),
    "broken rules": messy(hybrid_plan(), Random(3)),
    "23 parties": messy(_with_parties(hybrid_plan(), 23), Random(4)),
    "hostile": _hostile(hybrid_plan()),
    "no parties": replace(small_plan(), parties=(), phases=_blank(small_plan().phases)),
    **{f"letters {key}": _lettered(letters) for key, letters in LETTER_SETS.items()},
}
STATED = WorkbookCopy(None, HOSTILE, HOSTILE, HOSTILE, HOSTILE)


def _books(plan: Plan, language: Language) -> Iterator[tuple[str, bytes]]:
    """Yield every kind of workbook of `plan` with its name."""
    words = words_for(language)
    for phase in plan.phases:
        matrix = matrix_of(plan, phase.id)
        yield f"matrix of {phase.id}", render(matrix, words, FACTS)
    matrix = matrix_of(plan, plan.phases[0].id)
    yield "with a cover", render(matrix, words, replace(FACTS, workbook_copy=STATED))
    for party in plan.parties[:1]:
        workbook_copy = replace(STATED, party=party.id)
        yield "for a party", render(matrix, words, replace(FACTS, workbook_copy=workbook_copy))
        yield "duties", render_party(matrix, party.id, words, FACTS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PLANS)
def test_a_validator_finds_nothing(kind: str, language: Language, tmp_path: Path) -> None:
    validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019)
    for name, content in _books(PLANS[kind], language):
        path = tmp_path / "book.xlsx"
        path.write_bytes(content)
        result = validator.validate(path)
        assert (name, list(result.errors), result.is_valid) == (name, [], True)


def test_the_validator_would_find_something(tmp_path: Path) -> None:
    source = io.BytesIO(
        render(matrix_of(small_plan(), small_plan().phases[0].id), words_for("en"), FACTS)
    )
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b'<pane xSplit="5"', b'<pane xSplit="five"'))
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path).errors


def _formulas(content: bytes) -> Iterator[str]:
    """Yield every formula of cells, rules, lists, names and tables."""
    tags = r"<(?:f|formula|formula1|formula2|definedName|calculatedColumnFormula)\b[^>]*>([^<]*)<"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith(".xml"):
                yield from re.findall(tags, parts.read(name).decode())


def _bare(formula: str) -> set[str]:
    """Return the functions of `formula` that are stored without the prefix of newer ones."""
    code = re.sub(r"&quot;(?:(?!&quot;).)*&quot;|\"[^\"]*\"|'[^']*'", '""', formula)
    return set(re.findall(r"(?<![A-Za-z0-9_.])([A-Z][A-Z0-9.]*)\(", code))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PLANS)
def test_newer_functions_are_stored_with_their_prefix(kind: str, language: Language) -> None:
    formulas = {f for _, content in _books(PLANS[kind], language) for f in _formulas(content)}
    used = {name for formula in formulas for name in _bare(formula)}
    assert used <= OLD
    assert max(map(len, formulas)) < 8192
    if kind != "no parties":
        assert {"SUMPRODUCT", "ASC"} <= used


def test_a_newer_function_without_its_prefix_is_detected() -> None:
    assert _bare('TEXTJOIN("IF(",1,A1)') == {"TEXTJOIN"}
    assert _bare("_xlfn.TEXTJOIN(1)+_xlfn._xlws.FILTER(A1)") == set()


def test_an_office_would_find_a_party_of_its_own() -> None:
    """The kinds above hold what they are named for."""
    assert len(PLANS["23 parties"].parties) == 23
    assert len(PLANS["three phases"].phases) == 3
    assert PLANS["small"].party(CISO) is not None
