"""Sheets that leave one thing open, for what asks about it and what is answered."""

from tests.support.grids import grid

TWICE = grid("Task|Anna|Ben|Anna", "Plan it|A|R|I", "Build it|R|A|")
UNNAMED = grid("Task|Anna||Ben", "Plan it|A|C|R", "Build it|R|I|A", "Ship it|R|C|A")
NAMELESS = grid("No.|Task|Anna|Ben", "1|Plan it|A|R", "2|Build it|R|A", "||R|A")
TEMPLATE = grid(
    "Task|Anna|Ben|[Name]|[Name]", "Plan it|A|R|C|I", "Build it|R|A|I|C", "Sell it|R|A|I|C"
)
PAIRED = grid("Task|R|A|I", "Plan it|Anna|Ben|Cid", "Build it|Anna/Dora|Ben|Cid")
BESIDE = grid(
    "Task|Anna|Ben||Task|Cid|Dora",
    "Plan it|A|R||Ship it|A|R",
    "Build it|R|A||Sell it|R|A",
)
SHIFTED = grid(
    "Task||Anna||||Ben||",
    "|R|A|C|I|R|A|C|I",
    "Plan it|x||||||x|",
    "Build it||x|||x|||",
)
DOUBLE = grid(
    "Role|Task|R|A|C|I",
    "Anna|Plan it||x||",
    "Anna|Build it|x|||",
    "Anna|Plan it|||x|",
    "Ben|Plan it|x|||",
    "Ben|Build it||x||",
)
WHICH = grid(
    "Who|What|R|A|C|I",
    "Anna|Plan it||x||",
    "Anna|Build it|x|||",
    "Ben|Plan it|x|||",
    "Ben|Build it||x||",
)

SIGNS = grid("業務|SOC|総務部|委託先", "監視|◎|○|△", "ログの保管|○|◎|", "報告書の作成|○|△|◎")
