"""The other ways to install: elsewhere, moved, too deep, for all users."""

import time

from tools.windows.payload import UNINSTALLER
from tools.wine_check.check_per_user import last_plan, remove
from tools.wine_check.fixture import CLASSES, PAINTED, REMOVING, Claim, Stage, names_in

TOO_LONG = 206
NOT_ELEVATED = 740 % 256
"""Wine tells the last eight bits of an exit code."""

_A_WHILE = 3
_WINDOWS_TAKES = 259


def check(stage: Stage, claim: Claim) -> None:
    """Go through them, each from a clean start to a clean end."""
    before = stage.everything()
    _elsewhere(stage, claim)
    _too_deep(stage, claim)
    _for_all(stage, claim)
    claim("the registry is as it was before", stage.everything()[0] == before[0])


def _elsewhere(stage: Stage, claim: Claim) -> None:
    wine = stage.wine
    first = wine.drive / "道具 箱" / "socplanner"
    longest = max(len(name) for name in names_in(stage.tree)) + 1
    room = _WINDOWS_TAKES - longest - len(wine.name(wine.drive / "深い"))
    second = wine.drive / "深い" / ("長" + "g" * (room - 2))
    # NSIS takes what follows /D= as it stands, blanks too, and knows no quotes.
    code = stage.install(stage.old_setup, *f"/D={wine.name(first)}".split(" "))
    claim("/D= puts it where it says", code == 0 and (first / "socplanner.exe").exists())
    code = stage.install(stage.setup, f"/D={wine.name(second)}")
    moved = names_in(second) == stage.installed_files() and not first.exists()
    claim(
        f"installed elsewhere, paths of {_WINDOWS_TAKES} characters, it moves", not code and moved
    )
    tested = wine.run(wine.name(second / "socplanner-cli.exe"), "--self-test")
    claim("and tests itself there", tested.returncode == 0 and b"ok" in tested.stdout)
    remove(stage, stage.values(REMOVING).get("QuietUninstallString", ""), second / UNINSTALLER)
    claim("and is removed from there", not second.exists())


def _too_deep(stage: Stage, claim: Claim) -> None:
    deep = stage.wine.drive / ("d" * 120) / ("e" * 120)
    refused = stage.wine.run(stage.setup, "/S", f"/D={stage.wine.name(deep)}")
    claim("a folder too deep for Windows is refused in words",
          refused.returncode == TOO_LONG and b"too long" in refused.stderr)  # fmt: skip
    claim("and nothing is laid down", not deep.parent.exists())


def _opened(stage: Stage, claim: Claim) -> None:
    """Open a plan by its type alone; Wine 8 knows only the types of the machine for that."""
    wine = stage.wine
    plan = next((wine.drive / "users").rglob("計画.socplan"))
    settings = wine.local / "socplanner" / "settings.json"
    settings.unlink(missing_ok=True)
    wine.run("start", "/wait", wine.name(plan), environment=PAINTED)
    claim("a plan opens by its type alone, as by a double-click",
          last_plan(settings) == wine.name(plan))  # fmt: skip


def _for_all(stage: Stage, claim: Claim) -> None:
    folder = stage.wine.drive / "Program Files" / "socplanner"
    for language, words in (("en", "needs the rights of an administrator"), ("ja", "/ALLUSERS")):
        refused = stage.wine.run_unelevated(stage.setup, "/S", "/ALLUSERS", f"/LANG={language}")
        claim(f"/ALLUSERS without an administrator's rights is refused in words ({language})",
              refused.returncode == NOT_ELEVATED and words.encode() in refused.stderr
              and not folder.exists())  # fmt: skip
    claim("/ALLUSERS installs for all", stage.install(stage.setup, "/ALLUSERS") == 0
          and names_in(folder) == stage.installed_files())  # fmt: skip
    claim("registered for the machine and not for the user",
          stage.values(REMOVING, "HKLM").get("DisplayVersion") == stage.version
          and stage.values(rf"{CLASSES}\.socplan", "HKLM").get("@") == "socplanner.plan"
          and not stage.values(REMOVING)
          and not stage.values(rf"{CLASSES}\.socplan"))  # fmt: skip
    menu = list((stage.wine.drive / "ProgramData").rglob("Programs/socplanner.lnk"))
    claim("the Start menu of all has it", len(menu) == 1)
    _opened(stage, claim)
    uninstaller = stage.wine.name(folder / UNINSTALLER)
    stage.wine.run_unelevated(uninstaller, "/S")
    time.sleep(_A_WHILE)
    claim("without an administrator's rights it is not removed",
          names_in(folder) == stage.installed_files())  # fmt: skip
    quiet = stage.values(REMOVING, "HKLM").get("QuietUninstallString", "")
    remove(stage, quiet, folder / UNINSTALLER)
    claim("and is removed for all", not folder.exists()
          and not stage.values(REMOVING, "HKLM"))  # fmt: skip
