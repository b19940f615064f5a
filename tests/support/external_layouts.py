"""Random sheets in the shapes people write responsibility matrices in, each from a known table."""

from dataclasses import dataclass, field
from random import Random

from socplanner.formats.sheets.grid import Block, Grid, Place

PARTIES = {
    "en": (
        "Project Manager", "SOC Analyst", "CISO", "PM", "QA", "IT", "HR", "Legal", "Anna",
        "Bob Lee",
        "Network Team", "Vendor (MSSP)", "CSIRT", "Help Desk", "R&D", "Data Owner", "Dev Lead",
    ),
    "ja": ("情報システム部", "CSIRT", "経営層", "総務課", "外部委託先", "監査室",
        "SOC", "法務部", "各部門", "広報"),
    "de": ("Leiter IT", "Einkauf", "Fachbereich", "Herr Maier", "Betrieb", "Revision", "Vorstand"),
}  # fmt: skip
TASKS = {
    "en": (
        "Define scope", "Collect the logs", "Analyse malware", "Write report", "Notify customers",
        "Approve budget", "Review firewall rules", "Patch servers", "Train staff", "Close incident",
        "Triage alerts", "Keep evidence", "Update the plan", "Report to authorities", "UAT",
        "Sign-off", "Run exercises and note what was learned", "Testing", "Go live",
    ),
    "ja": (
        "ログ収集", "インシデント受付", "マルウェア解析", "報告書作成", "脆弱性診断",
        "パッチ適用", "教育訓練の実施",
        "リアルタイム分析", "関係機関との連携", "対応方針の決定", "証拠保全", "棚卸し",
    ),
    "de": (
        "Anforderungen aufnehmen", "Protokolle sammeln", "Bericht schreiben", "Kunden informieren",
        "Systeme härten", "Vorfall schließen", "Budget freigeben", "Schulung", "Übung durchführen",
    ),
}  # fmt: skip
TASK_HEADS = {
    "en": (
        "Task",
        "Activity",
        "Task / Deliverable",
        "Process step",
        "Activities",
        "",
        "RACI",
        "What",
    ),
    "ja": ("業務", "作業項目", "業務内容", "タスク", ""),
    "de": ("Aufgabe", "Aufgabe / Prozess", "Tätigkeit", ""),
}
GROUPS = {
    "en": ("Preparation", "Detection", "Response", "Phase 2: Build"),
    "ja": ("準備", "検知", "対応", "フェーズ2"),
    "de": ("Vorbereitung", "Betrieb und Wartung", "Nachbereitung"),
}
DEPARTMENTS = {
    "en": ("Operations", "Finance", "Management"),
    "ja": ("情報管理本部", "経営", "グループ会社"),
    "de": ("Technik", "Verwaltung", "Geschäftsführung"),
}
WORDS = {
    "en": {"R": "Responsible", "A": "Accountable", "C": "Consulted", "I": "Informed"},
    "ja": {"R": "実行責任", "A": "説明責任", "C": "協議先", "I": "報告先"},
    "fr": {"R": "Responsable", "A": "Approbateur", "C": "Consulté", "I": "Informé"},
}
MEANINGS = {
    "en": {"R": "Responsible: does it", "A": "Accountable", "C": "Consulted", "I": "Informed"},
    "ja": {"R": "実行責任", "A": "説明責任", "C": "協議先", "I": "報告先"},
    "de": {
        "R": "durchführungsverantwortlich",
        "A": "rechenschaftspflichtig",
        "C": "konsultiert",
        "I": "zu informieren",
    },
}
OWN = (
    {"R": "◎", "A": "☆", "C": "○", "I": "△"},
    {"R": "V", "A": "E", "C": "B", "I": "M"},
    {"R": "主", "A": "承", "C": "協", "I": "報"},
)
ALIKE = {"A": "А", "C": "С", "I": "І"}
EXTRA = (
    ("Status", ("Open", "Done", "In progress")),
    ("Due date", ("2026-01-31", "2026-03-01")),
    ("Comments", ("", "see contract with the provider of 2024", "to be discussed", "")),
    ("Effort", ("3", "5", "12.5")),
    ("Priority", ("H", "M", "L")),
    ("備考", ("", "要確認", "委託契約による")),
    ("期限", ("4月末", "随時")),
    ("Remarks", ("", "", "", "only in summer")),
)

TaskTruth = tuple[str, str, tuple[frozenset[str], ...]]
"""Code, name and letters of a task."""


