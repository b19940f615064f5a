"""The program installed for one user: installed, upgraded, used, running, removed."""

import json
import time
from collections.abc import Callable
from pathlib import Path

from tools.windows.payload import UNINSTALLER
from tools.wine_check.fixture import (
    CLASSES,
    OFFSCREEN,
    PAINTED,
    UNINSTALL_KEY,
    Claim,
    Fixture,
    names_in,
)

IN_USE = 32
_TIMEOUT = 60
_SMALLEST_BOOK = 10_000


def check(fixture: Fixture, claim: Claim) -> None:
    """Check an upgrade from an older version to a removal that leaves nothing."""
    folder = fixture.wine.local / "Programs" / "socplanner"
    before = fixture.everything()
    _install_old(fixture, claim, folder)
    settings = _add_user_files(fixture, folder)
    before_upgrade = settings.read_bytes()
    code = fixture.install(fixture.setup)
    claim("the newer version installs over the older, silently", code == 0)
    claim("settings are kept", settings.read_bytes() == before_upgrade)
    expected = fixture.installed_files() | {"notes.txt"}
    claim("files of the older version alone are removed, a user's file is kept",
          names_in(folder) == expected)  # fmt: skip
    _registered(fixture, claim, folder)
    _associated(fixture, claim, folder)
    _used(fixture, claim, folder, settings)
    _running(fixture, claim, folder, settings)
    quiet = fixture.values(UNINSTALL_KEY).get("QuietUninstallString", "")
    remove(fixture, quiet, folder / UNINSTALLER)
    claim("a user's file in its folder stays", names_in(folder) == {"notes.txt"})
    documents = fixture.wine.drive / "users" / "計画 太郎" / "書類"
    claim("plans and workbooks stay", names_in(documents) == {"計画.socplan", "計画.xlsx"})
    claim("settings stay", last_plan(settings) != "")
    (folder / "notes.txt").unlink()
    folder.rmdir()
    _left_nothing(fixture, claim, before)


def remove(fixture: Fixture, command: str, uninstaller: Path) -> None:
    """Run the uninstall `command` of the registry, and wait for the copy that does the work."""
    program, _, arguments = command[1:].partition('"')
    fixture.wine.run(program, *arguments.split())
    _wait_for(lambda: not uninstaller.exists())
    time.sleep(1)


def _wait_for(is_done: Callable[[], bool]) -> None:
    until = time.monotonic() + _TIMEOUT
    while not is_done() and time.monotonic() < until:
        time.sleep(0.5)


def _install_old(fixture: Fixture, claim: Claim, folder: Path) -> None:
    claim("an older version installs silently, in Japanese",
          fixture.install(fixture.old_setup, "/LANG=ja") == 0)  # fmt: skip
    claim("into a folder below a Japanese name", (folder / "_internal" / "of-old.txt").exists())
    claim(
        "and is registered as it is", fixture.values(UNINSTALL_KEY).get("DisplayVersion") == "0.0.9"
    )


def _add_user_files(fixture: Fixture, folder: Path) -> Path:
    """Put a file of the user's into the folder, and settings where they are kept."""
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    settings = fixture.wine.local / "socplanner" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"language": "ja", "theme": "dark"}', encoding="utf-8")
    return settings


