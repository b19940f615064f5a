"""Recognising names of things and people, where a role should be named after something done.

Only the last word of the name counts, and only words that are certain enough for a finding.
"""

from socplanner.domain.local_text import LocalText

_ENGLISH = tuple(
    f" {word}"
    for word in (
        *("committee", "department", "device", "devices", "document", "documents", "firewall"),
        *("group", "list", "log", "logs", "manual", "network", "office", "platform", "policies"),
        *("policy", "procedure", "procedures", "report", "reports", "rules", "server", "servers"),
        *("system", "systems", "team", "teams", "template", "tool", "tools"),
    )
)
_JAPANESE = (
    *(
        "システム",
        "ツール",
        "サーバ",
        "サーバー",
        "ネットワーク",
        "ファイアウォール",
        "装置",
        "機器",
    ),
    *("端末", "文書", "資料", "報告書", "手順書", "マニュアル", "台帳", "一覧", "一覧表", "規程"),
    *("規定", "ポリシー", "ログ", "チーム", "グループ", "部門", "部署", "委員会", "事務局"),
    *("テンプレート", "基盤"),
)


def looks_like_a_thing(name: LocalText) -> bool:
    """Return whether `name` ends, in either language, in a word for a thing or for people."""
    in_english = " " + name.en.lower().strip().rstrip(".!")
    return in_english.endswith(_ENGLISH) or name.ja.strip().endswith(_JAPANESE)
