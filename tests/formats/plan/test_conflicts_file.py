"""Open conflicts of a merge in a plan file: what is wrong with one is reported with its line."""

from dataclasses import replace

import pytest

from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of
from tests.formats.plan.test_whole_plan import WHOLE

BEGIN = WHOLE.decode().partition("conflicts:\n")[0]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("  - at: phases/now\n", "no-place-of-conflict"),
        ("  - at: /tlp\n    ours: '[1'\n", "no-json"),
        ("  - at: /tlp\n    theirs: red\n", "no-json"),
        ("  - at: /tlp\n    ours: NaN\n", "no-json"),
        ("  - at: /tlp\n    ours: '5'\n", "no-json"),
        ("  - at: /parties/a\n    ours: '{\"id\": null}'\n", "no-json"),
        ("  - at: /tlp\n    ours: '\"\\u202ered\"'\n", "no-json"),
        ('  - at: /tlp\n    base: \'[{"a\\u0000": "b"}]\'\n', "no-json"),
        ("  - at: /tlp\n  - at: /tlp\n", "doubled-conflict"),
        ("  - ours: '1'\n", "missing-key"),
        ("  - at: /tlp\n    mine: '1'\n", "unknown-key"),
    ],
)
def test_a_wrong_conflict_is_refused(entry: str, code: str) -> None:
    with pytest.raises(FormatError) as caught:
        loads((BEGIN + "conflicts:\n" + entry).encode(), catalogue_of)
    assert caught.value.problem.code == code
    assert (caught.value.line or 0) > BEGIN.count("\n")


def test_deeply_nested_json_is_refused_and_not_run_into() -> None:
    for deep in ("[" * 200_000, "[" * 900 + "]" * 900):
        entry = f"conflicts:\n  - at: /tlp\n    ours: '{deep}'\n"
        with pytest.raises(FormatError) as caught:
            loads((BEGIN + entry).encode(), catalogue_of)
        assert caught.value.problem.code == "no-json"


def test_several_values_may_wait_at_one_place() -> None:
    text = BEGIN + "conflicts:\n  - at: /tlp\n    theirs: '\"red\"'\n  - at: /tlp\n"
    opened = loads(text.encode(), catalogue_of)
    assert [each.theirs for each in opened.plan.conflicts] == ['"red"', ""]
    assert loads(dumps(opened.plan), catalogue_of).plan == opened.plan
    after = replace(opened.plan, conflicts=opened.plan.conflicts[1:])
    assert loads(dumps(after, opened), catalogue_of).plan == after


def test_one_of_two_conflicts_is_chosen_and_saved() -> None:
    text = BEGIN + "conflicts:\n  - at: /tlp\n  - at: /organisation\n    ours: '\"Works\"'\n"
    opened = loads(text.encode(), catalogue_of)
    after = replace(opened.plan, conflicts=opened.plan.conflicts[1:])
    assert loads(dumps(after, opened), catalogue_of).plan == after
