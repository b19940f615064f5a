"""The dependencies of the Linux packages are read from the frozen libraries, none is guessed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.linux.depends import (
    DATA_PACKAGES,
    JAPANESE_FONT,
    DependenciesUnknownError,
    debian_depends,
    rpm_requires,
)

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux"),
    pytest.mark.skipif(shutil.which("cc") is None, reason="no compiler"),
]
needs_dpkg = pytest.mark.skipif(
    shutil.which("dpkg-shlibdeps") is None, reason="dpkg-dev is not installed"
)


def build(folder: Path, *arguments: str) -> None:
    """Run the compiler in `folder`."""
    subprocess.run(["cc", *arguments], cwd=folder, check=True)


def build_library(folder: Path, name: str, target: str) -> None:
    """Build the library `target` with a function `name`, whose SONAME is the file's name."""
    (folder / f"{name}.c").write_text(f"int {name}(void) {{ return 1; }}\n", encoding="utf-8")
    soname = f"-Wl,-soname,{Path(target).name}"
    build(folder, "-shared", "-fPIC", soname, "-o", target, f"{name}.c")


def build_program(folder: Path, calls: str, library: str, target: str) -> None:
    """Build the program `target`, which calls the function `calls` of `library`."""
    main = f"int {calls}(void); int main(void) {{ return {calls}(); }}\n"
    (folder / "main.c").write_text(main, encoding="utf-8")
    build(folder, "main.c", library, "-o", target)


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """Return a frozen folder with a program that needs a library, which is not in the folder."""
    (tmp_path / "frozen" / "_internal").mkdir(parents=True)
    build_library(tmp_path, "near", "libnear.so.1")
    build_program(tmp_path, "near", "libnear.so.1", "frozen/main")
    return tmp_path / "frozen"


@needs_dpkg
@pytest.mark.parametrize("place", [".", "_internal"])
def test_a_library_of_the_frozen_folder_is_no_dependency(frozen: Path, place: str) -> None:
    shutil.copy(frozen.parent / "libnear.so.1", frozen / place)
    depends = debian_depends(frozen)
    assert [each for each in depends if each.startswith("libc6 (>= 2.")]
    assert set(DATA_PACKAGES) < set(depends)
    assert depends[-1] == JAPANESE_FONT
    assert len(depends) == len(DATA_PACKAGES) + 2
    assert "libnear.so.1()(64bit)" not in rpm_requires(frozen)


@needs_dpkg
def test_a_library_of_no_package_ends_the_build(frozen: Path) -> None:
    with pytest.raises(DependenciesUnknownError, match=r"libnear\.so\.1"):
        debian_depends(frozen)


@needs_dpkg
def test_a_library_of_the_system_that_is_frozen_too_is_no_dependency(frozen: Path) -> None:
    (frozen / "main").unlink()
    build_library(frozen.parent, "z", "frozen/_internal/libz.so.1")
    build_program(frozen.parent, "z", "frozen/_internal/libz.so.1", "frozen/main")
    assert not [each for each in debian_depends(frozen) if each.startswith("zlib1g")]


def test_an_rpm_requires_libraries_by_their_names(frozen: Path) -> None:
    required = rpm_requires(frozen)
    assert required[0].startswith("libc.so.6(GLIBC_2.")
    assert "libnear.so.1()(64bit)" in required
    assert not [each for each in required if "=" in each], "nfpm would read it as a version"


def test_an_rpm_requires_the_newest_version_of_the_c_library(
    frozen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = "0x0 0x00 05 GLIBC_2.9\n 0x0 0x00 03 GLIBC_2.34\n 0x0 0x00 02 GLIBC_2.2.5\n"
    monkeypatch.setattr("tools.linux.depends._output", lambda *_: versions)
    assert rpm_requires(frozen)[0] == "libc.so.6(GLIBC_2.34)(64bit)"
