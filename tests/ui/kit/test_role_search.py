"""The search for roles of board and matrix: texts are compared as the palette does."""

import pytest

from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.ui.kit.role_search import RoleSearch
from tests.support.plans import hybrid_plan


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return the sample plan."""
    return hybrid_plan()


def codes(plan: Plan, text: str, language: str = "ja") -> list[str]:
    """Return the codes of the roles that match `text` by their names."""
    search = RoleSearch(text, plan, words_for("ja" if language == "ja" else "en"))
    return [role.code for role in plan.roles() if search.finds(role, {})]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("c-1", ["C-1"]),
        ("c1", ["C-1"]),
        ("Ｃ１", ["C-1"]),
        ("フォレンジック", ["C-1", "C-2"]),
        ("ﾌｫﾚﾝｼﾞｯｸ", ["C-1", "C-2"]),
        ("ふぉれんじっく", ["C-1", "C-2"]),
        ("ベンダ", ["I-5"]),
        ("b-", ["B-1", "B-2", "B-3", "B-4", "B-5"]),
        ("Ｂー", ["B-1", "B-2", "B-3", "B-4", "B-5"]),
        ("Real-", []),
        ("フォレンシック", []),
    ],
)
def test_width_case_kana_and_hyphens_do_not_count(plan: Plan, text: str, result: list[str]) -> None:
    assert codes(plan, text) == result


def test_a_party_matches_by_its_name_and_its_initials(plan: Plan) -> None:
    for text in ("監視サービス", "ＭＳＳ", "mss"):
        words = words_for("en" if text.isascii() or text == "ＭＳＳ" else "ja")
        assert RoleSearch(text, plan, words).parties == {"mss"}


def test_a_name_is_found_at_each_letter_of_it(plan: Plan) -> None:
    for length in range(1, len("On-site response")):
        assert "D-5" in codes(plan, "On-site response"[:length], "en")


def test_an_empty_text_matches_every_role(plan: Plan) -> None:
    assert len(codes(plan, "  ")) == 54
    assert RoleSearch(" ー ", plan, words_for("ja")).is_empty
