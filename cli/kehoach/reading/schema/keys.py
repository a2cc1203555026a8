"""The table of keys from the schema of a plan."""

from functools import cache
from typing import Any

from kehoach.language import Key, Language, Merge
from kehoach.reading.schema.table import Rules, table


@cache
def language() -> Language:
    """The plan language as ``schemas/plan.yaml`` describes it."""
    schema = table("plan")
    keys = {(where, name): _key(where, name, rules) for where, name, rules in schema.rows()}
    return Language(keys, schema.reserved)


def _key(where: str, name: str, rules: Rules) -> Key:
    meta: dict[str, Any] = rules["meta"]
    return Key(
        where,
        name,
        meta["type"],
        Merge(meta["merge"]),
        meta.get("default", ""),
        bool(rules.get("required")),
        tuple(rules.get("allowed", ())),
        meta["about"],
        _part(rules),
        "valuesrules" in rules,
    )


def _part(rules: Rules) -> str:
    """The name of the part that a key's values have, in a list or by ids, if they have one."""
    schema = rules.get("schema") or rules.get("valuesrules", {}).get("schema", "")
    return schema if isinstance(schema, str) else _part(schema)
