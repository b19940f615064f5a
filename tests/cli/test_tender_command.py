"""`tender` shows a tender, writes its pack, and compares bids; `import` stores bids."""

import json
import shutil
from functools import partial
from pathlib import Path

import pytest

from socplanner.cli.main import main
from socplanner.domain.picture_options import PictureOptions, PictureSubject
from socplanner.domain.plan import Plan
from socplanner.services import paths
from socplanner.services.plan_files import open_plan
from tests.cli.conftest import Run, no_window
from tests.support.tenders import filled

SAMPLE = paths.resources() / "examples" / "manufacturer.socplan"
B1, B2 = "role:v2:B-1", "role:v2:B-2"
ACME: dict[str, dict[str, object]] = {
    "field:vendor": {"answer": "ACME"},
    B1: {"answer": "Yes", "price": 500_000},
    B2: {"answer": "With conditions", "price": 250_000, "comment": "Office hours"},
}
RIVAL: dict[str, dict[str, object]] = {
    "field:vendor": {"answer": "Rival"},
    B1: {"answer": "Yes"},
    B2: {"answer": "Perhaps", "price": "cheap"},
}


@pytest.fixture
def plan() -> str:
    """Return the path of a copy of the sample in the current folder."""
    shutil.copy(SAMPLE, Path("plan.socplan"))
    return "plan.socplan"


def test_a_tender_is_shown_role_by_role(run: Run, plan: str) -> None:
    result = run("tender", plan, "--language", "en")
    lines = result.text.splitlines()
    assert result.code == 0
    assert lines[0].endswith("Now (FY2026): Tender: Minato Monitoring Services")
    (watch,) = [line for line in lines if line.startswith("B-1 ")]
    assert watch.split()[-7:] == ["15", "min", "1", "h", "–", "300", "アラート／日"]
    assert len(lines) == 15


def test_a_tender_for_programs(run: Run, plan: str) -> None:
    answer = json.loads(run("tender", plan, "--format=json", "--language=ja").text)
    assert (answer["party"], answer["phase"], answer["currency"]) == ("mss", "now", "JPY")
    assert answer["duties"][0]["acknowledge"] == "PT15M"
    assert answer["inside"] == ["csirt", "soc", "it"]


def sent(run: Run, plan: str, fields: dict[str, dict[str, object]], name: str) -> str:
    """Write the pack, have it filled in, and return its path."""
    result = run("tender", plan, name, "--language=en")
    assert result.code == 0, result.refused
    place = Path(name)
    place.write_bytes(filled(place.read_bytes(), fields))
    return name


def test_two_packs_come_back_are_stored_and_compared(run: Run, plan: str) -> None:
    acme, rival = sent(run, plan, ACME, "acme.xlsx"), sent(run, plan, RIVAL, "rival.xlsx")
    looked = run("import", plan, acme, "--language=en")
    assert looked.code == 0
    assert "Nothing was changed: --apply stores the bid in the plan." in looked.text
    stored = run("import", plan, acme, rival, "--apply", "--language=en")
    assert stored.code == 3
    assert "Answers!D10: “Perhaps” is no answer" in stored.text
    assert "Answers!E10: “cheap” is no price" in stored.text
    bids = open_plan(Path(plan)).plan.tenders
    assert [bid.vendor for each in bids.values() for bid in each.bids] == ["ACME", "Rival"]
    compared = run("tender", plan, "--compare", "--language=en").text
    assert "Rival states no price for B-1: the total is too low." in compared
    assert "Total a month" in compared
    assert "750,000 JPY" in compared
    assert "The contracts with Minato Monitoring Services cost 980,000 JPY a month" in compared


def test_a_comparison_for_programs_and_as_a_sheet(run: Run, plan: str) -> None:
    run("import", plan, sent(run, plan, ACME, "acme.xlsx"), "--apply")
    answer = json.loads(run("tender", plan, "--compare", "--format=json").text)
    (bid,) = answer["bids"]
    assert (bid["vendor"], bid["total"], bid["counts"]["yes"]) == ("ACME", 750_000, 1)
    assert "v2:B-3" in answer["gaps"]
    result = run("tender", plan, "compared.xlsx", "--compare", "--language=en")
    assert result.text.strip() == "The bids for Minato Monitoring Services are in compared.xlsx."
    assert Path("compared.xlsx").stat().st_size > 5000


def test_json_of_an_import_has_problems_and_answers(run: Run, plan: str) -> None:
    result = run("import", plan, sent(run, plan, RIVAL, "rival.xlsx"), "--format=json")
    document = json.loads(result.text)
    assert [each["place"] for each in document["problems"]] == ["Answers!D10", "Answers!E10"]
    assert document["answers"]["v2:B-1"]["answer"] == "yes"
    assert document["stored"] is False


