"""The life of the program of one user: installed, upgraded, used, running, removed."""

import json
import time
from collections.abc import Callable
from pathlib import Path

from tools.windows.payload import UNINSTALLER
from tools.wine_check.fixture import CLASSES, OFFSCREEN, PAINTED, REMOVING, Claim, Stage, names_in

IN_USE = 32
_PATIENCE = 60
_SMALLEST_BOOK = 10_000


def check(stage: Stage, claim: Claim) -> None:
    """Go through it, with an older version before and nothing of ours after."""
    folder = stage.wine.local / "Programs" / "socplanner"
    before = stage.everything()
    _install_old(stage, claim, folder)
    settings = _make_ones_own(stage, folder)
    kept = settings.read_bytes()
    code = stage.install(stage.setup)
    claim("the newer version installs over the older, silently", code == 0)
    claim("settings are kept", settings.read_bytes() == kept)
    wanted = stage.installed_files() | {"notes.txt"}
    claim("what the older had and the newer has not is gone, a user's file is not",
          names_in(folder) == wanted)  # fmt: skip
    _registered(stage, claim, folder)
    _associated(stage, claim, folder)
    _used(stage, claim, folder, settings)
    _running(stage, claim, folder, settings)
    quiet = stage.values(REMOVING).get("QuietUninstallString", "")
    remove(stage, quiet, folder / UNINSTALLER)
    claim("a user's file in its folder stays", names_in(folder) == {"notes.txt"})
    documents = stage.wine.drive / "users" / "計画 太郎" / "書類"
    claim("plans and workbooks stay", names_in(documents) == {"計画.socplan", "計画.xlsx"})
    claim("settings stay", last_plan(settings) != "")
    (folder / "notes.txt").unlink()
    folder.rmdir()
    _left_nothing(stage, claim, before)


def remove(stage: Stage, command: str, uninstaller: Path) -> None:
    """Run the `command` of the registry, and wait for the copy that does the work."""
    program, _, arguments = command[1:].partition('"')
    stage.wine.run(program, *arguments.split())
    _wait_for(lambda: not uninstaller.exists())
    time.sleep(1)


def _wait_for(has_come: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE
    while not has_come() and time.monotonic() < until:
        time.sleep(0.5)


def _install_old(stage: Stage, claim: Claim, folder: Path) -> None:
    claim("an older version installs silently, in Japanese",
          stage.install(stage.old_setup, "/LANG=ja") == 0)  # fmt: skip
    claim("into a folder below a Japanese name", (folder / "_internal" / "of-old.txt").exists())
    claim("and is registered as it is", stage.values(REMOVING).get("DisplayVersion") == "0.0.9")


def _make_ones_own(stage: Stage, folder: Path) -> Path:
    """Put a file of the user's into the folder, and settings where they are kept."""
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    settings = stage.wine.local / "socplanner" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"language": "ja", "theme": "dark"}', encoding="utf-8")
    return settings


