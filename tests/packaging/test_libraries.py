"""What an RPM package requires is what the frozen libraries need, and nothing is guessed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.linux.libraries import Needs, needs_of, rpm_requires

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux")
NEEDS = Needs(("libEGL.so.1", "libxcb.so.1"), (2, 36))


def test_an_rpm_requires_libraries_by_their_names() -> None:
    required = rpm_requires(NEEDS)
    assert required[:2] == ["libc.so.6(GLIBC_2.36)(64bit)", "libEGL.so.1()(64bit)"]
    assert not [each for each in required if "=" in each], "nfpm would take it for a version"


@pytest.mark.skipif(shutil.which("cc") is None, reason="no compiler")
def test_needs_are_read_from_binaries_but_for_what_lies_beside_them(tmp_path: Path) -> None:
    for name in ("near", "far"):
        source = tmp_path / f"{name}.c"
        source.write_text(f"int {name}(void) {{ return 1; }}\n", encoding="utf-8")
        build(
            tmp_path, "-shared", f"-Wl,-soname,lib{name}.so.1", "-o", f"lib{name}.so", source.name
        )
    main = "int near(void), far(void); int main(void) { return near() + far(); }\n"
    (tmp_path / "main.c").write_text(main, encoding="utf-8")
    frozen = tmp_path / "frozen"
    frozen.mkdir()
    build(tmp_path, "main.c", "-L.", "-lnear", "-lfar", "-Wl,--no-as-needed", "-o", "frozen/main")
    shutil.copy(tmp_path / "libnear.so", frozen)
    needs = needs_of(frozen)
    assert needs.libraries == ("libfar.so.1",)
    assert (2, 0) < needs.glibc < (3, 0)


def build(folder: Path, *arguments: str) -> None:
    """Run the compiler in `folder`."""
    compiler = shutil.which("cc")
    assert compiler is not None
    subprocess.run([compiler, *arguments], cwd=folder, check=True)