def _registered(fixture: Fixture, claim: Claim, folder: Path) -> None:
    values = fixture.values(UNINSTALL_KEY)
    claim("the list of programs shows version and publisher",
          (values.get("DisplayVersion"), values.get("Publisher"))
          == (fixture.version, "The socplanner authors"))  # fmt: skip
    size = int(values.get("EstimatedSize", "dword:0").removeprefix("dword:"), 16)
    real = sum(each.stat().st_size for each in fixture.tree.rglob("*") if each.is_file())
    claim("and the size", abs(size - real // 1024) <= 1)
    claim("and how to remove it, silently too",
          values.get("UninstallString") == f'"{fixture.wine.name(folder / UNINSTALLER)}"'
          and values.get("QuietUninstallString", "").endswith('" /S'))  # fmt: skip
    menu = list((fixture.wine.drive / "users").rglob("Programs/socplanner.lnk"))
    claim("the Start menu has it", len(menu) == 1)


def _associated(fixture: Fixture, claim: Claim, folder: Path) -> None:
    kind = fixture.values(rf"{CLASSES}\.socplan").get("@", "")
    claim(".socplan is associated", kind == "socplanner.plan")
    command = fixture.values(rf"{CLASSES}\{kind}\shell\open\command").get("@", "")
    claim("and opens with the installed program",
          command == f'"{fixture.wine.name(folder / "socplanner.exe")}" "%1"')  # fmt: skip
    icon = fixture.values(rf"{CLASSES}\{kind}\DefaultIcon").get("@", "C:\\")
    claim("and has an icon that exists", fixture.wine.place(icon).is_file())
    claim("and has a name in the language chosen at first",
          fixture.values(rf"{CLASSES}\{kind}").get("@") == "socplanner の計画")  # fmt: skip
    for extension in (".yaml", ".yml"):
        listed = rf"{CLASSES}\{extension}"
        keys = fixture.wine.registry(rf"HKCU\{listed}")
        is_listed = any(key.endswith(r"OpenWithList\socplanner.exe") for key in keys)
        claim(f"{extension} offers it under “Open with”", is_listed)
        claim(f"{extension} is not claimed", "@" not in fixture.values(listed))


def _used(fixture: Fixture, claim: Claim, folder: Path, settings: Path) -> None:
    wine = fixture.wine
    terminal, program = (
        wine.name(folder / f"{each}.exe") for each in ("socplanner-cli", "socplanner")
    )
    tested = wine.run(terminal, "--self-test")
    claim("the installed program passes its self-test, from the terminal",
          tested.returncode == 0 and b"self-test: ok" in tested.stdout)  # fmt: skip
    claim("and as a windowed program", wine.run(program, "--self-test").returncode == 0)
    documents = wine.drive / "users" / "計画 太郎" / "書類"
    documents.mkdir()
    plan, book = documents / "計画.socplan", documents / "計画.xlsx"
    created = wine.run(terminal, "new", wine.name(plan), "--organisation", "髙橋商事")
    claim("the terminal creates a plan with a Japanese name",
          created.returncode == 0 and "髙橋商事" in plan.read_text(encoding="utf-8"))  # fmt: skip
    checked = wine.run(terminal, "check", wine.name(plan))
    claim("and checks it, through a pipe", checked.returncode in {0, 1} and checked.stdout)
    exported = wine.run(terminal, "export", wine.name(plan), wine.name(book))
    claim("and exports it", exported.returncode == 0 and book.stat().st_size > _SMALLEST_BOOK)
    command = fixture.values(rf"{CLASSES}\socplanner.plan\shell\open\command").get("@", "")
    opening, _, argument = command[1:].partition('"')
    wine.run(opening, argument.strip(' "').replace("%1", wine.name(plan)), environment=PAINTED)
    claim("the registered command opens the plan", last_plan(settings) == wine.name(plan))


def last_plan(settings: Path) -> str:
    """Return the plan that was opened last according to `settings`."""
    if not settings.exists():
        return ""
    return str(json.loads(settings.read_text(encoding="utf-8")).get("last_plan", ""))


def _running(fixture: Fixture, claim: Claim, folder: Path, settings: Path) -> None:
    before = names_in(folder)
    settings.unlink()
    plan = next((fixture.wine.drive / "users").rglob("計画.socplan"))
    running = fixture.wine.start(
        fixture.wine.name(folder / "socplanner.exe"), fixture.wine.name(plan), environment=OFFSCREEN
    )
    _wait_for(lambda: last_plan(settings) == fixture.wine.name(plan))
    claim("the setup program refuses while it runs", fixture.install(fixture.setup) == IN_USE)
    fixture.wine.run(fixture.wine.name(folder / UNINSTALLER), "/S")
    time.sleep(3)
    claim("so does the uninstaller; no file is missing",
          names_in(folder) == before and running.poll() is None)  # fmt: skip
    running.kill()
    running.wait()


def _left_nothing(fixture: Fixture, claim: Claim, before: tuple[object, set[str]]) -> None:
    keys, files = fixture.everything()
    claim("the registry is as it was before", keys == before[0])
    home = fixture.wine.drive / "users" / "計画 太郎"
    users_own = (str(home / "書類"), str(fixture.wine.local / "socplanner"))
    left = {each for each in files - before[1] if not each.startswith(users_own)}
    left -= {str(fixture.wine.local / "Programs")}  # as it is on any Windows
    # An uninstaller works from a copy in Temp; Windows removes it at its next start.
    left = {each for each in left if "/Temp/~nsu" not in each}
    claim("no file of the program is left on the disk", left == set())
