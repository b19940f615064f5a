"""Words of self-check sheets, in headings and in cells; they are compared flattened."""

import re

from socplanner.formats.external.field_words import CODE_HEADINGS, TASK_HEADINGS, TOTAL_WORDS

WORDS_FOR_ROLE = frozenset({"role", "roles", "役割"})
CODE_WORDS = CODE_HEADINGS | {"code", "コード", "役割コード", "役割番号", "機能コード"}
ROLE_WORDS = TASK_HEADINGS | {
    *("role", "roles", "name", "service", "services"),
    *("役割", "役割名", "役割名称", "項目名", "サービス", "サービス名"),
}
INHOUSE_PARTS = (
    *("in-house", "in house", "inhouse", "insourc"),
    *("自組織", "インソース", "内製", "自社"),
)
OUTSOURCED_PARTS = ("outsourc", "委託", "アウトソース", "外部", "専門組織")
EVIDENCE_PARTS = ("evidence", "根拠", "証跡", "エビデンス", "裏付")
REMARK_PARTS = ("remark", "note", "comment", "備考", "コメント", "メモ", "特記")
OTHER_PARTS = (
    *("target", "to-be", "to be", "aim", "goal", "gap", "weight", "sourcing", "name"),
    *("owner", "party", "description"),
    *("目標", "あるべき", "差", "重み", "実施形態", "名", "担当", "説明"),
)
"""Parts of headings beside the scores, such as what a score is to be."""

TOTALS = TOTAL_WORDS | {"average", "mean", "平均", "平均点"}
POINTS_PATTERN = re.compile(
    r"(?:level|lv\.?|score|レベル|スコア)?\s*([1-5])(?:\.0+)?\s*(?:点|/\s*5)?"
)
UNKNOWN_WORDS = frozenset(
    {"?", "unknown", "not known", "不明", "未確認", "わからない", "分からない"}
)
