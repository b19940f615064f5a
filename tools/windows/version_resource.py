"""The version of the program in the formats of Windows: four numbers, and a resource."""

import re
from pathlib import Path

from socplanner import __version__

PUBLISHER = "The socplanner authors"
DESCRIPTIONS = {
    0x0409: "Plan a security-response organisation",
    0x0411: "セキュリティ対応組織の計画",
}
"""The description that the Explorer shows, by the language code of Windows."""

_UNICODE = 1200
_NUMBERS = re.compile(r"(\d+)\.(\d+)(?:\.(\d+))?(?:\.(\d+))?")


def four_numbers(version: str = __version__) -> tuple[int, int, int, int]:
    """Return the numbers of `version`; a suffix after them has no place in Windows."""
    match = _NUMBERS.match(version)
    if match is None:
        raise ValueError(version)
    major, minor, patch, build = (int(number or 0) for number in match.groups())
    return major, minor, patch, build


def dotted(version: str = __version__) -> str:
    """Return the four numbers of `version` as text."""
    return ".".join(map(str, four_numbers(version)))


def copyright_line(root: Path) -> str:
    """Return the copyright line of the licence."""
    lines = (root / "LICENSE").read_text(encoding="utf-8").splitlines()
    return next(line.strip() for line in lines if line.startswith("Copyright"))


def pyinstaller_text(program: str, root: Path) -> str:
    """Return the version resource of `program` in the format of PyInstaller."""
    numbers = four_numbers()
    tables = ",\n        ".join(
        f"StringTable('{language:04X}{_UNICODE:04X}', [{_strings(program, description, root)}])"
        for language, description in DESCRIPTIONS.items()
    )
    translations = [number for language in DESCRIPTIONS for number in (language, _UNICODE)]
    return f"""# Made by tools/windows/version_resource.py.
VSVersionInfo(
    ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,
                      fileType=1, subtype=0, date=(0, 0)),
    kids=[
        StringFileInfo([
        {tables}]),
        VarFileInfo([VarStruct('Translation', {translations})]),
    ],
)
"""


def rc_text(program: str, root: Path) -> str:
    """Return icon and version of `program` in the format of resource compilers."""
    numbers = ",".join(map(str, four_numbers()))
    icon = (root / "resources" / "icons" / "socplanner.ico").as_posix()
    blocks = "".join(
        f'BLOCK "{language:04X}{_UNICODE:04X}" BEGIN\n'
        + "".join(f'VALUE "{name}", "{value}\\0"\n' for name, value in values.items())
        + "END\n"
        for language, description in DESCRIPTIONS.items()
        for values in [_values(program, description, root)]
    )
    translations = ", ".join(f"0x{language:04X}, {_UNICODE}" for language in DESCRIPTIONS)
    return f"""1 ICON "{icon}"
1 VERSIONINFO
FILEVERSION {numbers}
PRODUCTVERSION {numbers}
FILEOS 0x40004
FILETYPE 1
BEGIN
BLOCK "StringFileInfo" BEGIN
{blocks}END
BLOCK "VarFileInfo" BEGIN
VALUE "Translation", {translations}
END
END
"""


def _strings(program: str, description: str, root: Path) -> str:
    values = _values(program, description, root)
    return ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in values.items())


def _values(program: str, description: str, root: Path) -> dict[str, str]:
    return {
        "CompanyName": PUBLISHER,
        "FileDescription": description,
        "FileVersion": __version__,
        "InternalName": program,
        "LegalCopyright": copyright_line(root),
        "OriginalFilename": f"{program}.exe",
        "ProductName": "socplanner",
        "ProductVersion": __version__,
    }


def write_pyinstaller_file(program: str, root: Path, folder: Path) -> Path:
    """Write the version resource of `program` into `folder` and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{program}-version.txt"
    place.write_text(pyinstaller_text(program, root), encoding="utf-8")
    return place
