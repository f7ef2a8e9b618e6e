# SPDX-License-Identifier: GPL-3.0-or-later
"""YAML front matter of Markdown files: cut off, read safely, written."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from editor_app.domain.errors import UnreadableFile

LARGEST_CHARACTERS = 64 * 1024
_DEEPEST = 20  # lists in lists
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SplitFile:
    """A file cut in four: joined, they are the file."""

    opening: str  # "---" line, "" without front matter
    matter: str
    closing: str
    body: str


def split_front_matter(text: str, *, name: str = "") -> SplitFile:
    """Cut the file; a file that does not begin with a “---” line has no front matter.

    Raises UnreadableFile if the front matter does not end, or is longer than 64 KiB.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return SplitFile("", "", "", text)
    end = _END.search(text, opening.end(), opening.end() + LARGEST_CHARACTERS + 5)
    if end is None:
        if len(text) - opening.end() > LARGEST_CHARACTERS:
            raise UnreadableFile(
                f"The front matter of “{name}” is longer than 64 kB or never ends."
            )
        if _looks_like_keys(text[opening.end() :]):
            raise UnreadableFile(f"The front matter of “{name}” has no closing “---” line.")
        return SplitFile("", "", "", text)  # a thematic break at the top
    matter = text[opening.end() : end.start()]
    return SplitFile(opening[0], matter, end[0], text[end.end() :])


def read_front_matter(matter: str, *, name: str = "") -> tuple[dict[str, Any], list[str]]:
    """Return the keys with their values, and the source cut in one piece per key.

    Scalars are texts as a person wrote them (no "yes" becomes true, no 007 becomes 7). The pieces
    are in the order of the keys and joined are the front matter. Only plain YAML is read: no tags
    that make objects, no anchors or aliases (a few of them can grow to gigabytes). Raises
    UnreadableFile with the line for anything else.
    """
    import yaml

    try:
        _refuse_bombs(matter, name)
        return _keys_and_sources(matter, name)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark is not None else ""
        problem = getattr(error, "problem", None) or "it is no YAML"
        raise UnreadableFile(
            f"The front matter of “{name}” cannot be read{where}: {problem}."
        ) from error
    except ValueError as error:  # an explicitly tagged date that no calendar has
        raise UnreadableFile(f"The front matter of “{name}” cannot be read: {error}.") from error


def _refuse_bombs(matter: str, name: str) -> None:
    """Stop at the first anchor, alias or deep nesting: PyYAML's time grows with its square."""
    import yaml

    starts = (
        *(yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken),
        *(yaml.BlockSequenceStartToken, yaml.BlockMappingStartToken),
    )
    ends = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken, yaml.BlockEndToken)
    depth = 0
    for token in yaml.scan(matter, Loader=yaml.SafeLoader):
        if isinstance(token, (yaml.AnchorToken, yaml.AliasToken)):
            raise UnreadableFile(
                f"The front matter of “{name}” uses an anchor or alias in line "
                f"{token.start_mark.line + 2}, which is not allowed; write the value out."
            )
        depth += isinstance(token, starts) - isinstance(token, ends)
        if depth > _DEEPEST:
            raise UnreadableFile(f"The front matter of “{name}” is nested too deep.")


def _keys_and_sources(matter: str, name: str) -> tuple[dict[str, Any], list[str]]:
    import yaml

    loader: Any = _text_loader()(matter)
    try:
        node = loader.get_single_node()
        if node is None:
            return {}, []
        if not isinstance(node, yaml.MappingNode):
            raise UnreadableFile(f"The front matter of “{name}” is not a list of keys and values.")
        values: dict[str, Any] = {}
        starts: list[int] = []
        for key_node, value_node in cast("list[tuple[Any, Any]]", node.value):
            key = str(loader.construct_object(key_node, deep=True))
            if key in values:
                raise UnreadableFile(
                    f"The front matter of “{name}” has the key “{key}” twice (line "
                    f"{key_node.start_mark.line + 2})."
                )
            values[key] = loader.construct_object(value_node, deep=True)
            starts.append(key_node.start_mark.index)
    finally:
        loader.dispose()
    places = [0, *starts[1:], len(matter)] if starts else []
    return values, [matter[start:end] for start, end in itertools.pairwise(places)]


@functools.cache
def _text_loader() -> Any:
    """Return PyYAML's safe loader that takes every plain scalar but null as text."""
    import yaml

    resolvers: dict[str, list[Any]] = yaml.SafeLoader.yaml_implicit_resolvers
    null = {
        first: [one for one in found if one[0] == "tag:yaml.org,2002:null"]
        for first, found in resolvers.items()
    }

    class TextLoader(yaml.SafeLoader):
        yaml_implicit_resolvers = null

    return TextLoader


def write_front_matter(values: dict[str, Any]) -> str:
    """Return the keys as front matter with its two fences, strings quoted where YAML needs it."""
    import yaml

    text = yaml.dump(
        values,
        Dumper=_lossless_dumper(),
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
        default_flow_style=None,
    )
    return f"---\n{text}---\n"


@functools.cache
def _lossless_dumper() -> Any:
    """Return PyYAML's safe dumper that escapes the line ends YAML would read as a space."""
    import yaml

    class LosslessDumper(yaml.SafeDumper):
        pass

    def text_node(dumper: Any, text: str) -> Any:
        style = '"' if re.search("[\x85\u2028\u2029]", text) else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    LosslessDumper.add_representer(str, text_node)
    return LosslessDumper


def as_text(value: object) -> str:
    """Return a scalar as the text that a person wrote; "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def as_texts(value: object) -> tuple[str, ...]:
    """Return a list of scalars, or a comma-separated text, as texts."""
    if isinstance(value, (list, tuple)):
        return tuple(text for text in map(as_text, cast("list[object]", value)) if text)
    text = as_text(value)
    return tuple(part.strip() for part in text.split(",") if part.strip())


def as_date(value: object) -> date | None:
    """Return a date, or the date of a time as its author wrote it."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(as_text(value).strip()[:10])
    except ValueError:
        return None


def _looks_like_keys(text: str) -> bool:
    return re.match(r"\s*[\w-]+:(?:\s|$)", text) is not None