@dataclass
class Layout:
    """What was drawn: the sheets, the table that is in them, and how it was laid out."""

    grids: list[Grid]
    parties: list[str]
    tasks: list[TaskTruth]
    groups: list[str]
    traits: dict[str, str]
    own: dict[str, str] = field(default_factory=dict)


@dataclass
class Sketch:
    """A sheet being written."""

    top: int = 0
    left: int = 0
    texts: dict[Place, str] = field(default_factory=dict)
    merged: list[Block] = field(default_factory=list)

    def put(self, row: int, column: int, text: str) -> None:
        if text:
            self.texts[Place(self.top + row, self.left + column)] = text

    def text(self, row: int, column: int) -> str:
        """Return what was written there."""
        return self.texts.get(Place(self.top + row, self.left + column), "")

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            block = (self.top + top, self.left + left, self.top + bottom, self.left + right)
            self.merged.append(Block(*block))

    def grid(self, name: str) -> Grid:
        return Grid(name, self.texts, tuple(self.merged))


class Drawing:
    """Draws one layout of a kind; every choice is made by `random` and kept in `traits`."""

    def __init__(self, random: Random, kind: str) -> None:
        """Draw the table; how it is written follows."""
        self.random = random
        self.kind = kind
        self.extras: list[tuple[int, tuple[str, ...]]] = []
        self.phases: list[tuple[int, TaskTruth]] = []
        self.header_row = 0
        self.traits: dict[str, str] = {"kind": kind}
        self.language = self.trait("language", "en en ja de")
        self.sheet = Sketch(random.choice((0, 0, 1, 3)), random.choice((0, 0, 1, 2)))
        self.own: dict[str, str] = {}
        self.none = ""
        self._table()

    def trait(self, name: str, choices: str) -> str:
        self.traits[name] = self.random.choice(choices.split())
        return self.traits[name]

    def _table(self) -> None:
        random, language = self.random, self.language
        pool = PARTIES[language]
        self.parties = random.sample(pool, random.randint(2, min(7, len(pool))))
        pool = TASKS[language]
        names = random.sample(pool, random.randint(3, min(16, len(pool))))
        self.codes = self._codes(len(names))
        self.cells = [self._row() for _ in names]
        for column in range(len(self.parties)):
            if not any(row[column] for row in self.cells):
                self.cells[random.randrange(len(names))][column] = frozenset("C")
        self.names = names
        self.group_of = self._grouped(len(names))

    def _codes(self, number: int) -> list[str]:
        style = self.trait("codes", "none none numbers dotted prefixed")
        made = {
            "numbers": [str(n + 1) for n in range(number)],
            "dotted": [f"{1 + n // 4}.{1 + n % 4}" for n in range(number)],
            "prefixed": [f"T-{n + 1:02}" for n in range(number)],
        }
        return made.get(style, [""] * number)

    def _row(self) -> list[frozenset[str]]:
        random = self.random
        row = [frozenset[str]()] * len(self.parties)
        who = random.sample(range(len(row)), len(row))
        row[who[0]] = frozenset("AR") if random.random() < 0.3 else frozenset("A")
        row[who[1]] = frozenset("R")
        for each in who[2:]:
            row[each] = frozenset(
                random.choice(("", "C", "I", "R", "", "CI" if random.random() < 0.1 else "I"))
            )
        return row

    def _grouped(self, number: int) -> list[str]:
        style = self.trait(
            "groups", "none none rows merged-rows column merged-column sparse-column phase"
        )
        if style == "none" or self.kind in {"across", "pairs"}:
            self.traits["groups"] = "none"
            return [""] * number
        names = GROUPS[self.language]
        size = self.random.randint(2, 5)
        return [names[min(n // size, len(names) - 1)] for n in range(number)]

    def written(self, letters: frozenset[str]) -> str:
        """Return a cell in the style of the sheet."""
        if not letters:
            return self.none
        ordered = [letter for letter in "ARCI" if letter in letters]
        style = self.traits["style"]
        if style.startswith("words"):
            words = WORDS[style.removeprefix("words-")]
            return " / ".join(words[letter] for letter in ordered)
        if style.startswith("own"):
            return "/".join(self.own[letter] for letter in ordered)
        between = {"comma": ", ", "together": "", "blank": " ", "and": " & "}
        joined = between.get(style, "/").join(ordered)
        if style == "small":
            joined = joined.lower()
        elif style == "wide":
            joined = "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else "／" for c in joined)
        elif style == "alike":
            joined = "".join(ALIKE.get(c, c) if self.random.random() < 0.3 else c for c in joined)
        return joined
