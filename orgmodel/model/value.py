"""`@value`: a frozen, slotted class from its annotations, as `@dataclass(frozen=True, slots=True)` makes, made faster.

The standard decorator compiles seven methods for each class: 0.75 ms each, a fifth of the time from start to the first
painted matrix for a model of thirty classes. This one compiles `__init__` once for each number of fields.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def value(cls: type[T]) -> type[T]: ...
@overload
def value(*, indexed: bool) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True)
def value(cls: type[Any] | None = None, *, indexed: bool = False) -> Any:
    """Make a frozen value of a class; an `indexed` one may carry `cached_property` indexes beside its fields."""
    if cls is None:
        return lambda decorated: _value(decorated, indexed=indexed)
    return _value(cls, indexed=indexed)


def fields_of(thing: Any) -> tuple[str, ...]:
    """The names of a value's fields, in the order of its class."""
    return thing.__value_fields__  # type: ignore[no-any-return]


def changed(thing: T, **changes: Any) -> T:
    """A copy with some fields replaced; the very same object where every one of them holds that object already."""
    if all(getattr(thing, field) is given for field, given in changes.items()):
        return thing
    return type(thing)(**{field: getattr(thing, field) for field in fields_of(thing)} | changes)


def _value(cls: type[T], *, indexed: bool) -> type[T]:
    names = tuple(cls.__annotations__)
    body = {key: held for key, held in vars(cls).items() if key not in ("__dict__", "__weakref__")}
    defaults = {name: body.pop(name) for name in names if name in body}
    body |= _SHARED
    body["__slots__"] = (*names, "__dict__") if indexed else names
    body["__value_fields__"] = names
    body["__init__"] = _init(names, defaults)
    body["__value_held__"] = attrgetter(*names) if len(names) > 1 else lambda held: (getattr(held, names[0]),)
    made: type[T] = type(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def _init(names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., None]:
    """The `__init__` of one class: the pattern for as many fields, with the names of these."""
    if names[len(names) - len(defaults) :] != tuple(defaults):
        raise TypeError(f"a field without a default follows one that has one: {', '.join(names)}")
    pattern = _pattern(len(names))
    named = dict(zip(pattern.co_varnames[1:], names, strict=True))
    code = pattern.replace(
        co_varnames=("self", *names), co_consts=tuple(named.get(const, const) for const in pattern.co_consts)
    )
    return FunctionType(code, {"_put": object.__setattr__}, "__init__", tuple(defaults.values()))


@cache
def _pattern(count: int) -> CodeType:
    """The code that sets `count` fields; compiled once for all classes of that many."""
    names = [f"field{number}" for number in range(count)]
    lines = "".join(f"\n _put(self, {name!r}, {name})" for name in names)
    scope: dict[str, Any] = {}
    exec(f"def __init__(self, {', '.join(names)}):{lines}", scope)  # noqa: S102 (built from nothing but a number)
    made: FunctionType = scope["__init__"]
    return made.__code__


def _refuse(self: Any, name: str, *_: object) -> NoReturn:
    raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be changed")


def _equal(self: Any, other: Any) -> Any:
    if self is other:
        return True
    if type(self) is not type(other):
        return NotImplemented
    held: Callable[[Any], tuple[Any, ...]] = type(self).__value_held__
    return held(self) == held(other)


def _hash(self: Any) -> int:
    return hash(type(self).__value_held__(self))


def _repr(self: Any) -> str:
    inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__value_fields__)
    return f"{type(self).__name__}({inside})"


_SHARED = {
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__reduce__": lambda self: (type(self), type(self).__value_held__(self)),
    "__copy__": lambda self: self,
    "__deepcopy__": lambda self, _: self,
}
