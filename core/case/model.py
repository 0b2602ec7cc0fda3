"""The pydantic models of a case, made from the catalogue: validation of files and the JSON Schema.

They are made once, the first time a file is read or the schema is asked for. Unknown keys are refused.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    create_model,
)

from core.case.case import CaseError
from core.case.catalogue import Catalogue, catalogue
from core.case.facts import Fact, FactError, read_code


class Strict(BaseModel):
    """Refuses unknown keys and silent conversions."""

    model_config = ConfigDict(extra="forbid", strict=True)


def validated(data: Any) -> dict[str, Any]:
    """``data`` as the plain data of a case. Raises CaseError listing every problem."""
    try:
        model = case_model().model_validate(data)
    except ValidationError as error:
        raise CaseError([_problem(e) for e in error.errors()]) from None
    dumped = model.model_dump(exclude_none=True)
    _refuse_double_ids(dumped, ())
    return dumped


@lru_cache(maxsize=1)
def case_model() -> type[BaseModel]:
    """The model of the value under ``case`` in a case file."""
    return build_model(catalogue())


@lru_cache(maxsize=8)
def adapter(kind: type) -> TypeAdapter[Any]:
    """What checks the other parts of a case file, which are dataclasses, and tells their schema."""
    return TypeAdapter(kind)


def build_model(facts: Catalogue) -> type[BaseModel]:
    """The model for a catalogue."""
    sections: dict[str, Any] = {}
    for fact in facts.facts.values():
        if "[]" in fact.path:
            continue
        root, _, rest = fact.path.partition(".")
        if not rest:
            sections[root] = fact
        else:
            sections.setdefault(root, {})[rest] = fact
    found: type[BaseModel] = _record("Case", sections)
    return found


def _record(name: str, entries: dict[str, Any], extra: dict[str, Any] | None = None) -> Any:
    """A model with one optional field per entry; dotted keys become models inside."""
    nested: dict[str, Any] = {}
    for key, entry in entries.items():
        first, _, rest = key.partition(".")
        if rest:
            nested.setdefault(first, {})[rest] = entry
        else:
            nested[first] = entry
    fields: dict[str, Any] = dict(extra or {})
    for key, entry in nested.items():
        if isinstance(entry, dict):
            fields[key] = (_record(f"{name}_{key}", entry) | None, None)
        elif not entry.computed:
            fields[key] = (_optional(f"{name}_{key}", entry), _described(entry))
    return create_model(name, __base__=Strict, **fields)


def _optional(name: str, fact: Fact) -> Any:
    found = _annotation(name, fact) | None
    return Annotated[found, BeforeValidator(_yes_or_no)] if fact.type == "boolean" else found


def _yes_or_no(value: Any) -> Any:
    """In YAML 1.2 a bare yes, no or unknown is text; it is meant as an answer."""
    return (
        {"yes": True, "no": False, "unknown": None}.get(value, value)
        if isinstance(value, str)
        else value
    )


def _whole(value: Any) -> Any:
    """``complete: true`` means "all", ``complete: false`` and ``complete: []`` that nothing is said."""
    if isinstance(value, bool):
        return "all" if value else None
    return None if value == [] else value


def _described(fact: Fact) -> Any:
    return Field(default=None, description=(fact.ask or fact.label)["en"])


def _annotation(name: str, fact: Fact) -> Any:
    if fact.type == "records":
        inner = _record(f"{name}_item", {f.name: f for f in fact.fields}, _identity())
        return _list(name, inner, fact)
    if fact.is_list:
        return _list(name, _coded(fact), fact)
    return _scalar(fact)


def _identity() -> dict[str, Any]:
    return {"id": (Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$")], ...)}


def _list(name: str, inner: Any, fact: Fact) -> Any:
    kinds = next((tuple(f.choices) for f in fact.fields if f.name == fact.kind), ())
    complete: Any = Literal["all"]
    if kinds:
        complete = complete | list[Literal[kinds]]  # type: ignore[valid-type]
    fields: dict[str, Any] = {
        "complete": (Annotated[complete | None, BeforeValidator(_whole)], None),
        "items": (list[inner] | None, None),
    }
    return create_model(name, __base__=Strict, **fields)


def _coded(fact: Fact) -> Any:
    def check(value: str) -> str:
        try:
            return read_code(fact, value)
        except FactError as error:
            raise ValueError(str(error)) from None

    if fact.choices:
        return Literal[tuple(fact.choices)]
    return Annotated[str, Field(pattern="^[A-Z]{2}$"), AfterValidator(check)]


def _scalar(fact: Fact) -> Any:
    """A scalar that passes when :meth:`Fact.read` takes it."""

    def check(value: Any) -> Any:
        try:
            fact.read(value)
        except FactError as error:
            raise ValueError(str(error)) from None
        return value

    shapes: dict[str, Any] = {
        "boolean": bool,
        "integer": Annotated[int, Field(ge=fact.minimum, le=fact.maximum)]
        if fact.minimum is not None
        else int,
        "text": str,
        "date": Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")],
        "time": Annotated[str, Field(pattern=r"^\d{2}:\d{2}$")],
        "choice": Literal[tuple(fact.choices)] if fact.choices else str,
        "country": Annotated[str, Field(pattern="^[A-Z]{2}$")],
    }
    return Annotated[shapes[fact.type], BeforeValidator(check)]


def _problem(error: Any) -> tuple[tuple[str | int, ...], str]:
    """Path and sentence of one pydantic error."""
    path = tuple(step for step in error["loc"] if not _is_type_name(step))
    found = error.get("input")
    shown = repr(found) if len(repr(found)) < 60 else type(found).__name__
    kind = error["type"]
    if kind == "extra_forbidden":
        return path, "unknown key; the catalogue has no such fact here (see: threshold schema case)"
    if kind == "value_error":
        return path, str(error["ctx"]["error"])
    if kind == "missing":
        return path, "is missing; every member of a list needs it"
    return path, f"found {shown}; {error['msg'][0].lower()}{error['msg'][1:]}"


def _is_type_name(step: str | int) -> bool:
    """Pydantic adds names of union members to a path; they mean nothing to the reader."""
    return isinstance(step, str) and ("[" in step or step.startswith(("Case_", "function-")))


def _refuse_double_ids(value: Any, path: tuple[str | int, ...]) -> None:
    if isinstance(value, dict):
        items = value.get("items")
        ids = [m["id"] for m in items or () if isinstance(m, dict)]
        for at, name in enumerate(ids):
            if name in ids[:at]:
                raise CaseError([((*path, "items", at, "id"), f"the id {name!r} stands twice")])
        for key, inner in value.items():
            _refuse_double_ids(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            _refuse_double_ids(inner, (*path, at))
