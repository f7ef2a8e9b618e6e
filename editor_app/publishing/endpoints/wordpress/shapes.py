# SPDX-License-Identifier: GPL-3.0-or-later
"""Take values out of JSON that another computer sent, which may have any shape at all."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, cast

from editor_app.domain.errors import EndpointRefused

JsonObject = dict[str, Any]


def parsed(raw: bytes) -> Any:
    """Return the JSON value in ``raw``; raises ValueError if it holds none."""
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def as_object(value: Any, what: str) -> JsonObject:
    """Return the value as an object; raises EndpointRefused naming ``what``."""
    if not isinstance(value, dict):
        raise EndpointRefused(f"The site answers in a form WordPress does not use: {what}.")
    return cast(JsonObject, value)


def as_objects(value: Any, what: str) -> list[JsonObject]:
    """Return the value as a list of objects; raises EndpointRefused naming ``what``."""
    if not isinstance(value, list):
        raise EndpointRefused(f"The site answers in a form WordPress does not use: {what}.")
    return [as_object(item, what) for item in cast(list[Any], value)]


def text_in(value: JsonObject, *path: str) -> str:
    """Return the string at the path, "" if there is none."""
    found = _at(value, path)
    return found if isinstance(found, str) else ""


def number_in(value: JsonObject, *path: str) -> int:
    """Return the whole number at the path, 0 if there is none."""
    found = _at(value, path)
    return found if isinstance(found, int) and not isinstance(found, bool) else 0


def numbers_in(value: JsonObject, *path: str) -> tuple[int, ...]:
    """Return the whole numbers of the list at the path."""
    found = _at(value, path)
    items = cast(list[Any], found) if isinstance(found, list) else []
    return tuple(item for item in items if isinstance(item, int))


def object_in(value: JsonObject, *path: str) -> JsonObject:
    """Return the object at the path, an empty one if there is none."""
    found = _at(value, path)
    return cast(JsonObject, found) if isinstance(found, dict) else {}


def time_in(value: JsonObject, *path: str) -> datetime | None:
    """Return the instant at the path, given without a zone in GMT; None if there is none."""
    try:
        found = datetime.fromisoformat(text_in(value, *path))
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        if isinstance(value, dict):
            value = cast(JsonObject, value).get(key)
        elif isinstance(value, list) and key.isdigit():
            items = cast(list[Any], value)
            value = items[int(key)] if int(key) < len(items) else None
        else:
            return None
    return value
