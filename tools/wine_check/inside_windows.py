"""Checks made from inside Windows: version information, and saving over a file in use."""

import json

from tools.windows.version_resource import DESCRIPTIONS
from tools.wine_check.fixture import Claim, Fixture
from tools.wine_check.tree import HERE


def check(fixture: Fixture, claim: Claim) -> None:
    """Run the probe inside Windows and check its answers."""
    python = fixture.tree.parents[1] / "python" / "python.exe"
    program = str(fixture.tree / "socplanner.exe")
    probe = fixture.wine.run(
        str(python), str(HERE / "probe_inside_wine.py"), fixture.setup, program
    )
    answers = json.loads(probe.stdout or "{}")
    _versioned(fixture, claim, answers.get(fixture.setup, {}), answers.get(program, {}))
    claim("saving over a file that another program has open is refused and changes nothing",
          answers.get("open") == ["file-in-use", "before", ["plan.socplan"]])  # fmt: skip
    claim("saving over a file that a virus scanner closes in a moment succeeds",
          answers.get("closed soon") == ["", "after", ["plan.socplan"]])  # fmt: skip
    claim(
        "a folder in place of a file is reported as a folder",
        answers.get("folder") == "file-is-folder",
    )
    claim("on a Japanese Windows the program is Japanese", answers.get("languages") == ["en", "ja"])


def _versioned(
    fixture: Fixture, claim: Claim, setup: dict[str, str], program: dict[str, str]
) -> None:
    expected = [fixture.version, "The socplanner authors"]
    for title, strings in (("setup.exe", setup), ("socplanner.exe", program)):
        values = [strings.get(f"0409{field}") for field in ("ProductVersion", "CompanyName")]
        claim(f"{title} shows its version and publisher", values == expected)
    japanese = DESCRIPTIONS[0x0411]
    claim(
        "socplanner.exe has a Japanese description", program.get("0411FileDescription") == japanese
    )
    # NSIS keeps each language apart, and an English Windows gets the English.
    content = fixture.wine.place(fixture.setup).read_bytes()
    claim("setup.exe has a Japanese description", japanese.encode("utf-16-le") in content)
