"""Reading the section `cost` of a plan file; imported only for a plan that has one."""

from types import MappingProxyType
from typing import cast

from socplanner.domain.cost_inputs import (
    NO_COST,
    NO_RATES,
    Contract,
    CostInputs,
    Rates,
    RatesByPlace,
)
from socplanner.domain.cost_validation import contract_faults, rates_faults, settings_faults
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.formats.format_error import Path
from socplanner.formats.plan.sections.part_reading import (
    amount_of,
    ids_of,
    party_of,
    phase_of,
    refuse_first,
    roles_of,
    whole_of,
)
from socplanner.formats.plan.sections.section import References, TreeMapping
from socplanner.formats.plan.shapes import without_extensions
from socplanner.formats.plan.text_fields import name_of, records_of
from socplanner.formats.plan.yaml_reading import Tree


def cost_in(tree: TreeMapping, references: References) -> CostInputs:
    """Return the cost of a file; raise FormatError with the path of what is wrong."""
    record = without_extensions(tree)
    settings = CostInputs(
        str(record.get("currency", "")),
        whole_of(record.get("rounding")),
        _share(record, "retained-share"),
        _share(record, "role-share"),
    )
    refuse_first(settings_faults(settings), ("cost",))
    result = settings._replace(
        rates=_rates(record.get("rates"), ("cost", "rates")),
        by_place=_by_place(record.get("parties"), references),
        contracts=_contracts(records_of(record.get("contracts")), references),
    )
    return NO_COST if result == NO_COST else result


def _share(record: TreeMapping, key: str) -> float | None:
    return None if key not in record else amount_of(record[key])


def _rates(tree: Tree, path: Path) -> Rates:
    entries = without_extensions(cast("TreeMapping", tree or {}))
    rates = Rates(**{key: amount_of(value) for key, value in entries.items()})
    refuse_first(rates_faults(rates), path)
    return rates


def _by_place(tree: Tree, references: References) -> RatesByPlace:
    result = {}
    for phase, entries in without_extensions(cast("TreeMapping", tree or {})).items():
        path: Path = ("cost", "parties", phase)
        if phase not in references.phases:
            raise references.unknown_phase(phase, path)
        for party, entry in without_extensions(cast("TreeMapping", entries)).items():
            if party not in references.parties:
                raise references.unknown_party(party, (*path, party))
            rates = _rates(entry, (*path, party))
            if rates != NO_RATES:
                result[PhaseId(phase), PartyId(party)] = rates
    return MappingProxyType(result)


def _contracts(records: list[TreeMapping], references: References) -> tuple[Contract, ...]:
    ids = ids_of(records, ("cost", "contracts"), "contract")
    return tuple(
        _contract(contract_id, record, ("cost", "contracts", place), references)
        for place, (contract_id, record) in enumerate(zip(ids, records, strict=True))
    )


def _contract(
    contract_id: str, record: TreeMapping, path: Path, references: References
) -> Contract:
    amounts = {key: amount_of(record[key]) for key in ("fee", "once", "exit") if key in record}
    contract = Contract(
        contract_id,
        name_of(record["name"], (*path, "name")),
        party_of(record, path, references),
        roles_of(record, path, references),
        **amounts,
        first_day=str(record.get("begin", "")),
        last_day=str(record.get("end", "")),
        notice=whole_of(record.get("notice")),
        begins=phase_of(record, "from", path, references),
        ends=phase_of(record, "until", path, references),
    )
    refuse_first(contract_faults(contract, references.phase_order), path)
    return contract
