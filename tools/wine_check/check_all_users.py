"""The other kinds of installation: in another folder, moved, too deep, for all users."""

import time

from tools.windows.payload import UNINSTALLER
from tools.wine_check.check_per_user import last_plan, remove
from tools.wine_check.fixture import CLASSES, PAINTED, UNINSTALL_KEY, Claim, Fixture, names_in

TOO_LONG = 206
NOT_ELEVATED = 740 % 256
"""Wine returns the last eight bits of an exit code."""

_SECONDS_TO_REMOVE = 3
_MAX_PATH = 259


def check(fixture: Fixture, claim: Claim) -> None:
    """Check each from a clean start to a clean end."""
    before = fixture.everything()
    _other_folder(fixture, claim)
    _too_deep(fixture, claim)
    _for_all_users(fixture, claim)
    claim("the registry is as it was before", fixture.everything()[0] == before[0])


def _other_folder(fixture: Fixture, claim: Claim) -> None:
    wine = fixture.wine
    first = wine.drive / "道具 箱" / "socplanner"
    longest = max(len(name) for name in names_in(fixture.tree)) + 1
    room = _MAX_PATH - longest - len(wine.name(wine.drive / "深い"))
    second = wine.drive / "深い" / ("長" + "g" * (room - 2))
    # NSIS reads all that follows /D=, blanks too, and knows no quotes.
    code = fixture.install(fixture.old_setup, *f"/D={wine.name(first)}".split(" "))
    claim("/D= installs into its folder", code == 0 and (first / "socplanner.exe").exists())
    code = fixture.install(fixture.setup, f"/D={wine.name(second)}")
    moved = names_in(second) == fixture.installed_files() and not first.exists()
    claim(
        f"installed into another folder, with paths of {_MAX_PATH} characters, it moves",
        not code and moved,
    )
    tested = wine.run(wine.name(second / "socplanner-cli.exe"), "--self-test")
    claim("and passes its self-test there", tested.returncode == 0 and b"ok" in tested.stdout)
    remove(
        fixture, fixture.values(UNINSTALL_KEY).get("QuietUninstallString", ""), second / UNINSTALLER
    )
    claim("and is removed from there", not second.exists())


def _too_deep(fixture: Fixture, claim: Claim) -> None:
    deep = fixture.wine.drive / ("d" * 120) / ("e" * 120)
    refused = fixture.wine.run(fixture.setup, "/S", f"/D={fixture.wine.name(deep)}")
    claim("a folder too deep for Windows is refused with a message",
          refused.returncode == TOO_LONG and b"too long" in refused.stderr)  # fmt: skip
    claim("and no file is installed", not deep.parent.exists())


def _opened(fixture: Fixture, claim: Claim) -> None:
    """Open a plan by its type alone; Wine 8 looks up only the types of the machine for that."""
    wine = fixture.wine
    plan = next((wine.drive / "users").rglob("計画.socplan"))
    settings = wine.local / "socplanner" / "settings.json"
    settings.unlink(missing_ok=True)
    wine.run("start", "/wait", wine.name(plan), environment=PAINTED)
    claim("a plan opens by its type alone, as with a double-click",
          last_plan(settings) == wine.name(plan))  # fmt: skip


def _for_all_users(fixture: Fixture, claim: Claim) -> None:
    folder = fixture.wine.drive / "Program Files" / "socplanner"
    for language, words in (("en", "needs administrator rights"), ("ja", "/ALLUSERS")):
        refused = fixture.wine.run_unelevated(fixture.setup, "/S", "/ALLUSERS", f"/LANG={language}")
        claim(f"/ALLUSERS without administrator rights is refused with a message ({language})",
              refused.returncode == NOT_ELEVATED and words.encode() in refused.stderr
              and not folder.exists())  # fmt: skip
    claim("/ALLUSERS installs for all users", fixture.install(fixture.setup, "/ALLUSERS") == 0
          and names_in(folder) == fixture.installed_files())  # fmt: skip
    claim("registered for the machine and not for the user",
          fixture.values(UNINSTALL_KEY, "HKLM").get("DisplayVersion") == fixture.version
          and fixture.values(rf"{CLASSES}\.socplan", "HKLM").get("@") == "socplanner.plan"
          and not fixture.values(UNINSTALL_KEY)
          and not fixture.values(rf"{CLASSES}\.socplan"))  # fmt: skip
    menu = list((fixture.wine.drive / "ProgramData").rglob("Programs/socplanner.lnk"))
    claim("the Start menu of all users has it", len(menu) == 1)
    _opened(fixture, claim)
    uninstaller = fixture.wine.name(folder / UNINSTALLER)
    fixture.wine.run_unelevated(uninstaller, "/S")
    time.sleep(_SECONDS_TO_REMOVE)
    claim("without administrator rights it is not removed",
          names_in(folder) == fixture.installed_files())  # fmt: skip
    quiet = fixture.values(UNINSTALL_KEY, "HKLM").get("QuietUninstallString", "")
    remove(fixture, quiet, folder / UNINSTALLER)
    claim("and is removed for all users", not folder.exists()
          and not fixture.values(UNINSTALL_KEY, "HKLM"))  # fmt: skip
