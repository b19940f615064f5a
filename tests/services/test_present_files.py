"""Which files are there, without waiting for a drive that does not answer."""

import time
from pathlib import Path
from threading import Event

from socplanner.services.present_files import PresentFiles

PATIENT = 5.0


def test_only_files_that_are_there_are_returned(tmp_path: Path) -> None:
    here = tmp_path / "here.socplan"
    here.touch()
    paths = [str(tmp_path / "gone.socplan"), str(here), str(tmp_path)]
    assert PresentFiles().among(paths, PATIENT) == (str(here),)


def test_a_file_that_goes_is_no_longer_returned(tmp_path: Path) -> None:
    here = tmp_path / "here.socplan"
    here.touch()
    files = PresentFiles()
    assert files.among([str(here)], PATIENT) == (str(here),)
    here.unlink()
    assert files.among([str(here)], PATIENT) == ()


def test_a_drive_that_does_not_answer_does_not_block(tmp_path: Path) -> None:
    answer = Event()

    def is_file(path: Path) -> bool:
        return path.name == "quick" or answer.wait(PATIENT)

    files = PresentFiles(is_file)
    begun = time.perf_counter()
    assert files.among(["quick", "slow"], 0.05) == ("quick",)
    assert files.among(["quick", "slow"], 0.05) == ("quick",)
    assert time.perf_counter() - begun < 2
    answer.set()
    assert files.among(["quick", "slow"], PATIENT) == ("quick", "slow")


def test_an_error_of_the_system_counts_as_missing() -> None:
    def is_file(path: Path) -> bool:
        raise OSError(path)

    assert PresentFiles(is_file).among(["x"], PATIENT) == ()