def _registered(stage: Stage, claim: Claim, folder: Path) -> None:
    said = stage.values(REMOVING)
    claim("the list of programs says version and publisher",
          (said.get("DisplayVersion"), said.get("Publisher"))
          == (stage.version, "The socplanner authors"))  # fmt: skip
    size = int(said.get("EstimatedSize", "dword:0").removeprefix("dword:"), 16)
    real = sum(each.stat().st_size for each in stage.tree.rglob("*") if each.is_file())
    claim("and the size", abs(size - real // 1024) <= 1)
    claim("and how to remove it, silently too",
          said.get("UninstallString") == f'"{stage.wine.name(folder / UNINSTALLER)}"'
          and said.get("QuietUninstallString", "").endswith('" /S'))  # fmt: skip
    menu = list((stage.wine.drive / "users").rglob("Programs/socplanner.lnk"))
    claim("the Start menu has it", len(menu) == 1)


def _associated(stage: Stage, claim: Claim, folder: Path) -> None:
    kind = stage.values(rf"{CLASSES}\.socplan").get("@", "")
    claim(".socplan is ours", kind == "socplanner.plan")
    command = stage.values(rf"{CLASSES}\{kind}\shell\open\command").get("@", "")
    claim("and opens with the installed program",
          command == f'"{stage.wine.name(folder / "socplanner.exe")}" "%1"')  # fmt: skip
    icon = stage.values(rf"{CLASSES}\{kind}\DefaultIcon").get("@", "C:\\")
    claim("and has an icon that is there", stage.wine.place(icon).is_file())
    claim("and is named in the language chosen once",
          stage.values(rf"{CLASSES}\{kind}").get("@") == "socplanner の計画")  # fmt: skip
    for extension in (".yaml", ".yml"):
        listed = rf"{CLASSES}\{extension}"
        keys = stage.wine.registry(rf"HKCU\{listed}")
        is_offered = any(key.endswith(r"OpenWithList\socplanner.exe") for key in keys)
        claim(f"{extension} offers it under “Open with”", is_offered)
        claim(f"{extension} is not taken over", "@" not in stage.values(listed))


def _used(stage: Stage, claim: Claim, folder: Path, settings: Path) -> None:
    wine = stage.wine
    terminal, program = (
        wine.name(folder / f"{each}.exe") for each in ("socplanner-cli", "socplanner")
    )
    tested = wine.run(terminal, "--self-test")
    claim("the installed program tests itself, from the terminal",
          tested.returncode == 0 and b"self-test: ok" in tested.stdout)  # fmt: skip
    claim("and as a windowed one", wine.run(program, "--self-test").returncode == 0)
    documents = wine.drive / "users" / "計画 太郎" / "書類"
    documents.mkdir()
    plan, book = documents / "計画.socplan", documents / "計画.xlsx"
    made = wine.run(terminal, "new", wine.name(plan), "--organisation", "髙橋商事")
    claim("the terminal makes a plan with a Japanese name",
          made.returncode == 0 and "髙橋商事" in plan.read_text(encoding="utf-8"))  # fmt: skip
    checked = wine.run(terminal, "check", wine.name(plan))
    claim("and checks it, through a pipe", checked.returncode in {0, 1} and checked.stdout)
    exported = wine.run(terminal, "export", wine.name(plan), wine.name(book))
    claim("and exports it", exported.returncode == 0 and book.stat().st_size > _SMALLEST_BOOK)
    command = stage.values(rf"{CLASSES}\socplanner.plan\shell\open\command").get("@", "")
    opening, _, argument = command[1:].partition('"')
    wine.run(opening, argument.strip(' "').replace("%1", wine.name(plan)), environment=PAINTED)
    claim("the registered command opens the plan", last_plan(settings) == wine.name(plan))


def last_plan(settings: Path) -> str:
    """Return the plan that was opened last, by `settings`."""
    if not settings.exists():
        return ""
    return str(json.loads(settings.read_text(encoding="utf-8")).get("last_plan", ""))


def _running(stage: Stage, claim: Claim, folder: Path, settings: Path) -> None:
    before = names_in(folder)
    settings.unlink()
    plan = next((stage.wine.drive / "users").rglob("計画.socplan"))
    running = stage.wine.start(
        stage.wine.name(folder / "socplanner.exe"), stage.wine.name(plan), environment=OFFSCREEN
    )
    _wait_for(lambda: last_plan(settings) == stage.wine.name(plan))
    claim("the setup program refuses while it runs", stage.install(stage.setup) == IN_USE)
    stage.wine.run(stage.wine.name(folder / UNINSTALLER), "/S")
    time.sleep(3)
    claim("so does the uninstaller; not a file is missing",
          names_in(folder) == before and running.poll() is None)  # fmt: skip
    running.kill()
    running.wait()


def _left_nothing(stage: Stage, claim: Claim, before: tuple[object, set[str]]) -> None:
    keys, files = stage.everything()
    claim("the registry is as it was before", keys == before[0])
    home = stage.wine.drive / "users" / "計画 太郎"
    mine = (str(home / "書類"), str(stage.wine.local / "socplanner"))
    left = {each for each in files - before[1] if not each.startswith(mine)}
    left -= {str(stage.wine.local / "Programs")}  # as it is on any Windows
    # An uninstaller works from a copy in Temp; Windows clears it away at its next start.
    left = {each for each in left if "/Temp/~nsu" not in each}
    claim("nothing of ours is left on the disk", left == set())
