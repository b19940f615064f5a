"""What is asked from inside Windows: version information, and saving over a file in use."""

import json

from tools.windows.version_resource import DESCRIPTIONS
from tools.wine_check.fixture import Claim, Stage
from tools.wine_check.tree import HERE


def check(stage: Stage, claim: Claim) -> None:
    """Run the script that asks, and judge its answers."""
    python = stage.tree.parents[1] / "python" / "python.exe"
    program = str(stage.tree / "socplanner.exe")
    asked = stage.wine.run(str(python), str(HERE / "probe_inside_wine.py"), stage.setup, program)
    answers = json.loads(asked.stdout or "{}")
    _versioned(stage, claim, answers.get(stage.setup, {}), answers.get(program, {}))
    claim("saving over a file another program holds is refused, and leaves all as it was",
          answers.get("held") == ["file-in-use", "before", ["plan.socplan"]])  # fmt: skip
    claim("saving over a file a virus scanner lets go of in a moment succeeds",
          answers.get("let go") == ["", "after", ["plan.socplan"]])  # fmt: skip
    claim("a folder in place of a file is named as one", answers.get("folder") == "file-is-folder")
    claim("a Japanese Windows is spoken to in Japanese", answers.get("languages") == ["en", "ja"])


def _versioned(stage: Stage, claim: Claim, setup: dict[str, str], program: dict[str, str]) -> None:
    wanted = [stage.version, "The socplanner authors"]
    for title, said in (("setup.exe", setup), ("socplanner.exe", program)):
        told = [said.get(f"0409{field}") for field in ("ProductVersion", "CompanyName")]
        claim(f"{title} says its version and who made it", told == wanted)
    japanese = DESCRIPTIONS[0x0411]
    claim(
        "socplanner.exe says in Japanese what it is", program.get("0411FileDescription") == japanese
    )
    # NSIS keeps each language apart, and an English Windows gets the English.
    held = stage.wine.place(stage.setup).read_bytes()
    claim("setup.exe says in Japanese what it is", japanese.encode("utf-16-le") in held)
