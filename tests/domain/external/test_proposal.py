"""What a foreign sheet may mean in a plan is offered, and sure only where nothing else can be."""

from dataclasses import replace

from socplanner.domain.catalogue import Area, Role
from socplanner.domain.external.proposal import propose
from socplanner.domain.external.understood import (
    Meaning,
    PartyColumn,
    TaskRow,
    Understood,
    Written,
)
from socplanner.domain.ids import RoleId
from socplanner.domain.letter_sets import DACI, RACI, RASCI
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import CustomRoles
from tests.support.small_plan import A1, A2, A3, IT, SOC, small_plan


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
        custom_letters=tuple(meanings or ()),
        meanings=meanings or {},
    )


def test_a_name_in_either_language_is_enough() -> None:
    plan = small_plan()
    for name in ("Role A-1", "role a-1", "Ｒｏｌｅ Ａ－１", "Role A-1の和名"):
        (match,) = propose(sheet(("", name)), plan, [RACI]).tasks
        assert match.sure == A1, name


def test_a_code_alone_is_suggested_but_asked_about() -> None:
    (match,) = propose(sheet(("A-1", "Something else wholly")), small_plan(), [RACI]).tasks
    assert match.sure is None
    assert (match.suggestions[0].id, match.suggestions[0].how) == (A1, "code")


def test_a_similar_name_is_suggested_with_its_score_and_asked_about() -> None:
    (match,) = propose(sheet(("", "The role A 1")), small_plan(), [RACI]).tasks
    assert match.sure is None
    best = match.suggestions[0]
    assert (best.id, best.how) == (A1, "similar")
    assert 0.6 <= best.score < 1


def test_what_two_tasks_claim_is_sure_for_neither() -> None:
    tasks = propose(sheet(("", "Role A-1"), ("", "ROLE A-1")), small_plan(), [RACI]).tasks
    assert [match.sure for match in tasks] == [None, None]
    assert all(match.suggestions[0].id == A1 for match in tasks)


def test_parties_are_known_by_name_and_id() -> None:
    plan = small_plan()
    result = propose(
        sheet(("", "x"), parties=("soc", "IT", "Nobody of ours")), plan, [RACI]
    ).parties
    assert [match.sure for match in result] == [SOC, IT, None]
    assert [
        (suggestion.how, suggestion.score)
        for match in result[:2]
        for suggestion in match.suggestions
    ] == [
        *(("name", 1.0), ("name", 1.0)),
    ]


def test_letters_of_the_same_meaning_are_sure_and_own_letters_are_asked_about() -> None:
    plan = small_plan()
    (same,) = propose(sheet(("", "x")), plan, [RACI]).letters
    assert (same.letter, same.to, same.is_sure) == ("R", "R", True)
    custom = sheet(
        ("", "x"),
        parties=("soc", "it"),
        letters=("◎", "△"),
        meanings={"◎": Meaning("実行責任", "performs"), "△": Meaning("？", "")},
    )
    result = propose(custom, plan, [RACI]).letters
    assert [(each.letter, each.to, each.is_sure) for each in result] == [
        ("◎", "R", False),
        ("△", None, False),
    ]


def test_a_code_before_a_name_is_suggested_beside_what_the_name_is() -> None:
    (match,) = propose(sheet(("", "Ａ-1：Role A-2")), small_plan(), [RACI]).tasks
    assert match.sure == A2
    assert [(each.id, each.how) for each in match.suggestions] == [(A2, "name"), (A1, "code")]
    (match,) = propose(sheet(("", "A-1) Something else wholly")), small_plan(), [RACI]).tasks
    assert (match.sure, match.suggestions[0].id, match.suggestions[0].how) == (None, A1, "code")
    assert match.suggestions[0].score < 0.6
    (match,) = propose(sheet(("", "A-12 Something else wholly")), small_plan(), [RACI]).tasks
    assert "code" not in {each.how for each in match.suggestions}


