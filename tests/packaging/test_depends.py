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
    """Return the tree of a package with a program that needs a library, which is not in it."""
    frozen = tmp_path / "frozen"
    (frozen / "opt").mkdir(parents=True)
    (tmp_path / "near.c").write_text("int near(void) { return 1; }\n", encoding="utf-8")
    shared = ("-shared", "-fPIC", "-Wl,-soname,libnear.so.1", "-o", "libnear.so.1", "near.c")
    build(tmp_path, *shared)
    main = "int near(void); int main(void) { return near(); }\n"
    (tmp_path / "main.c").write_text(main, encoding="utf-8")
    build(tmp_path, "main.c", "libnear.so.1", "-o", "frozen/opt/main")
    return frozen


def test_what_lies_beside_the_program_is_no_dependency(frozen: Path) -> None:
    shutil.copy(frozen.parent / "libnear.so.1", frozen / "opt")
    depends = debian_depends(frozen).split(", ")
    assert depends[0].startswith("fontconfig-config")
    assert [each for each in depends if each.startswith("libc6 (>= 2.")]
    assert set(READ) < set(depends)
    assert depends[-1] == JAPANESE_FONT
    assert len(depends) == len(READ) + 2


def test_a_library_of_no_package_ends_the_build(frozen: Path) -> None:
    with pytest.raises(DependenciesUnknownError, match=r"libnear\.so\.1"):
        debian_depends(frozen)


def test_a_library_of_the_system_that_is_frozen_too_is_no_dependency(frozen: Path) -> None:
    (frozen / "opt" / "main").unlink()
    ours = frozen / "opt" / "libz.so.1"
    (frozen.parent / "z.c").write_text("int z(void) { return 1; }\n", encoding="utf-8")
    shared = ("-shared", "-fPIC", "-Wl,-soname,libz.so.1", "z.c", "-o")
    build(frozen.parent, *shared, str(ours))
    main = "int z(void); int main(void) { return z(); }\n"
    (frozen.parent / "main.c").write_text(main, encoding="utf-8")
    build(frozen.parent, "main.c", str(ours), "-o", "frozen/opt/main")
    assert "zlib1g" not in debian_depends(frozen)
