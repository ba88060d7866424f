"""One run of one tool over the benchmark's workbook, in a process of its own: prints how many findings it has.

    python import_peers.py TOOL WORKBOOK CHECKS.json

Runs under the peers' own interpreter, so it knows nothing of this project; what is to be checked comes as JSON:
{"columns": [{"name", "type": text|date|number|int|choice, "required", "values"}], "sheet": …, "header_row": from 1}.
"""

from __future__ import annotations

import json
import resource
import sys
import time


def calamine(workbook: str, checks: dict) -> int:
    """Read only, as the base of comparison."""
    from python_calamine import load_workbook

    load_workbook(workbook).get_sheet_by_name(checks["sheet"]).to_python()
    return 0


def frictionless(workbook: str, checks: dict) -> int:
    """Validate against a Table Schema."""
    from frictionless import Dialect, Resource, Schema, formats, system

    kinds = {"text": "string", "date": "date", "number": "number", "int": "integer", "choice": "string"}
    fields = []
    for column in checks["columns"]:
        constraints = {"required": True} if column["required"] else {}
        if column["values"]:
            constraints["enum"] = column["values"]
        fields.append({"name": column["name"], "type": kinds[column["type"]], "constraints": constraints})
    with system.use_context(trusted=True):
        resource_ = Resource(
            path=workbook,
            dialect=Dialect(header_rows=[checks["header_row"]], controls=[formats.ExcelControl(sheet=checks["sheet"])]),
            schema=Schema.from_descriptor({"fields": fields}),
        )
        report = resource_.validate(limit_errors=10_000_000)
    return report.stats["errors"]


def pandera(workbook: str, checks: dict) -> int:
    """Read with pandas over calamine, then validate a lazy pandera schema with coercion."""
    import pandas as pd
    import pandera.pandas as pa

    frame = pd.read_excel(workbook, sheet_name=checks["sheet"], header=checks["header_row"] - 1, engine="calamine")
    kinds = {"text": str, "date": "datetime64[ns]", "number": float, "int": "Int64", "choice": str}
    columns = {}
    for column in checks["columns"]:
        tests = [pa.Check.isin(column["values"])] if column["values"] else []
        columns[column["name"]] = pa.Column(
            kinds[column["type"]], tests, nullable=not column["required"], coerce=True, required=True
        )
    try:
        pa.DataFrameSchema(columns).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return len(errors.failure_cases)
    return 0


def main() -> None:
    """Run the tool named and print its figures as one JSON object."""
    tool, workbook, checks = sys.argv[1:4]
    began = time.perf_counter()
    with open(checks, encoding="utf-8") as file:  # noqa: PTH123 - as small as can be
        findings = {"calamine": calamine, "frictionless": frictionless, "pandera": pandera}[tool](
            workbook, json.load(file)
        )
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        json.dumps(
            {
                "cpu_s": own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime,
                "wall_s": time.perf_counter() - began,
                "findings": findings,
            }
        )
    )


if __name__ == "__main__":
    main()
