"""Random sheets in the shapes of matrices that are found in public, each from a known table.

Where `foreign_layouts` draws tidy forms, these carry what people add to them: two header rows in
either order, sections, remarks, persons, columns and rows that belong to no task.
"""

from dataclasses import dataclass, field
from random import Random

from socplanner.formats.sheets.grid import Grid
from tests.support.external_layouts import Sketch

NAMES = (
    "Project Manager", "Product Owner", "Developers", "QA Team", "Business Analyst", "Sponsor",
    "Security Lead", "Operations", "Vendor", "Legal", "Helpdesk", "CISO", "Data Engineer",
    "IT", "HR", "PM", "QA", "CIO",
)  # fmt: skip
PEOPLE = ("Anna Berg", "Ben Cole", "Cid Dorn", "Dora Egli", "Eva Falk", "Finn Gray", "Gil Hahn",
          "Hana Ito")  # fmt: skip
DEPARTMENTS = ("Head office", "Plant", "Client")
TASKS = (
    "Gather requirements", "Write the charter", "Plan the budget", "Design the network",
    "Review the design", "Build the service", "Test the service", "Train the users",
    "Approve the release", "Deploy", "Hand over", "Watch the alerts", "Write the report",
    "Contain incidents", "Tell the authorities", "Keep the evidence", "Patch the servers",
    "Update the documentation",
)  # fmt: skip
SECTIONS = ("Initiation", "Planning", "Execution", "Closing")
WORDS = {
    "en": {"R": "Responsible", "A": "Accountable", "C": "Consulted", "I": "Informed"},
    "fr": {"R": "Réalisateur", "A": "Approbateur", "C": "Consulté", "I": "Informé"},
    "es": {"R": "Responsable", "A": "Aprobador", "C": "Consultado", "I": "Informado"},
    "pt": {"R": "Responsável", "A": "Aprovador", "C": "Consultado", "I": "Informado"},
    "zh": {"R": "负责", "A": "批准", "C": "咨询", "I": "知会"},
    "ja": {"R": "実施", "A": "承認", "C": "協議", "I": "報告"},
}
SIGNS = {
    "circles": {"R": "○", "A": "◎", "C": "△", "I": "△"},
    "kanji": {"R": "主", "A": "責", "C": "協", "I": "報"},
}
USUAL = {"◎": "A/R", "○": "R", "△": "S", "主": "R", "責": "A", "協": "C", "報": "I"}

Triple = tuple[str, str, str]
"""Task, party, letter."""


@dataclass
class WildLayout:
    """What was drawn: the sheets, what is in them, and how it was laid out."""

    grids: list[Grid]
    triples: set[Triple]
    parties: list[str]
    traits: dict[str, str] = field(default_factory=dict)


def draw_wild(seed: object) -> WildLayout:
    """Return the sheet of `seed`."""
    return _Wild(Random(str(seed))).drawn()


