"""The workbook says what the plan says, offers what may be answered, and comes back readable."""

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.checks.run import check_phase
from socplanner.domain.ids import RoleId
from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import UNDECIDED, Cell, Letter, LetterSet, symbols_in
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.matrix import matrix_of
from socplanner.domain.phases import duties, with_duties
from socplanner.domain.plan import CustomRoles, Duty, Plan, frozen
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.workbook.row_state import FORMULA_RULES
from socplanner.services.i18n import words_for
from socplanner.wording.terms import area_short, letter_label, sourcing_name
from tests.support.edited_workbook import EditedWorkbook
from tests.support.fresh_process import output_of
from tests.support.plans import big_plan, hybrid_plan
from tests.support.pseudo import literals_in, pseudo_words
from tests.support.small_plan import (
    A1,
    CERT,
    CISO,
    IT,
    MSS,
    NOW,
    PARTIES,
    ROLES,
    SOC,
    small_plan,
    with_row,
)
from tests.support.workbooks import CELLS, FACTS, written


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return a plan of the small catalogue with any letters, sourcings and order of parties."""
    plan = small_plan()
    order = draw(st.permutations(range(len(PARTIES))))
    plan = replace(plan, parties=tuple(plan.parties[place] for place in order))
    wanted = {}
    for role in ROLES:
        cells = {party: Cell(draw(st.sampled_from(CELLS))) for party in PARTIES}
        wanted[role] = Duty(
            draw(st.sampled_from(Area)),
            draw(st.sampled_from(Sourcing)),
            frozen({party: cell for party, cell in cells.items() if cell}),
            note=draw(st.sampled_from(("", "  ", "a reason"))),
        )
    return with_duties(plan, NOW, wanted)


@settings(max_examples=15)
@given(plans(), st.sampled_from(LANGUAGES))
def test_every_cell_has_the_letters_of_the_plan(plan: Plan, language: Language) -> None:
    """The sheet is the contract."""
    book, words = written(plan, language), words_for(language)
    assert list(book.rows) == [role.id for role in plan.roles()]
    for role, duty in duties(plan, NOW).items():
        for party in plan.parties:
            assert book.shown(role, f"party:{party.id}") == duty.letters.get(party.id, "")
        assert book.shown(role, "sourcing") == sourcing_name(duty.sourcing, words)
        assert book.shown(role, "area") == area_short(duty.area, words)
        assert book.shown(role, "note") == duty.note


@settings(max_examples=15)
@given(plans())
def test_every_letter_of_a_cell_is_counted_for_its_role_and_its_party(plan: Plan) -> None:
    """Also both letters of A/R."""
    book = written(plan)
    current = duties(plan, NOW)
    workload = book.values.worksheets[2]
    of_party = {str(row[0]): row for row in workload.iter_rows(min_row=5, values_only=True)}
    for role in plan.roles():
        counts = Counter(s for cell in current[role.id].letters.values() for s in symbols_in(cell))
        for symbol in "RACI?":
            assert book.shown(role.id, f"count:{symbol}") == counts[symbol]
    for party in plan.parties:
        cells = [duty.letters.get(party.id, Cell("")) for duty in current.values()]
        counts = Counter(symbol for cell in cells for symbol in symbols_in(cell))
        assert list(of_party[party.name.en][2:7]) == [counts[symbol] for symbol in "RACI?"]
        assert of_party[party.name.en][7] == sum(map(bool, cells))


@settings(max_examples=30)
@given(plans())
def test_the_check_of_a_row_agrees_with_the_findings(plan: Plan) -> None:
    """The sheet and the program must not contradict each other, rule by rule."""
    book = written(plan)
    result: dict[str, set[str]] = {}
    for finding in check_phase(plan, NOW):
        if finding.role is not None and finding.rule in FORMULA_RULES:
            result.setdefault(finding.role, set()).add(finding.rule)
    for role in plan.roles():
        broken, text = result.get(role.id, set()), book.shown(role.id, "status")
        rules = str(book.shown(role.id, "rules"))
        assert {part.split()[0] for part in rules.split("; ") if part} == broken
        assert text == ("OK" if not rules else text)
        assert (text == "OK") == (not broken)
        assert (text == "Not decided yet") == (broken == {"R00"})


def test_counts_are_formulas_that_carry_their_values() -> None:
    """Protected View calculates nothing."""
    book = written(small_plan())
    current = book.value(A1, "count:A")
    assert current.data_type == "f"
    assert str(current.value).startswith('=SUMPRODUCT(ISNUMBER(SEARCH("A",UPPER(ASC($H7:$L7))))*')
    assert book.shown(A1, "count:A") == 1
    with zipfile.ZipFile(io.BytesIO(book.content)) as parts:
        sheets = b"".join(parts.read(name) for name in parts.namelist() if "worksheets" in name)
    assert sheets.count(b"<f>") == sheets.count(b"</f><v>") > 50


def test_an_empty_text_is_stored_as_a_text() -> None:
    """Excel would show a number."""
    book = written(with_row(small_plan(), A1, Sourcing.INSOURCE, ciso="A", soc="R"))
    place = book.value(A1, "rules").coordinate
    with zipfile.ZipFile(io.BytesIO(book.content)) as parts:
        sheet = parts.read("xl/worksheets/sheet2.xml").decode()
    assert re.search(rf'<c r="{place}" s="\d+" t="str"><f>[^<]+</f><v></v></c>', sheet)


def test_parties_of_one_kind_are_side_by_side_whatever_their_order() -> None:
    """So that a rule can look at one range of them."""
    plan = small_plan()
    mixed = replace(plan, parties=tuple(reversed(plan.parties)))
    keys = [key for key in written(mixed).columns if key.startswith("party:")]
    assert keys == [f"party:{each}" for each in (IT, SOC, CISO, MSS, CERT)]


def test_ids_are_there_but_hidden_and_sorted_along() -> None:
    """A returned workbook is read by them."""
    book = written(small_plan())
    sheet = book.formulas.worksheets[1]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[3].hidden
    first, last = sheet.auto_filter.ref.split(":")
    assert first == "A6"
    assert last.endswith(str(6 + len(ROLES)))


def test_headers_and_roles_stay_visible() -> None:
    """Code and name to the left, parties above."""
    assert written(small_plan()).matrix.freeze_panes == "F7"


def test_every_letter_cell_has_a_list_with_all_its_letters() -> None:
    """Also blank, undecided, and a combination that is not usual."""
    plan = small_plan()
    duty = duties(plan, NOW)[A1]
    odd = RACI.cell("CIR")
    plan = with_duties(plan, NOW, {A1: replace(duty, letters=frozen({CISO: odd}))})
    book = written(plan)
    sheet = book.formulas.worksheets[1]
    lists = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    body = lists["H7:L12"]
    assert (body.formula1, body.errorStyle, bool(body.allowBlank)) == ("Letters", "warning", False)
    assert {key: each.imeMode for key, each in lists.items() if each.imeMode} == {
        "H7:L12": "halfAlpha"
    }
    assert {each.formula1 for each in lists.values()} == {"Letters", "Sourcings", "Areas"}
    suggested = _named(book, "Letters")
    assert suggested[:5] == [None, "R", "A", "C", "I"]
    assert {"A/R", "?", odd} <= set(suggested)


def _named(book: EditedWorkbook, name: str) -> list[object]:
    """Return the entries of a named list."""
    sheet, cells = next(iter(book.values.defined_names[name].destinations))
    return [row[0].value for row in book.values[sheet][cells]]


def test_every_letter_has_a_colour_and_stays_written() -> None:
    """A colour is never the only sign."""
    sheet = written(small_plan()).formulas.worksheets[1]
    rules = [
        rule
        for each in sheet.conditional_formatting
        if str(each.sqref).startswith("H7:") and "L12" in str(each.sqref)
        for rule in each.rules
    ]
    begins = 'LEFT(TRIM(UPPER(ASC(H7))),1)="{}"'
    plain = {rule.formula[0]: rule for rule in rules if not rule.formula[0].startswith("AND(")}
    fills = {plain[begins.format(symbol)].dxf.fill.bgColor.rgb for symbol in "RACI?"}
    assert len(fills) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_row_explains_each_letter_on_its_colour(language: Language) -> None:
    plan, words = small_plan(), words_for(language)
    sheet = written(plan, language).formulas.worksheets[1]
    chips = {cell.value: cell.fill.fgColor.rgb for cell in sheet[2] if cell.value}
    letters = [*plan.letter_set.letters, UNDECIDED]
    expected = {letter_label(each, words): f"FF{each.colour[1:]}".upper() for each in letters}
    assert {label: chips[label].upper() for label in expected} == expected


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@now", "\t=1", '=HYPERLINK("http://x")', "＝1"]
)
def test_a_text_that_looks_like_code_stays_a_text(text: str) -> None:
    """Even when somebody edits its cell."""
    plan = small_plan()
    duty = duties(plan, NOW)[A1]
    plan = with_duties(plan, NOW, {A1: replace(duty, note=text, coverage=text)})
    parties = (replace(plan.parties[0], name=LocalText.same(text)), *plan.parties[1:])
    custom = Role(RoleId("own:x"), text, "A", LocalText.same(text))
    plan = replace(plan, organisation=text, parties=parties, custom_roles=CustomRoles((custom,)))
    book = written(plan)
    for sheet in book.formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == text:
                    assert cell.data_type == "s"
                    assert cell.quotePrefix
    assert book.shown("own:x", "name") == text
    assert book.shown(A1, "note") == text


def test_the_same_plan_gives_the_same_bytes() -> None:
    """No clock, no chance: a workbook can be compared with the one before."""
    plan = hybrid_plan()
    assert written(plan).content == written(plan).content
    assert written(plan).formulas.properties.created == datetime(2026, 1, 31)  # noqa: DTZ001


def test_nothing_in_a_workbook_points_outside() -> None:
    """It is opened behind walls, and by people who are asked to trust it."""
    with zipfile.ZipFile(io.BytesIO(written(hybrid_plan()).content)) as parts:
        assert [name for name in parts.namelist() if "external" in name.lower()] == []
        for name in parts.namelist():
            content = parts.read(name)
            assert b'TargetMode="External"' not in content
            assert b"INDIRECT" not in content


def test_formulas_use_only_functions_of_old_spreadsheets() -> None:
    """Newer functions are errors elsewhere, and text that is a formula is bound to a language."""
    with zipfile.ZipFile(io.BytesIO(written(hybrid_plan()).content)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets" in name]
    formulas = re.findall(r"<(?:f|formula|formula1)>([^<]*)<", "".join(sheets))
    used = {name for formula in formulas for name in re.findall(r"([A-Z][A-Z.0-9]*)\(", formula)}
    assert used <= {
        "AND", "ASC", "CLEAN", "COUNTIF", "FIND", "IF", "IFERROR", "INDEX", "INT",
        "ISNUMBER", "LEFT", "MATCH", "MID", "MOD", "NOT", "OR", "SEARCH", "SUBSTITUTE", "SUM",
        "SUMPRODUCT", "TRIM", "UPPER",
    }  # fmt: skip
    assert "COUNTIF" in used
    assert max(map(len, formulas)) < 8192


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_names_the_workbook_and_leads_to_every_sheet(language: Language) -> None:
    """Somebody opens it who has never heard of the plan."""
    book, words = written(hybrid_plan(), language), words_for(language)
    cover = book.values.worksheets[0]
    texts = {cell.value for row in cover.iter_rows() for cell in row}
    assert {"サンプル株式会社", words.tr("Organisation"), words.tr("Catalogue")} <= texts
    assert datetime(2026, 1, 31) in texts  # noqa: DTZ001
    visible = [sheet.title for sheet in book.values if sheet.sheet_state == "visible"]
    cells = [cell for row in book.formulas.worksheets[0].iter_rows() for cell in row]
    links = [cell.hyperlink.location for cell in cells if cell.hyperlink]
    assert links == [f"'{title}'!A1" for title in visible[1:]]


def test_only_the_lists_are_hidden() -> None:
    """Whoever wonders finds them."""
    states = [sheet.sheet_state for sheet in written(small_plan()).values]
    assert states == ["visible"] * 7 + ["hidden", "visible", "veryHidden"]


def test_the_export_enters_itself_into_the_change_history() -> None:
    """And leaves ruled lines to go on."""
    sheet = written(small_plan()).values.worksheets[-2]
    rows = list(sheet.iter_rows(min_row=5, max_col=4))
    first = [cell.value for cell in rows[0]]
    assert first[0] == datetime(2026, 1, 31)  # noqa: DTZ001
    assert first[1:3] == ["1.0", "socplanner 9.8.7"]
    assert "Works" in str(first[3])
    assert len(rows) > 10
    assert {cell.value for row in rows[1:] for cell in row} == {None}
    assert {cell.border.bottom.style for row in rows for cell in row} == {"thin"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sources_distinguish_published_facts_from_defaults(language: Language) -> None:
    """The workbook travels without the program."""
    plan, words = hybrid_plan(), words_for(language)
    sheet = written(plan, language).values.worksheets[5]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert words.local(plan.catalogue.source) in texts
    assert "v2" in texts
    assert any("9.8.7" in text for text in texts)
    assert (
        sum(words.tr("This tool's default: check it against the edition") == text for text in texts)
        >= 4
    )


def test_custom_roles_are_with_their_function() -> None:
    """As on screen; a function nobody knows comes last."""
    plan = small_plan()
    odd, custom = (
        Role(RoleId(f"own:{function}"), f"{function}-9", function, LocalText.same(function))
        for function in "ZA"
    )
    rows = list(written(replace(plan, custom_roles=CustomRoles((odd, custom)))).rows)
    assert rows.index(custom.id) == 4
    assert rows[-1] == odd.id


def test_every_text_of_the_workbook_can_be_translated() -> None:
    """Nothing but names, codes and letters stands outside the catalogue."""
    plan = replace(small_plan(), organisation="1")
    book = EditedWorkbook(render(matrix_of(plan, NOW), pseudo_words(), FACTS))
    literal = {word for text in book.texts() for word in literals_in(text)}
    # the ids of the parties stand on the sheet of data
    assert literal <= {"socplanner", *PARTIES}


def test_a_plan_without_parties_or_roles_is_written_too() -> None:
    """Half a plan is a plan."""
    plan = small_plan()
    no_one_ = with_duties(
        replace(plan, parties=()),
        NOW,
        {role: replace(duty, letters=frozen({})) for role, duty in duties(plan, NOW).items()},
    )
    assert written(no_one_).shown(A1, "status") in {"! No letter", "Not decided yet"}
    nothing = replace(
        plan,
        catalogue=replace(plan.catalogue, roles=()),
        phases=tuple(replace(phase, changes=frozen({})) for phase in plan.phases),
    )
    assert written(nothing).rows == {}


def test_letters_of_two_characters_are_not_counted_as_their_parts() -> None:
    """VS is not S."""
    letters = LetterSet(
        "vs",
        LocalText.same("VS"),
        (
            Letter("S", LocalText.same("Support"), "#CFE2FF", performs=True),
            Letter("VS", LocalText.same("Sign off"), "#F8D0CB", accountable=True),
        ),
    )
    plan = small_plan()
    row = frozen({CISO: Cell("VS"), SOC: Cell("VS/S"), IT: Cell("S")})
    duty = replace(duties(plan, NOW)[A1], letters=row)
    blank = {role: replace(each, letters=frozen({})) for role, each in duties(plan, NOW).items()}
    plan = with_duties(replace(plan, letter_set=letters), NOW, {**blank, A1: duty})
    book = written(plan)
    assert (book.shown(A1, "count:S"), book.shown(A1, "count:VS")) == (2, 2)
    assert 'SEARCH("/"&"VS"&"/"' in str(book.value(A1, "count:VS").value)


def test_the_workload_has_a_chart_of_stacked_letters_with_names_that_fit() -> None:
    """A native one: a bar a party, a part a letter, short names from a hidden column."""
    plan = small_plan()
    long = replace(plan.parties[0], name=LocalText.same("Department " * 15))
    book = written(replace(plan, parties=(long, *plan.parties[1:])))
    with zipfile.ZipFile(io.BytesIO(book.content)) as parts:
        chart = parts.read("xl/charts/chart1.xml").decode()
    assert '<c:barDir val="bar"/><c:grouping val="stacked"/>' in chart
    assert chart.count("<c:ser>") == len(plan.letter_set.letters)
    assert "<c:plotVisOnly" not in chart
    labels = re.findall(r"<c:cat>.*?</c:cat>", chart)
    assert {len(re.findall("<c:v>", each)) for each in labels} == {len(plan.parties)}
    assert max(map(len, re.findall("<c:v>([^<]*)</c:v>", labels[0]))) <= 40


def test_many_parties_get_upright_names() -> None:
    """Fifty columns still fit on one page."""
    book = written(big_plan(60, 30))
    heading = book.formulas.worksheets[1].cell(6, 8)
    assert heading.alignment.textRotation == 90
    assert written(small_plan()).formulas.worksheets[1].cell(6, 8).alignment.textRotation == 0


def test_the_excel_library_is_imported_only_when_something_is_written() -> None:
    """The program starts without it, and other exports do."""
    code = "import sys, socplanner.services.exporter; print('xlsxwriter' in sys.modules)"
    assert output_of(code) == "False\n"
