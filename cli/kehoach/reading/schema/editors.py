"""The plan language for editors: JSON Schema (draft 2020-12) from the same table that checks plans."""

from typing import Any

from kehoach.reading.schema.table import NO_RULES, Part, Rules, Table, table

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "^[a-z][a-z0-9_]*$"
Json = dict[str, Any]


def json_schema(language: str = "vi") -> Json:
    """What editors complete and check with; descriptions are in *language*.

    Editors read YAML's numbers and booleans as such, so every leaf may also be one; a blank is null.
    Short forms stand beside the long ones under ``anyOf``.
    """
    schema = table("plan")
    parts = {name: _mapping(part, schema, language) for name, part in schema.parts.items()}
    return {"$schema": DIALECT, "title": "kehoach", **_mapping(schema.root, schema, language), "$defs": parts}


def _mapping(part: Part, schema: Table, language: str) -> Json:
    required = [name for name, rules in part.items() if rules.get("required") and "excludes" not in rules]
    keys = {name: _described(rules, schema, language) for name, rules in part.items()}
    made: Json = {"type": "object", "additionalProperties": False, "properties": keys}
    return {**made, "required": required} if required else made


def _described(rules: Rules, schema: Table, language: str) -> Json:
    meta = rules.get("meta", NO_RULES)
    made = _any(rules, schema, language)
    if "about" in meta:
        made = {"description": meta["about"][language], **made}
    default = meta.get("default")
    return {**made, "default": _json(default)} if default in rules.get("allowed", ()) else made


def _json(word: str) -> str | bool:
    """A word of a plan as an editor's YAML reader would have it."""
    return word == "true" if word in ("true", "false") else word


def _any(rules: Rules, schema: Table, language: str) -> Json:
    """The long form, and the short ones that the key takes, blanks included."""
    meta = rules.get("meta", NO_RULES)
    forms = [_long(rules, schema, language)]
    if "one" in meta:
        forms.insert(0, _any(rules["schema"], schema, language))
    if "short" in meta:
        forms.insert(0, {"type": ["string", "number"]})
    if rules.get("nullable") and rules.get("type") != "string":
        forms.append({"type": "null"})
    return forms[0] if len(forms) == 1 else {"anyOf": forms}


def _long(rules: Rules, schema: Table, language: str) -> Json:
    sort = rules.get("type", "string")
    if sort == "list":
        return {"type": "array", "items": _any(rules["schema"], schema, language)}
    if sort == "string":
        return _leaf(rules)
    if schema.part(rules) is not None:
        return {"$ref": f"#/$defs/{rules['schema']}"}
    names = {"propertyNames": {"pattern": ID}} if rules.get("keysrules", {}).get("check_with") == "id" else {}
    return {"type": "object", **names, "additionalProperties": _any(rules["valuesrules"], schema, language)}


def _leaf(rules: Rules) -> Json:
    if "allowed" in rules:
        return {"enum": [_json(word) for word in rules["allowed"]]}
    if rules.get("check_with") in ("id", "name"):
        return {"type": "string", "pattern": ID}
    return {"type": ["string", "number", "null"] if rules.get("nullable") else ["string", "number"]}
