"""The contract as a page: the OpenAPI description in plain HTML, without scripts, so it reads without the internet."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from litestar import Request
from litestar.openapi.plugins import OpenAPIRenderPlugin

from sync.endpoint.contract import completed

_STYLE = """
body{font:15px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;
color:#1f2329}
h2{font-size:1.05rem;margin:2rem 0 .3rem;border-top:1px solid #dee0e3;padding-top:1rem}
code,b{font-family:ui-monospace,monospace;font-weight:600}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #dee0e3;padding:.2rem .5rem;text-align:left;vertical-align:top}th{background:#f5f6f7}
pre{background:#f5f6f7;padding:.5rem;max-height:20rem;overflow:auto;font-size:12px}
"""


class ContractPage(OpenAPIRenderPlugin):
    """Renders the description at /openapi; the same as JSON is at /openapi/openapi.json."""

    def __init__(self) -> None:
        """Serve at the root of the description's path."""
        super().__init__(path="/")

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """Return the page: every call, then every message."""
        openapi_schema = completed(openapi_schema)
        parts = [
            f"<!doctype html><html lang=zh-CN><meta charset=utf-8><title>{_title(openapi_schema)}</title>",
            f"<style>{_STYLE}</style><h1>{_title(openapi_schema)}</h1>",
            f'<p>OpenAPI: <a href="{escape(self.get_openapi_json_route(request))}">openapi.json</a></p>',
        ]
        for path, item in openapi_schema["paths"].items():
            parts += [_call(path, method, call) for method, call in item.items() if isinstance(call, dict)]
        parts.append("<h1>Messages</h1>")
        for name, schema in sorted(openapi_schema.get("components", {}).get("schemas", {}).items()):
            parts.append(_message(name, schema))
        return "\n".join(parts).encode()


def _title(schema: dict[str, Any]) -> str:
    return escape(str(schema["info"]["title"]))


def _call(path: str, method: str, call: dict[str, Any]) -> str:
    answered = call["responses"]
    answers = "".join(
        f"<tr><td>{escape(status)}</td><td>{escape(_of(answer))}</td><td>{_about(answer)}</td></tr>"
        for status, answer in answered.items()
    )
    given = "".join(
        f"<tr><td>{escape(one['in'])} <b>{escape(one['name'])}</b></td><td>{_about(one)}</td></tr>"
        for one in call.get("parameters", [])
    )
    asked = call.get("requestBody", {})
    done: dict[str, Any] = answered.get("200") or answered.get("201") or {}
    body = _of(asked)
    return (
        f"<h2><b>{escape(method.upper())}</b> <code>{escape(path)}</code></h2><p>{_about(call)}"
        f"{'<br>body: ' + escape(body) if body else ''}</p>{_example(asked)}<table>{given}</table>"
        f"<table>{answers}</table>{_example(done)}"
    )


def _example(part: dict[str, Any]) -> str:
    found = [content["example"] for content in part.get("content", {}).values() if "example" in content]
    return "".join(_pre(example) for example in found)


def _pre(example: object) -> str:
    return f"<pre>{escape(json.dumps(example, ensure_ascii=False, indent=1))}</pre>"


def _message(name: str, schema: dict[str, Any]) -> str:
    rows = "".join(
        f"<tr><td><b>{escape(field)}</b></td><td>{escape(_type(kind))}</td></tr>"
        for field, kind in schema.get("properties", {}).items()
    )
    shown = "".join(_pre(example) for example in schema.get("examples", []))
    head = f"<h2 id={escape(name)}><code>{escape(name)}</code></h2><p>{_about(schema)}</p>"
    return f"{head}<table>{rows}</table>{shown}"


def _about(part: dict[str, Any]) -> str:
    return escape(part.get("description") or "")


def _of(part: dict[str, Any]) -> str:
    contents = part.get("content", {}).values()
    return ", ".join(_type(content.get("schema", {})) for content in contents)


def _type(schema: dict[str, Any]) -> str:
    """Say a JSON schema in a few words."""
    several = next((schema[many] for many in ("oneOf", "anyOf") if many in schema), None)
    if several is not None:
        return " | ".join(_type(one) for one in several)
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "const" in schema or "enum" in schema:
        return " | ".join(str(value) for value in schema.get("enum", [schema.get("const")]))
    return _made_of(schema)


def _made_of(schema: dict[str, Any]) -> str:
    if "allOf" in schema:
        named, narrowed = schema["allOf"]
        return f"{_type(named)} of {_type(narrowed['properties']['body']['contentSchema'])}"
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if schema.get("contentEncoding") == "base64":
        return f"base64 of {_type(schema['contentSchema'])}" if "contentSchema" in schema else "base64"
    return str(schema.get("type", "any"))
