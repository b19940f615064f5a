"""What the Debian package depends on is looked up by dpkg, and nothing is guessed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.linux.depends import JAPANESE_FONT, READ, DependenciesUnknownError, debian_depends

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux"),
    pytest.mark.skipif(shutil.which("dpkg-shlibdeps") is None, reason="dpkg-dev is not installed"),
    pytest.mark.skipif(shutil.which("cc") is None, reason="no compiler"),
]


def build(folder: Path, *arguments: str) -> None:
    """Run the compiler in `folder`."""
    subprocess.run(["cc", *arguments], cwd=folder, check=True)


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """Return a folder with a program that needs a library, which is not in it."""
    frozen = tmp_path / "frozen"
    frozen.mkdir()
    (tmp_path / "near.c").write_text("int near(void) { return 1; }\n", encoding="utf-8")
    shared = ("-shared", "-fPIC", "-Wl,-soname,libnear.so.1", "-o", "libnear.so.1", "near.c")
    build(tmp_path, *shared)
    main = "int near(void); int main(void) { return near(); }\n"
    (tmp_path / "main.c").write_text(main, encoding="utf-8")
    build(tmp_path, "main.c", "libnear.so.1", "-o", "frozen/main")
    return frozen


def test_what_lies_beside_the_program_is_no_dependency(frozen: Path) -> None:
    shutil.copy(frozen.parent / "libnear.so.1", frozen)
    depends = debian_depends(frozen).split(", ")
    assert depends[0].startswith("fontconfig-config")
    assert [each for each in depends if each.startswith("libc6 (>= 2.")]
    assert set(READ) < set(depends)
    assert depends[-1] == JAPANESE_FONT
    assert len(depends) == len(READ) + 2


def test_a_library_of_no_package_ends_the_build(frozen: Path) -> None:
    with pytest.raises(DependenciesUnknownError, match=r"libnear\.so\.1"):
        debian_depends(frozen)
