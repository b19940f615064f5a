"""What the build adds: compiled translations, `resources/` and the guide inside the package."""

import os
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LEFT_OUT = ("installer",)


class ResourcesHook(BuildHookInterface[Any]):
    """Compiles each `.po` beside itself and maps what the program needs into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Prepare the build; an editable install reads `resources/` where it is."""
        root = Path(self.root)
        for po in (root / "resources" / "i18n").glob("*/LC_MESSAGES/*.po"):
            compile_po(po)
        if version == "editable" or self.target_name != "wheel":
            return
        mapped = build_data["force_include"]
        for path in (root / "resources").rglob("*"):
            inside = path.relative_to(root / "resources")
            is_part = path.suffix not in (".po", ".tmp")
            if path.is_file() and inside.parts[0] not in LEFT_OUT and is_part:
                mapped[str(path)] = f"socplanner/_resources/{inside.as_posix()}"
        for path in (root / "docs" / "guide").rglob("*.*"):
            inside = path.relative_to(root / "docs")
            mapped[str(path)] = f"socplanner/_resources/{inside.as_posix()}"
        for notice in ("LICENSE", "THIRD_PARTY_NOTICES.md"):
            mapped[str(root / notice)] = f"socplanner/_resources/{notice}"


def compile_po(po: Path) -> None:
    """Compile `po` beside itself; whoever reads the compiled file meanwhile reads it whole."""
    with po.open("rb") as source:
        catalog = read_po(source)
    # Else Babel writes the minute of the build, and no two builds are the same.
    catalog.creation_date = datetime.fromtimestamp(_dated_by(), UTC)
    compiled, place = BytesIO(), po.with_suffix(".mo")
    write_mo(compiled, catalog)
    if place.exists() and place.read_bytes() == compiled.getvalue():
        return
    part = po.with_suffix(f".{os.getpid()}.tmp")
    part.write_bytes(compiled.getvalue())
    part.replace(place)


def _dated_by() -> int:
    """Return the seconds by which a build dates what it makes."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