def test_a_pack_without_a_vendor_is_named_after_its_file(run: Run, plan: str) -> None:
    name = sent(run, plan, {B1: {"answer": "No"}}, "Some vendor.xlsx")
    result = run("import", plan, name, "--apply", "--language=en")
    assert result.code == 3
    assert "The pack names no vendor: the name of the file is used." in result.text
    (tender,) = open_plan(Path(plan)).plan.tenders.values()
    assert tender.bids[0].vendor == "Some vendor"


def test_a_bid_that_replaces_another_is_announced_and_other_phases_are_kept(
    run: Run, plan: str
) -> None:
    shutil.copy(sent(run, plan, ACME, "acme.xlsx"), "Again.XLSX")
    name = "later.xlsx"
    assert run("tender", plan, name, "--phase=target", "--language=en").code == 0
    Path(name).write_bytes(filled(Path(name).read_bytes(), ACME))
    apply = ("--apply", "--language=en")
    first = run("import", plan, "acme.xlsx", *apply).text
    assert "It replaces" not in first
    assert "The pack is for phase “Now (FY2026)” and was made on " in first
    assert "It replaces the bid of ACME." in run("import", plan, "Again.XLSX", *apply).text
    assert "It replaces" not in run("import", plan, name, *apply).text
    compared = json.loads(run("tender", plan, "--compare", "--format=json").text)
    assert [each["bid"] for each in compared["bids"]] == ["acme"]
    assert compared["other_phases"] == [{"bid": "acme-2", "vendor": "ACME", "phase": "target"}]


def test_a_pdf_is_drawn_from_what_a_vendor_may_see(plan_desk: Path) -> None:
    drawn: list[tuple[Plan, PictureOptions]] = []

    def draw(plan: Plan, options: PictureOptions, *_: object) -> bytes:
        drawn.append((plan, options))
        return b"%PDF"

    code = main(["tender", str(plan_desk), str(plan_desk.with_suffix(".pdf"))], no_window, draw)
    ((view, options),) = drawn
    assert code == 0
    assert (options.subject, options.party) == (PictureSubject.TENDER, "mss")
    assert not view.cost.contracts
    assert plan_desk.with_suffix(".pdf").read_bytes() == b"%PDF"


@pytest.fixture
def plan_desk(tmp_path: Path) -> Path:
    """Return a copy of the sample."""
    return Path(shutil.copy(SAMPLE, tmp_path / "plan.socplan"))


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        (("--party", "csirt"), "“--party” cannot be “csirt”: choose one of mss, ir"),
        (("--phase", "never"), "“--phase” cannot be “never”"),
        (("out.xlsx", "--party=consult", "--phase=target"), "performs no role in phase “Target"),
        (("plan.socplan",), "choose a name that ends in .xlsx, .pdf"),
        (("out.csv",), "choose a name that ends in .xlsx, .pdf"),
        (("out.pdf", "--compare"), "choose a name that ends in .xlsx."),
    ],
)
def test_what_is_not_possible_is_refused(
    run: Run, plan: str, arguments: tuple[str, ...], refusal: str
) -> None:
    result = run("tender", plan, *arguments, "--language=en")
    assert result.code == 2
    assert refusal in result.refused
    assert not Path("out.pdf").exists()
    assert not Path("out.xlsx").exists()


def test_a_party_is_named_by_its_name_too_and_must_be_named_without_a_tender(run: Run) -> None:
    bank = str(SAMPLE.with_name("bank.socplan"))
    refusal = run("tender", bank, "--language=en")
    assert refusal.code == 2
    assert "Name the provider with “--party”" in refusal.refused
    provider = next(each for each in open_plan(Path(bank)).plan.parties if each.is_provider)
    shown = run("tender", bank, "--party", provider.name.en, "--language=en")
    assert provider.name.en in shown.text


def test_an_existing_file_is_kept(run: Run, plan: str) -> None:
    Path("out.xlsx").write_text("mine", encoding="utf-8")
    write = partial(run, "tender", plan, "out.xlsx", "--language=en")
    assert "already exists and was kept" in write().refused
    assert Path("out.xlsx").read_text(encoding="utf-8") == "mine"
    assert write("--force").code == 0


def test_without_bids_the_comparison_names_what_to_do(run: Run, plan: str) -> None:
    text = run("tender", plan, "--compare", "--language=en").text
    assert "There are no bids yet: import the returned tender packs." in text
