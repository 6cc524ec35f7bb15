"""From plain data to typed records, with every problem named by its path.

cattrs walks the data; what a field may hold is decided in one place, the field's own converter,
which Python callers meet too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

import attrs
from cattrs import Converter, override
from cattrs.cols import is_sequence, list_structure_factory
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from companyprofiles._identifiers import Identifier, as_identifier
from companyprofiles._positions import join
from companyprofiles._property import Property
from companyprofiles._statements import Statement
from companyprofiles._texts import Text
from companyprofiles.errors import InvalidValueError, ProfileDataError, near_names, sentence

__all__ = ["BadRecordError", "structure", "structure_statement"]

T = TypeVar("T")


class BadRecordError(Exception):
    """A record has problems; never leaves the reader.

    Args:
        problems: Path below the record and message of each.
    """

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__(problems)
        self.problems = problems


def structure(raw: object, kind: type[T]) -> T:
    """Return plain data as a record of type *kind*.

    Raises:
        BadRecordError: The data does not fit; every problem is named.
    """
    try:
        return _converter().structure(raw, kind)
    except Exception as error:  # noqa: BLE001, whatever the data provokes is a problem of the data
        raise BadRecordError(list(_problems(error, "", kind))) from None


def structure_statement(raw: object, prop: Property[Any]) -> Statement[Any]:
    """Return plain data as a statement of *prop*.

    Raises:
        BadRecordError: The data does not fit; every problem is named.
    """
    if not isinstance(raw, Mapping):
        return structure(raw, Statement[Any])
    bound: dict[str, Any] = {**raw, "prop": prop}
    if "value" in bound:
        bound["value"] = (prop, bound["value"])
    return structure(bound, Statement[Any])


@cache
def _converter() -> Converter:
    converter = Converter(
        detailed_validation=True,
        forbid_extra_keys=True,
        use_alias=True,
    )
    converter.register_structure_hook(str, _strictly(str, "a string"))
    converter.register_structure_hook(bool, _strictly(bool, "true or false"))
    converter.register_structure_hook(Text, lambda raw, _: _text(raw))
    converter.register_structure_hook(Identifier, lambda raw, _: as_identifier(raw))
    converter.register_structure_hook_factory(_is_list, _list_hook)
    converter.register_structure_hook_factory(attrs.has, _record_hook)
    return converter


def _strictly(kind: type, expected: str) -> Any:
    def hook(raw: object, _: type) -> object:
        if type(raw) is not kind:
            raise InvalidValueError(expected, raw, "Quote it." if kind is str else "")
        return raw

    return hook


def _is_list(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple and is_sequence(kind) is not None


def _list_hook(kind: Any, converter: Converter) -> Any:
    read = list_structure_factory(list[kind.__args__[0]], converter)

    def hook(raw: object, _: type) -> tuple[Any, ...]:
        if not isinstance(raw, list | tuple):
            raise InvalidValueError("a list", raw, "Put it in [ ].")
        return tuple(read(raw, None))

    return hook


def _record_hook(kind: Any, converter: Converter) -> Any:
    origin = getattr(kind, "__origin__", None) or kind
    overrides: dict[str, Any] = {
        field.name: override(struct_hook=_through(field.converter))
        for field in attrs.fields(origin)
        if field.converter is not None
    }
    if origin is Statement:
        overrides["prop"] = override(struct_hook=lambda raw, _: raw)
        overrides["_value"] = override(struct_hook=lambda raw, _: _value(*raw))
    read = make_dict_structure_fn(
        kind, converter, _cattrs_use_alias=True, _cattrs_forbid_extra_keys=True, **overrides
    )

    required = next((f.alias for f in attrs.fields(origin) if f.default is attrs.NOTHING), "key")
    first = "value" if origin is Statement else required

    def hook(raw: object, _: type) -> object:
        if not isinstance(raw, Mapping):
            advice = f'Write it as in {{ {first} = "…" }}.'
            raise InvalidValueError("a table", raw, advice)
        return read(raw, kind)

    return hook


def _through(convert: Any) -> Any:
    """Let a field's own converter decide, while the path is known."""
    return lambda raw, _: convert(raw)


def _value(prop: Property[Any], raw: object) -> object:
    if prop.value_type is Text:
        return _text(raw)
    if attrs.has(prop.value_type) and not hasattr(prop.value_type, "parse"):
        return _converter().structure(raw, prop.value_type)
    return prop.convert(raw)


def _text(raw: object) -> Text:
    """Read ``{ zh = "…" }``, or ``{ text = "…", lang = "zh", kind = "translation" }``."""
    if isinstance(raw, Text):
        return raw
    if isinstance(raw, Mapping) and "text" in raw:
        extra = set(raw) - {"text", "lang", "kind"}
        if extra:
            raise InvalidValueError("text, lang and kind only", sorted(map(str, extra)))
        return Text(raw["text"], raw.get("lang", "und"), kind=raw.get("kind", "original"))
    if isinstance(raw, Mapping) and len(raw) == 1:
        ((lang, text),) = raw.items()
        return Text(text, lang)
    raise InvalidValueError("a text by its language", raw, 'Write it as in { en = "…" }.')


def _problems(error: BaseException, path: str, kind: Any) -> Iterator[tuple[str, str]]:
    if isinstance(error, ForbiddenExtraKeysError):
        known = _fields(error.cl)
        for key in sorted(map(str, error.extra_fields)):
            near = near_names(key, known)
            advice = f"Did you mean {near}?" if near else "Remove it."
            yield join(path, key), sentence(f"one of the keys {', '.join(known)}", key, advice)
    elif isinstance(error, ProfileDataError):
        for problem in error.problems:
            yield f"{path}.{problem.path}" if path else problem.path, problem.message
    elif isinstance(error, BaseExceptionGroup):
        inner_kind = error.cl if isinstance(error, ClassValidationError) else kind
        for inner in error.exceptions:
            yield from _problems(inner, _below(path, inner), inner_kind)
    elif isinstance(error, KeyError):
        yield path, "must be given."
    elif isinstance(error, InvalidValueError):
        yield path, str(error)
    elif isinstance(error, RecursionError):
        yield path, "must be less deeply nested."
    else:
        yield path, f"must be valid: {error}."


def _below(path: str, error: BaseException) -> str:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return join(path, note.name.lstrip("_"))
        if isinstance(note, IterableValidationNote):
            return join(path, note.index)
    return path


def _fields(kind: Any) -> list[str]:
    kind = getattr(kind, "__origin__", None) or kind
    # The name of a statement's table says its property.
    hidden = {"prop"} if kind is Statement else set()
    return [field.alias for field in attrs.fields(kind) if field.alias not in hidden]
