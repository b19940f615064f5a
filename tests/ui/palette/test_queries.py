"""What a planner types, and what must come first: in a Japanese window and in an English one."""

import pytest
from PySide6.QtCore import QObject

from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.ui.palette.plan_search import PlanSearch
from tests.support.palette_parts import best_entries, plan_search, short_name
from tests.support.plans import hybrid_plan

FIRST = (
    # codes: in any width and case, with a hyphen of any kind or none
    ("c1", "C-1"),
    ("C-1", "C-1"),
    ("Ｃ１", "C-1"),
    ("ｃ－１", "C-1"),
    ("Cー1", "C-1"),
    ("c 1", "C-1"),
    ("c‐1", "C-1"),
    ("b-", "B-1"),
    ("Ｂー", "B-1"),
    ("i-", "I-1"),
    ("g-1", "G-1"),
    ("g10", "G-10"),
    ("g1", "G-1"),
    ("ｉ６", "I-6"),
    # names in either language
    ("network forensics", "C-1"),
    ("forensics", "C-1"),
    ("digital forensic", "C-2"),
    ("malware", "C-3"),
    ("evidence", "C-5"),
    ("incident management", "D-2"),
    ("management incident", "D-2"),
    ("remote", "D-4"),
    ("onsite", "D-5"),
    ("on-site", "D-5"),
    ("on site", "D-5"),
    ("targeted", "E-6"),
    ("threat use", "F-4"),
    ("audit", "H-1"),
    ("insider fraud", "H-2"),
    ("awareness", "I-1"),
    ("vendor", "I-5"),
    ("quality", "A-4"),
    ("フォレンジック", "C-1"),
    ("検体", "C-3"),
    ("証拠", "C-5"),
    ("インシデント管理", "D-2"),
    ("オンサイト", "D-5"),
    ("脆弱性診断", "E-4"),
    ("標的型", "E-6"),
    ("脅威情報の活用", "F-4"),
    ("意識啓発", "I-1"),
    ("人材", "I-4"),
    ("品質管理", "A-4"),
    # width, kana, long vowels
    ("ﾌｫﾚﾝｼﾞｯｸ", "C-1"),
    ("ふぉれんじっく", "C-1"),
    ("ねっとわーく", "C-1"),
    ("ネットワク", "C-1"),
    ("ﾃﾞｼﾞﾀﾙ", "C-2"),
    ("いんしでんと", "D-1"),
    ("ＡＵＤＩＴ", "H-1"),
    ("ベンダ", "I-5"),
    ("ベンダー", "I-5"),
    # typing errors
    ("netwrok", "C-1"),
    ("forensisc", "C-1"),
    ("evidnce", "C-5"),
    ("incident mangement", "D-2"),
    ("vulnerability assesment", "E-5"),
    ("awarenes", "I-1"),
    ("awareeness", "I-1"),
    ("デジタルフォレンジク", "C-2"),
    ("証保全", "C-5"),
    ("証処保全", "C-5"),
    ("リモト対処", "D-4"),
    # the code and the name together, and a function
    ("B-1 basic", "B-1"),
    ("b2 リアルタイム", "B-2"),
    ("インシデント対応 分析", "D-3"),
    # parties
    ("ciso", "ciso"),
    ("CSIRT", "csirt"),
    ("法務", "legal"),
    ("legal", "legal"),
    ("legla", "legal"),
    ("MSS", "mss"),
    ("監視サービス", "mss"),
    ("monitoring", "mss"),
    # views and commands
    ("matrix", "matrix"),
    ("mtrix", "matrix"),
    ("責任分担表", "matrix"),
    ("ボード", "board"),
    ("baord", "board"),
    ("undo", "undo"),
    ("元に戻す", "undo"),
    ("export", "export"),
    ("出力", "export"),
    ("expor matix", "export"),
    ("import", "import"),
    ("dark", "dark"),
    ("ダーク", "dark"),
    ("save", "save"),
    ("保存", "save"),
    ("save as", "save-as"),
    ("new plan", "new"),
    ("フェーズ", "phases"),
    ("phases", "phases"),
    ("letter set", "letter-set"),
    ("move to II", "move-II"),
    ("next finding", "next-finding"),
    ("日本語", "ja"),
    ("english", "en"),
    ("shortcuts", "shortcuts"),
)
NOTHING = ("zzqq", "資料請求", "+", "qwertz", "１２３４５")


@pytest.fixture(scope="module", params=LANGUAGES)
def search(request: pytest.FixtureRequest, qapp: QObject) -> PlanSearch:
    """Return the search of a window in each language."""
    language: Language = request.param
    return plan_search(hybrid_plan(), language, QObject(qapp))


@pytest.mark.parametrize(("text", "first"), FIRST)
def test_what_was_meant_comes_first(search: PlanSearch, text: str, first: str) -> None:
    names = [short_name(entry) for entry in best_entries(search, text)]
    assert names[:1] == [first], names


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_found_for_nonsense(search: PlanSearch, text: str) -> None:
    assert [short_name(entry) for entry in best_entries(search, text)] == []
