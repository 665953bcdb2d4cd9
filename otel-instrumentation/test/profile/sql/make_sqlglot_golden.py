"""Writes sqlglot.golden.json: the SQL for BigQuery and for Snowflake, parsed by sqlglot and translated for DuckDB.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install sqlglot==30.30.0
    /tmp/venv/bin/python otel-instrumentation/test/profile/sql/make_sqlglot_golden.py

Neither warehouse is at hand, so this is what holds their SQL to their grammar, and, as far as sqlglot knows their functions,
to their meaning: `sqlglot.test.ts` runs the translation.
"""

import hashlib
import json
import pathlib
import subprocess

import sqlglot

HERE = pathlib.Path(__file__).parent


def golden(dialect: str) -> list[dict[str, str]]:
    node = ["node", "--conditions=driftline-source", str(HERE / "child-sql.ts"), dialect]
    statements = json.loads(subprocess.run(node, check=True, capture_output=True, text=True).stdout)
    return [{"sha256": hashlib.sha256(sql.encode()).hexdigest(), "duckdb": translated(sql, dialect)} for sql in statements]


def translated(sql: str, dialect: str) -> str:
    (statement,) = sqlglot.transpile(sql, read=dialect, write="duckdb", unsupported_level=sqlglot.ErrorLevel.RAISE)
    return statement


content = {"sqlglot": sqlglot.__version__, **{dialect: golden(dialect) for dialect in ("bigquery", "snowflake")}}
(HERE / "sqlglot.golden.json").write_text(json.dumps(content, indent=2, ensure_ascii=True) + "\n")
