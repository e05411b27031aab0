"""The documentation of the API as a page of ours, made from openapi.json on the server: no script, no other host.

FastAPI's own pages load Swagger UI from a CDN, which an office without a network does not reach; its files are 1.5 MB.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, TypeAlias

from assistant.ui.addresses import STATIC_PATH
from assistant.ui_texts_vi import api as texts

Schema: TypeAlias = Mapping[str, Any]  # Any: JSON

_METHODS = ("get", "post", "put", "patch", "delete")
_JSON, _FORM = "application/json", "multipart/form-data"


def docs_html(openapi: Schema, schema_address: str) -> str:
    """Every operation with its fields and an example, in the order of the paths."""
    groups: dict[str, list[str]] = {}
    for path, operations in openapi["paths"].items():
        for method in (one for one in _METHODS if one in operations):
            operation = operations[method]
            shown = _operation(method, path, operation, openapi)
            groups.setdefault(operation.get("tags", [""])[0], []).append(shown)
    sections = "".join(f"<section><h2>{escape(tag)}</h2>{''.join(shown)}</section>" for tag, shown in groups.items())
    link = f'<a href="{escape(schema_address)}">openapi.json</a>'
    rules = "".join(f"<li>{rule}</li>" for rule in texts.API_RULES)
    return (
        f'<link rel="stylesheet" href="{STATIC_PATH}/api.css"><article class="tl-api"><h1>{texts.API_TITLE}</h1>'
        f"<p>{texts.API_INTRODUCTION} {link}</p><ul>{rules}</ul>{sections}</article>"
    )


def _operation(method: str, path: str, operation: Schema, openapi: Schema) -> str:
    summary = escape(operation.get("summary", ""))
    return (
        f'<details class="tl-api-operation"><summary><span class="tl-api-method tl-api-{method}">{method.upper()}'
        f'</span><code>{escape(path)}</code><span class="tl-api-summary">{summary}</span></summary>'
        f"{_table([*_parameters(operation, openapi), *_body(operation, openapi)])}"
        f"<pre>{escape(_example(method, path, operation))}</pre></details>"
    )


def _table(fields: Sequence[tuple[str, str, str]]) -> str:
    if not fields:
        return ""
    head = "".join(f"<th scope='col'>{name}</th>" for name in texts.API_COLUMNS)
    rows = (f"<tr><td><code>{name}</code></td><td>{kind}</td><td>{what}</td></tr>" for name, kind, what in fields)
    return (
        f'<div class="tl-api-scroll"><table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
    )


def _parameters(operation: Schema, openapi: Schema) -> Iterator[tuple[str, str, str]]:
    for one in operation.get("parameters", ()):
        schema = _resolved(one["schema"], openapi)
        described = one.get("description") or schema.get("description", "")
        yield _field(one["name"], schema, openapi, required=one.get("required", False), described=described)


def _body(operation: Schema, openapi: Schema) -> Iterator[tuple[str, str, str]]:
    for content in operation.get("requestBody", {}).get("content", {}).values():
        schema = _resolved(content["schema"], openapi)
        required = schema.get("required", ())
        for name, field in schema.get("properties", {}).items():
            described = field.get("description", "")
            yield _field(name, field, openapi, required=name in required, described=described)


def _field(name: str, schema: Schema, openapi: Schema, *, required: bool, described: str) -> tuple[str, str, str]:
    mark = f' <span class="tl-api-required">{texts.API_REQUIRED}</span>' if required else ""
    default = schema.get("default")
    shown = f" {texts.API_DEFAULT.format(value=json.dumps(default))}" if default not in (None, [], "") else ""
    return escape(name), escape(_kind(schema, openapi)) + mark, escape(described + shown)


def _kind(schema: Schema, openapi: Schema) -> str:
    schema = _resolved(schema, openapi)
    options = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if options:
        return " | ".join(_kind(one, openapi) for one in options)
    if "enum" in schema:
        return " | ".join(f'"{one}"' for one in schema["enum"])
    kind = str(schema.get("type", "object"))
    if kind == "array":
        kind = f"[{_kind(schema.get('items', {}), openapi)}]"
    elif kind == "object" and schema.get("properties"):
        kind = "{" + ", ".join(schema["properties"]) + "}"
    limits = [texts.API_LIMITS[key].format(value=schema[key]) for key in texts.API_LIMITS if key in schema]
    return " ".join([kind, *limits])


def _resolved(schema: Schema, openapi: Schema) -> Schema:
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: Schema = openapi
    for part in str(reference).removeprefix("#/").split("/"):
        found = found[part]
    return found


def _example(method: str, path: str, operation: Schema) -> str:
    address = f"http://127.0.0.1:7860{path}"
    content = operation.get("requestBody", {}).get("content", {})
    if _FORM in content:
        return f"curl -H 'X-Requested-With: curl' -F files=@bao-cao.docx {address}"
    if _JSON in content:
        body = texts.API_EXAMPLES.get(path, "{}")
        return f"curl -H 'Content-Type: application/json' -d '{body}' {address}"
    if method == "post":
        return f"curl -X POST -H 'X-Requested-With: curl' {address}"
    if method == "delete":
        return f"curl -X DELETE -H 'X-Requested-With: curl' {address}"
    query = texts.API_QUERIES.get(path)
    return f"curl -G {address} --data-urlencode '{query}'" if query else f"curl {address}"