class _Wild:
    """Draws one sheet from the top to the bottom."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.traits: dict[str, str] = {}
        self.sheet = Sketch(random.choice((0, 0, 0, 1, 3)), random.choice((0, 0, 0, 1)))
        self.row = 1
        self.heads = self._trait("heads", "one one one above above-spread below below-spread parts")
        self.style = self._trait(
            "style", "plain plain plain slash comma together lower wide remark person copyright"
            " words-en words-fr words-es words-pt words-zh words-ja circles kanji omitted rasci",
        )  # fmt: skip
        self.sections = self._trait(
            "sections", "none none plain merged numbered capitals bullets header column same"
        )
        if self.heads == "parts" and self.sections == "header":
            self.sections = "plain"  # a header over two rows is not repeated
        self.left = self._trait("left", "task task id wbs id-status priority result")
        self.right = self._trait("right", "none none none notes status effort counts legend")
        self.below = self._trait("below", "none none notes inside total signature legend words")
        self.density = self._trait("density", "full full half one")
        self.parties = random.sample(NAMES, random.randint(3, 7))
        self.tasks = random.sample(TASKS, random.randint(6, 14))
        self.letters = "RACIS" if self.style == "rasci" else "RACI"
        self.triples: set[Triple] = set()

    def _trait(self, name: str, choices: str) -> str:
        self.traits[name] = self.random.choice(choices.split())
        return self.traits[name]

    def drawn(self) -> WildLayout:
        """Write everything and return it."""
        self._titles()
        self.first = {"task": 2, "id-status": 4}.get(self.left, 3)
        self.first += self.sections == "column"
        self._header()
        size = self.random.randint(2, 4)
        last = ""
        for number, task in enumerate(self.tasks):
            section = SECTIONS[min(number // size, len(SECTIONS) - 1)]
            if section != last and (number == 0 or len(self.tasks) - number > 1):
                self._section(section, number // size + 1, is_first=number == 0)
                last = section
            self._task(number, task, section=last)
        self._foot()
        grids = [self.sheet.grid("RACI")]
        if self.random.random() < 0.2:
            cover = Sketch()
            cover.put(1, 1, "Project")
            cover.put(1, 2, "Orion")
            cover.put(2, 1, "Version")
            cover.put(2, 2, "1.4")
            grids.insert(0, cover.grid("Cover"))
        if self._trait("other", "none none register definitions") != "none":
            grids.append(self._other_sheet(self.traits["other"]))
        return WildLayout(grids, self.triples, self.parties, self.traits)

    def _other_sheet(self, kind: str) -> Grid:
        """Return a sheet that is no matrix: who has a stake, or what the letters mean."""
        sheet = Sketch()
        rows: list[tuple[str, ...]]
        if kind == "register":
            rows = [("Stakeholder", "Role", "Interest", "Influence")]
            rows += [(name, "Member", "High", "Low") for name in self.parties]
        else:
            rows = [("Letter", "Meaning")]
            rows += [(letter, f"{word}: who is meant") for letter, word in WORDS["en"].items()]
        for row, texts in enumerate(rows, 1):
            for column, text in enumerate(texts, 1):
                sheet.put(row, column, text)
        return sheet.grid(kind.title())

    def _titles(self) -> None:
        kind = self._trait("titles", "none none title merged meta some")
        if kind in {"title", "merged", "meta"}:
            self.sheet.put(1, 1, "RACI matrix of the Orion project")
            self.row = 2
        if kind == "merged":
            self.sheet.merge(1, 1, 1, 8)
        if kind == "meta":
            for column, text in enumerate(("Project:", "Orion", "Date:", "2026-01-05"), 1):
                self.sheet.put(2, column, text)
            self.row = 4
        if kind == "some":
            self.sheet.put(1, 3, "RACI chart")
            self.row = 2

    def _header(self) -> None:
        groups = [DEPARTMENTS[0 if n < 2 else 1 if n < 5 else 2] for n in range(len(self.parties))]
        if self.heads == "parts":
            self._parts_header()
            return
        if self.heads.startswith("above"):
            self._groups(self.row, groups)
            self.row += 1
        names = self.row
        for number, name in enumerate(self.parties):
            self.sheet.put(names, self.first + number, name)
        if self.heads.startswith("below"):
            self.row += 1
            self._groups(self.row, groups)
        self.header = self.row if not self.heads.startswith("below") else names
        self._left_heads(self.row)
        self._right_heads(self.row)
        self.row += 1

    def _parts_header(self) -> None:
        """Write each name over two columns, production and other, which a row above tells."""
        self.parties = self.parties[:3]
        for number, name in enumerate(self.parties):
            column = self.first + 2 * number
            self.sheet.put(self.row, column, "Production")
            self.sheet.put(self.row, column + 1, "Other")
            self.sheet.put(self.row + 1, column, name)
            self.sheet.merge(self.row + 1, column, self.row + 1, column + 1)
        self.row += 1
        self.parties = [f"{name} ({part})" for name in self.parties
                        for part in ("Production", "Other")]  # fmt: skip
        self.header = self.row
        self._left_heads(self.row)
        self._right_heads(self.row)
        self.row += 1

    def _groups(self, row: int, groups: list[str]) -> None:
        start = 0
        for number, group in enumerate(groups):
            is_last = number + 1 == len(groups) or groups[number + 1] != group
            if number == start:
                self.sheet.put(row, self.first + number, group)
            if is_last and not self.heads.endswith("spread"):
                self.sheet.merge(row, self.first + start, row, self.first + number)
            start = number + 1 if is_last else start

    def _left_heads(self, row: int) -> None:
        heads = {"id": ["ID"], "wbs": ["WBS"], "id-status": ["No.", "Status"],
                 "priority": ["Priority"], "result": ["Deliverable"]}  # fmt: skip
        texts = [
            *heads.get(self.left, []),
            self.random.choice(("Task", "Activity", "Deliverable / Task")),
        ]
        if self.sections == "column":
            texts.insert(0, "Phase")
        if self.sections == "header":
            texts[-1] = SECTIONS[0]
        for column, text in enumerate(texts, 1):
            self.sheet.put(row, column, text)

    def _right_heads(self, row: int) -> None:
        right = self.first + len(self.parties)
        texts = {"notes": ["Remarks"], "status": ["Status"], "effort": ["Effort (h)"],
                 "counts": ["#R", "#A"]}  # fmt: skip
        for number, text in enumerate(texts.get(self.right, [])):
            self.sheet.put(row, right + number, text)

    def _section(self, name: str, number: int, *, is_first: bool) -> None:
        kind, column = self.sections, self.first - 1
        if kind in {"none", "column", "same"}:
            return
        if kind == "header":
            if is_first:
                return
            for place, party in enumerate(self.parties):
                if self.heads != "parts":
                    self.sheet.put(self.row, self.first + place, party)
            self.sheet.put(self.row, column, name)
        else:
            text = {"numbered": f"{number}. {name}", "capitals": name.upper()}.get(kind, name)
            self.sheet.put(self.row, 1 if kind == "merged" else column, text)
            if kind == "merged":
                self.sheet.merge(self.row, 1, self.row, self.first + len(self.parties) - 1)
        self.row += 1

    def _task(self, number: int, task: str, section: str) -> None:
        column = 1
        if self.sections == "column":
            self.sheet.put(self.row, 1, section)
            column = 2
        code = {"id": f"T-{number + 1:02}", "wbs": f"1.{number + 1}",
                "id-status": str(number + 1)}.get(self.left, "")  # fmt: skip
        if self.left == "priority":
            code = self.random.choice(("H", "M", "L", "High"))
        if self.left == "result":
            code = f"{task.rsplit(maxsplit=1)[-1].title()} paper {number + 1}"
        self.sheet.put(self.row, column, code)
        if self.left == "id-status":
            self.sheet.put(self.row, column + 1, self.random.choice(("Open", "Done", "Planned")))
        bullet = "– " if self.sections == "bullets" else ""
        task = f"{bullet}{task}"
        self.sheet.put(self.row, self.first - 1, task)
        for place, letters in enumerate(self._row_of_letters()):
            self.sheet.put(self.row, self.first + place, self._written(letters))
            self.triples |= {(task, self.parties[place], self._meant(each)) for each in letters}
        self._right_cells(number)
        self.row += 1

    def _row_of_letters(self) -> list[str]:
        random, size = self.random, len(self.parties)
        if self.density == "one":
            row = [""] * size
            row[random.randrange(size)] = "R"
            return row
        share = 1.0 if self.density == "full" else 0.5
        row = [
            random.choice(self.letters[2:]) if random.random() < share else "" for _ in range(size)
        ]
        row[random.randrange(size)] = "A"
        row[random.randrange(size)] = (
            "R" if self.style == "circles" else random.choice(("R", "R", "AR"))
        )
        return row

    def _written(self, letters: str) -> str:
        random, style = self.random, self.style
        if not letters:
            return "O" if style == "omitted" and random.random() < 0.7 else ""
        if style.startswith("words"):
            return " / ".join(WORDS[style.removeprefix("words-")][each] for each in letters)
        if style in SIGNS:
            return "/".join(SIGNS[style][each] for each in letters)
        joined = {"slash": "/", "comma": ", ", "together": ""}.get(style, "/").join(letters)
        changed = {
            "lower": joined.lower(),
            "wide": "".join(chr(ord(each) + 0xFEE0) for each in joined),
            "remark": f"{joined} ({random.choice(('if needed', 'Config', 'nights only'))})",
            "person": f"{joined}: {random.choice(PEOPLE)}",
            "copyright": joined.replace("C", "©").replace("R", "®"),
        }
        is_always = style in {"lower", "wide"}
        return changed.get(style, joined) if is_always or random.random() < 0.5 else joined

    def _meant(self, letter: str) -> str:
        """Return what is read of a letter once it is answered."""
        if self.style in SIGNS:
            return USUAL[SIGNS[self.style][letter]]
        return letter

    def _right_cells(self, number: int) -> None:
        right, row = self.first + len(self.parties), self.row
        if self.right == "notes" and self.random.random() < 0.4:
            self.sheet.put(row, right, "see the contract of 2024")
        if self.right == "status":
            self.sheet.put(row, right, self.random.choice(("Open", "Done")))
        if self.right == "effort":
            self.sheet.put(row, right, str(self.random.randint(1, 40)))
        if self.right == "counts":
            self.sheet.put(row, right, str(self.random.randint(0, 3)))
            self.sheet.put(row, right + 1, "1")
        if self.right == "legend" and number < 4 and self.style in {"plain", "slash", "comma"}:
            letter = "RACI"[number]
            self.sheet.put(row, right + 1, letter)
            self.sheet.put(row, right + 2, f"{WORDS['en'][letter]} - the one who is meant")

    def _foot(self) -> None:
        row, first = self.row, self.first
        if self.below == "notes":
            self.sheet.put(row + 1, 1, "Note: to be reviewed every year")
        if self.below == "inside":
            self.sheet.put(row, first, "* only in office hours")
            self.sheet.put(row + 1, first, "Note 2: with the vendor")
        if self.below == "total":
            self.sheet.put(row, 1, "Total")
            for place in range(len(self.parties)):
                self.sheet.put(row, first + place, str(self.random.randint(0, 9)))
        if self.below == "signature":
            self.sheet.put(row + 1, 1, "Prepared by")
            self.sheet.put(row + 1, first, "Approved by")
            self.sheet.put(row + 2, 1, "Tanaka")
            self.sheet.put(row + 2, first, "Sato")
        if self.below == "legend" and self.style in {"plain", "slash", "comma", "lower"}:
            for number, letter in enumerate("RACI"):
                self.sheet.put(row + 1 + number, 1, letter)
                self.sheet.put(row + 1 + number, 2, f"{WORDS['en'][letter]}: who is meant")
        if self.below == "words":
            self.sheet.put(
                row + 2, 1, "R = Responsible, A = Accountable, C = Consulted, I = Informed"
            )
