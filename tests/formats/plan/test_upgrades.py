"""A file of an older format opens as the same plan, and keeps its words where it is saved."""

from pathlib import Path

import pytest

from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_schema import NEWEST
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.formats.plan.upgrades import STEPS, upgraded, with_headcount
from socplanner.services.catalogues import catalogue_of

GOLDEN = Path(__file__).parents[2] / "golden" / "plans"
OLD, NEW = GOLDEN / "format-1.socplan", GOLDEN / "by_hand.socplan"


def test_there_is_a_step_from_every_older_format() -> None:
    assert sorted(STEPS) == list(range(1, NEWEST))


def test_a_plan_of_format_1_is_the_same_plan_in_the_newest_format() -> None:
    old, new = (loads(path.read_bytes(), catalogue_of) for path in (OLD, NEW))
    assert old.plan == new.plan
    assert any(party.headcount is not None for party in old.plan.parties)
    assert old.text == new.text


def test_saving_it_changes_nothing_but_the_format_and_the_key() -> None:
    opened = loads(OLD.read_bytes(), catalogue_of)
    renamed = RenameOrganisation("Another").apply(opened.plan)
    saved = dumps(renamed, opened).decode().splitlines()
    before = OLD.read_text("utf-8").splitlines()
    assert len(saved) == len(before)
    changed = [
        old.split(":")[0].strip() for old, new in zip(before, saved, strict=True) if old != new
    ]
    assert changed == ["format", "organisation", "heads"]
    assert loads("\n".join(saved).encode(), catalogue_of).plan == renamed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1\nparties: []\n", "format: 2\nparties: []\n"),
        ('"format": "1" # first\n', '"format": 2 # first\n'),
        (
            "format: 1\nparties:\n- {id: a, heads: 3} # heads: 4\n",
            "format: 2\nparties:\n- {id: a, headcount: 3} # heads: 4\n",
        ),
        (
            "format: 1\nparties:\n  - id: a\n    'heads': 3\n    x-heads: 5\n",
            "format: 2\nparties:\n  - id: a\n    headcount: 3\n    x-heads: 5\n",
        ),
        ("format: 1\nparties: none\nheads: 3\n", "format: 2\nparties: none\nheads: 3\n"),
        ("format: 1\r\nparties:\r\n- heads: 3\r\n", "format: 2\r\nparties:\r\n- headcount: 3\r\n"),
    ],
)
def test_the_key_is_renamed_where_it_is_a_key_of_a_party(old: str, new: str) -> None:
    assert with_headcount(old) == new


def test_a_text_of_the_newest_format_stays_as_it_is() -> None:
    text = NEW.read_text("utf-8")
    assert upgraded(text).text == text


@pytest.mark.parametrize("line", ["format: 0", "format: 99", "format: one", "other: 1", "- format"])
def test_what_has_no_format_of_ours_is_refused(line: str) -> None:
    with pytest.raises(FormatError):
        upgraded(f"{line}\n")


def test_both_keys_at_once_are_refused_as_an_unknown_key() -> None:
    text = OLD.read_text("utf-8").replace("heads: 6", "heads: 6\n    headcount: 7")
    with pytest.raises(FormatError) as refusal:
        loads(text.encode(), catalogue_of)
    assert refusal.value.problem.code == "unknown-key"
