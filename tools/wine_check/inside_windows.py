"""What is asked from inside Windows: version information, and saving over a file in use."""

import json

from tools.wine_check.stage import Claim, Stage
from tools.wine_check.tree import HERE


def check(stage: Stage, claim: Claim) -> None:
    """Run the script that asks, and judge its answers."""
    python = stage.tree.parents[1] / "python" / "python.exe"
    program = str(stage.tree / "socplanner.exe")
    asked = stage.wine.run(str(python), str(HERE / "asked_inside.py"), stage.setup, program)
    answers = json.loads(asked.stdout or "{}")
    for name in (stage.setup, program):
        said = answers.get(name, {})
        title = "setup.exe" if name == stage.setup else "socplanner.exe"
        claim(f"{title} says version, product and maker in both languages",
              said.get("0409ProductVersion") == said.get("0411ProductVersion") == stage.version
              and said.get("0411FileDescription") == "セキュリティ対応組織の計画"
              and said.get("0409CompanyName") == "The socplanner authors")  # fmt: skip
    claim("saving over a file another program holds is refused, and leaves all as it was",
          answers.get("held") == ["file-in-use", "before", ["plan.socplan"]])  # fmt: skip
    claim("saving over a file a virus scanner lets go of in a moment succeeds",
          answers.get("let go") == ["", "after", ["plan.socplan"]])  # fmt: skip
    claim("a folder in place of a file is named as one", answers.get("folder") == "file-is-folder")
    claim("a Japanese Windows is spoken to in Japanese", answers.get("languages") == ["en", "ja"])