def test_a_code_in_its_column_and_before_the_name_may_be_two_roles() -> None:
    (match,) = propose(sheet(("(A-3)", "A-1 Something else wholly")), small_plan(), [RACI]).tasks
    assert [each.id for each in match.suggestions if each.how == "code"] == [A3, A1]
    (match,) = propose(sheet(("a-1.", "A-1 Role A-1")), small_plan(), [RACI]).tasks
    assert [(each.id, each.how) for each in match.suggestions] == [(A1, "name")]


def test_a_task_without_a_code_is_suggested_no_role_by_its_code() -> None:
    custom = Role(RoleId("own:x"), "x", "A", LocalText.same("Quite another thing"), Area.I)
    plan = replace(small_plan(), custom_roles=CustomRoles((custom,)))
    (match,) = propose(sheet(("", "Something else wholly")), plan, [RACI]).tasks
    assert "code" not in {each.how for each in match.suggestions}


def test_two_roles_of_one_name_are_both_suggested_and_asked_about() -> None:
    twin = Role(RoleId("own:x"), "x", "A", LocalText.same("Role A-1"), Area.I)
    plan = replace(small_plan(), custom_roles=CustomRoles((twin,)))
    (match,) = propose(sheet(("", "Role A-1")), plan, [RACI]).tasks
    assert match.sure is None
    assert [(each.id, each.how) for each in match.suggestions[:2]] == [
        (A1, "name"),
        (twin.id, "name"),
    ]
    assert len({each.id for each in match.suggestions}) == len(match.suggestions)


def test_a_party_that_is_only_like_one_of_ours_is_asked_about() -> None:
    soc = replace(small_plan().parties[1], name=LocalText.same("Security operations"))
    plan = replace(small_plan(), parties=(*small_plan().parties[:1], soc))
    understood = sheet(("", "x"), parties=("Security operation", "SO"))
    like, initials = propose(understood, plan, [RACI]).parties
    assert like.sure is None
    assert [(each.id, each.how) for each in like.suggestions] == [(SOC, "similar")]
    assert initials.sure == SOC


def test_a_proposal_is_sure_where_everything_of_it_is() -> None:
    plan = small_plan()
    assert propose(sheet(("", "Role A-1")), plan, [RACI]).is_sure
    assert not propose(sheet(("", "Something")), plan, [RACI]).is_sure
    assert not propose(sheet(("", "Role A-1"), parties=("Nobody",)), plan, [RACI]).is_sure
    unknown = sheet(("", "Role A-1"), letters=("◎",), meanings={"◎": Meaning("？", "")})
    assert not propose(unknown, plan, [RACI]).is_sure


def test_a_letter_of_another_set_becomes_the_one_that_means_the_same() -> None:
    daci = replace(sheet(("", "x"), letters=("D",)), letter_sets=("daci",))
    (driver,) = propose(daci, small_plan(), [RACI, DACI]).letters
    assert (driver.to, driver.is_sure) == ("R", False)
    rasci = replace(sheet(("", "x"), letters=("S",)), letter_sets=("rasci", "raci"))
    (supports,) = propose(rasci, small_plan(), [RACI, RASCI]).letters
    assert (supports.to, supports.is_sure) == (None, False)


def test_an_undecided_cell_stays_undecided_and_an_unexplained_letter_is_ours() -> None:
    plan = small_plan()
    understood = sheet(("", "x"), parties=("soc", "it"), letters=("?", "R"))
    bare = replace(understood, letter_sets=())
    undecided, same = propose(bare, plan, [RACI]).letters
    assert (undecided.to, undecided.is_sure) == ("?", True)
    assert (same.to, same.is_sure) == ("R", False)
    other = sheet(("", "x"), letters=("R",), meanings={"R": Meaning("Reviews", "supports")})
    (letter,) = propose(other, plan, [RACI]).letters
    assert letter.to is None
