"""What a foreign sheet may mean in a plan is offered, and sure only where nothing else can be."""

from socplanner.domain.external.proposal import propose
from socplanner.domain.external.understood import (
    Meaning,
    PartyColumn,
    TaskRow,
    Understood,
    Written,
)
from socplanner.domain.letter_sets import RACI
from tests.support.small_plan import A1, IT, SOC, small_plan


def sheet(
    *tasks: tuple[str, str],
    parties: tuple[str, ...] = ("soc",),
    letters: tuple[str, ...] = ("R",),
    meanings: dict[str, Meaning] | None = None,
) -> Understood:
    """Return what was understood of a sheet with `tasks` (code and name), all with one letter."""
    cells = tuple(Written(letter, (letter,)) for letter in letters)
    cells += (Written(),) * (len(parties) - len(cells))
    return Understood(
        sheet="RACI",
        form="letters",
        parties=tuple(PartyColumn(name) for name in parties),
        tasks=tuple(
            TaskRow(row, name, cells[: len(parties)], code)
            for row, (code, name) in enumerate(tasks, 2)
        ),
        letter_sets=() if meanings else ("raci",),
        own_letters=tuple(meanings or ()),
        meanings=meanings or {},
    )


def test_a_name_in_either_language_is_enough() -> None:
    plan = small_plan()
    for name in ("Role A-1", "role a-1", "Ｒｏｌｅ Ａ－１", "Role A-1の和名"):
        (match,) = propose(sheet(("", name)), plan, [RACI]).tasks
        assert match.sure == A1, name


def test_a_code_alone_is_offered_but_asked_about() -> None:
    (match,) = propose(sheet(("A-1", "Something else wholly")), small_plan(), [RACI]).tasks
    assert match.sure is None
    assert (match.offers[0].id, match.offers[0].how) == (A1, "code")


def test_a_similar_name_is_offered_with_its_score_and_asked_about() -> None:
    (match,) = propose(sheet(("", "The role A 1")), small_plan(), [RACI]).tasks
    assert match.sure is None
    best = match.offers[0]
    assert (best.id, best.how) == (A1, "similar")
    assert 0.6 <= best.score < 1


def test_what_two_tasks_claim_is_sure_for_neither() -> None:
    tasks = propose(sheet(("", "Role A-1"), ("", "ROLE A-1")), small_plan(), [RACI]).tasks
    assert [match.sure for match in tasks] == [None, None]
    assert all(match.offers[0].id == A1 for match in tasks)


def test_parties_are_known_by_name_and_id() -> None:
    plan = small_plan()
    found = propose(sheet(("", "x"), parties=("soc", "IT", "Nobody of ours")), plan, [RACI]).parties
    assert [match.sure for match in found] == [SOC, IT, None]


def test_letters_of_the_same_meaning_are_sure_and_own_letters_are_asked_about() -> None:
    plan = small_plan()
    (same,) = propose(sheet(("", "x")), plan, [RACI]).letters
    assert (same.letter, same.to, same.is_sure) == ("R", "R", True)
    own = sheet(
        ("", "x"),
        parties=("soc", "it"),
        letters=("◎", "△"),
        meanings={"◎": Meaning("実行責任", "performs"), "△": Meaning("？", "")},
    )
    found = propose(own, plan, [RACI]).letters
    assert [(each.letter, each.to, each.is_sure) for each in found] == [
        ("◎", "R", False),
        ("△", None, False),
    ]
