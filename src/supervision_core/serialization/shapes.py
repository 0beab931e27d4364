"""The shape of each class in documents: its fields, or the form that says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, TypeGuard, Union, final, get_args, get_origin, get_type_hints

import attrs

from supervision_core.evidence.commitments import Registration
from supervision_core.evidence.policy import WeighingPolicy
from supervision_core.judging.assessing import Assessment, assess
from supervision_core.regulations import SHIPPED
from supervision_core.regulations.regulation import Regulation
from supervision_core.rotation.history import History, given_to, history_of_parts
from supervision_core.rotation.lineage import Held, Reform
from supervision_core.rotation.records import CountingRule, Record
from supervision_core.serialization.composites import EitherShape, ListShape, MapShape, MaybeShape, RowShape, Shape
from supervision_core.serialization.kinds import KINDS_IN_OTHERS, TOLD_APART, digest_of, schema_name, word_of
from supervision_core.serialization.objects import NestedShape, ObjectShape, Way, key_text
from supervision_core.serialization.scalars import (
    DAY,
    EXACT,
    FAILED,
    TEXT,
    WHOLE,
    YES_NO,
    Misfit,
    Notes,
    Path,
    choice_of,
    json_text,
    kind_text,
)
from supervision_core.values.errors import BeyondExactness, Fault, InvalidInput
from supervision_core.values.facts import Fact, Facts, FactState, Value
from supervision_core.values.mappings import IdMap, Memo, map_of_sorted, memo_of
from supervision_core.values.text import shown

__all__ = ["FORMS", "AssessmentShape", "Form", "RegulationShape", "document_shape", "is_misnamed", "is_reference", "shape_of"]


_TYPE: Final = "shipped_regulation"
_KEYS: Final = frozenset({"type", "code", "version", "fingerprint"})
_SHIPPED: Final[Mapping[tuple[str, int], Regulation]] = {(one.code, one.version): one for one in SHIPPED}


#: What people read; no grade depends on it.
_WORDS: Final = frozenset({"label", "citation", "unit"})


def _deciding(part: Any) -> Any:
    """A document without what people read in it."""
    if isinstance(part, dict):
        return {key: _deciding(value) for key, value in part.items() if key not in _WORDS}
    return [_deciding(one) for one in part] if isinstance(part, list) else part


def deciding_digest(document: Mapping[str, object]) -> str:
    """The fingerprint of all that decides in a regulation's document."""
    return digest_of(_deciding(document))


def is_reference(given: object) -> TypeGuard[dict[str, Any]]:
    """Whether what is given means a regulation by its name."""
    return type(given) is dict and given.get("type") == _TYPE


@final
@attrs.frozen(kw_only=True, eq=False)
class RegulationShape:
    """A shipped regulation by code, version and the fingerprint of all that decides in it; any other in full.

    So an assessment is small, one that was made under other rules than today's is noticed, and a better label or a
    citation that was verified meanwhile makes no old document unreadable.
    """

    #: The shape in full.
    of: ObjectShape
    types: frozenset[type] = frozenset({Regulation})
    json_types: frozenset[type] = frozenset({dict})
    plain_types: frozenset[type] = frozenset()

    @property
    def expected(self) -> str:
        """What would be right, in words."""
        return f'an object with "type": "{_TYPE}", or {self.of.expected}'

    @cached_property
    def _references(self) -> Mapping[tuple[str, int], Mapping[str, Any]]:
        return {
            key: {"type": _TYPE, "code": key[0], "version": key[1], "fingerprint": deciding_digest(self.of.write(one))}
            for key, one in _SHIPPED.items()
        }

    def is_misnamed(self, value: Regulation) -> bool:
        """Whether it has the code and version of a shipped regulation and decides otherwise."""
        shipped = self._references.get((value.code, value.version))
        if shipped is None or _SHIPPED[value.code, value.version] is value:
            return False
        return bool(deciding_digest(self.of.write(value)) != shipped["fingerprint"])

    def claims(self, given: object) -> bool:
        """Whether what is given means to be a regulation."""
        return self.of.claims(given) or is_reference(given)

    def read(self, given: Any, _: object = None) -> Regulation:
        """What is given as a value."""
        if is_reference(given):
            code, version = given.get("code"), given.get("version")
            if type(code) is str and type(version) is int and self._references.get((code, version)) == given:
                return _SHIPPED[code, version]
            raise Misfit
        found: Regulation = self.of.read(given)
        return found

    def write(self, value: Regulation) -> dict[str, Any]:
        """A value as it stands in a document."""
        key = value.code, value.version
        shipped = _SHIPPED.get(key)
        if shipped is value or shipped == value:
            return dict(self._references[key])
        return self.of.write(value)

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        if not self.claims(given):
            notes.add(path, given, self.expected)
            return FAILED
        if not is_reference(given):
            return self.of.inspect(given, path, notes)
        code, version = given.get("code"), given.get("version")
        known = type(code) is str and type(version) is int
        wanted = self._references.get((code, version)) if known else None  # type: ignore[arg-type]  # see known
        if wanted is None:
            names = ", ".join(f"{one} {number}" for one, number in _SHIPPED)
            notes.say(path, f"{json_text(code)} {json_text(version)}", f"the code and version of a shipped regulation: {names}")
            return FAILED
        before = notes.count
        # In the document's own order: that of a set would differ from process to process.
        for key in given:
            if key not in _KEYS:
                notes.say((*path, key_text(key)), kind_text(given[key]), "no such key")
        if given.get("fingerprint") != wanted["fingerprint"]:
            right = f"{wanted['fingerprint']}, the regulation as it is encoded here"
            notes.add((*path, "fingerprint"), given.get("fingerprint"), right)
        return FAILED if notes.count > before else _SHIPPED[code, version]  # type: ignore[index]  # see known

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema."""
        parts = {
            "type": {"const": _TYPE},
            "code": TEXT.schema(definitions),
            "version": WHOLE.schema(definitions),
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        }
        reference = {"type": "object", "properties": parts, "required": [*parts], "additionalProperties": False}
        return {"oneOf": [reference, self.of.schema(definitions)]}


#: Marks the entries in a regulation's memo.
_KEY: Final = "document"
#: An assessment, its object, and the parts of the object that somebody could change.
_Written: TypeAlias = tuple[Assessment, dict[str, Any], tuple[str, ...]]


@final
@attrs.frozen(kw_only=True, eq=False)
class AssessmentShape:
    """The object that an assessment is, put together once for each row of facts.

    A population of a hundred thousand has a few hundred rows.
    What is remembered lives with the regulation, like its assessments.
    """

    #: The object.
    of: ObjectShape
    types: frozenset[type] = frozenset({Assessment})
    json_types: frozenset[type] = frozenset({dict})
    plain_types: frozenset[type] = frozenset()

    @property
    def expected(self) -> str:
        """What would be right, in words."""
        return self.of.expected

    def claims(self, given: object) -> bool:
        """Whether what is given means to be an assessment."""
        return self.of.claims(given)

    def read(self, given: Any, _: object = None) -> Assessment:
        """What is given as a value."""
        return self._remembered(given) or self.of.read(given)

    def _remembered(self, given: Any) -> Assessment | None:
        try:
            if not is_reference(given["regulation"]):
                # A regulation in full is made anew, and remembers nothing yet.
                return None
            known = given["known"]
            regulation = self._regulation.read(given["regulation"])
            memo: Memo[_Written] = memo_of(regulation)
            found = memo.find((_KEY, tuple(known.items()), tuple(given["not_applicable"])))
            if found is None or found[1] != given:
                return None
            # Equal is not enough: to Python, 1 equals True and 1.0.
            alike = list(map(type, known.values())) == list(map(type, found[1]["known"].values()))
        except (AttributeError, KeyError, TypeError, Misfit):
            return None
        return found[0] if alike else None

    @property
    def _regulation(self) -> Shape:
        return self.of.fields["regulation"]

    def write(self, value: Assessment) -> dict[str, Any]:
        """A value as it stands in a document."""
        memo: Memo[_Written] = memo_of(value.regulation)
        key = _KEY, value.known, value.not_applicable
        _, kept, changing = memo.find(key) or memo.keep(key, self._written(value))
        # A new one each time, all the way down: who asked for it may change it.
        made = kept.copy()
        for name in changing:
            made[name] = made[name].copy()
        made["regulation"] = self._regulation.write(value.regulation)
        return made

    def _written(self, value: Assessment) -> _Written:
        written = self.of.write(value)
        return value, written, tuple(name for name, one in written.items() if type(one) not in _UNCHANGING)

    def inspect(self, given: object, path: Path, notes: Notes) -> Any:
        """The value, or ``FAILED`` with notes on all that is wrong."""
        return self.of.inspect(given, path, notes)

    def schema(self, definitions: dict[str, object]) -> dict[str, object]:
        """Its JSON Schema."""
        return self.of.schema(definitions)


_UNCHANGING: Final = frozenset({str, type(None)})


@final
@attrs.frozen(kw_only=True)
class Form:
    """The parts of a document, by name and type, and the way between them and the value."""

    fields: Mapping[str, Any]
    way: Way


def _facts_of(parts: Mapping[str, Any]) -> Facts:
    return Facts(parts["facts"])


def _parts_of_facts(facts: Facts) -> Mapping[str, Any]:
    return {"facts": facts.facts}


def _history_of(parts: Mapping[str, Any]) -> History:
    years: IdMap[IdMap[Held]] = parts["years"]
    faults = [
        Fault("not_a_year", "History", shown(year), "a year as four digits")
        for year in years
        if not (len(year) == _DIGITS_OF_A_YEAR and year.isascii() and year.isdecimal())
    ]
    if faults:
        raise InvalidInput(faults)
    return history_of_parts(
        {int(year): column for year, column in years.items()}, **{name: parts[name] for name in _BESIDE_YEARS}
    )


_DIGITS_OF_A_YEAR = 4
_BESIDE_YEARS = ("unknown", "spells", "counting", "reforms", "parts")


def _parts_of_history(history: History) -> Mapping[str, Any]:
    given = given_to(history)
    years = IdMap({f"{year:04d}": column for year, column in given.years.items()})
    return {"years": years, **{name: getattr(given, name) for name in _BESIDE_YEARS}}


def _assessment_of(parts: Mapping[str, Any]) -> Assessment:
    # It is judged again: a document that says another grade than its facts give differs from what is then written.
    not_applicable: tuple[str, ...] = parts["not_applicable"]
    known: IdMap[Value] = parts["known"]
    if not not_applicable:
        return assess(parts["regulation"], Facts.of(known))
    facts = [Fact(code=code, value=value) for code, value in known.items() if code not in not_applicable]
    facts.extend(Fact(code=code, state=FactState.NOT_APPLICABLE) for code in not_applicable)
    return assess(parts["regulation"], Facts(facts))


def _parts_of_assessment(assessment: Assessment) -> Mapping[str, Any]:
    try:
        grade, possible, open_facts = assessment.grade, assessment.possible, assessment.open_facts
    except BeyondExactness:
        # Said as null: too large to be answered exactly.
        return {**_given_parts(assessment), "grade": None, "possible": None, "open_facts": None}
    return {
        **_given_parts(assessment),
        "grade": None if grade is None else grade.code,
        "possible": tuple(one.code for one in possible),
        "open_facts": open_facts,
    }


def _given_parts(assessment: Assessment) -> dict[str, Any]:
    return {
        "regulation": assessment.regulation,
        "known": map_of_sorted(dict(assessment.known)),
        "not_applicable": assessment.not_applicable,
    }


def _under_kept_names(cls: type, kept: Mapping[str, str]) -> Form:
    """The fields of a class, some of which documents call by the name that they had when they were first written."""
    hints = get_type_hints(cls)
    written = {field.name: kept.get(field.name, field.name) for field in attrs.fields(cls) if field.init}

    def build(parts: Mapping[str, Any]) -> Any:
        return cls(**{name: parts[word] for name, word in written.items()})

    def take(value: Any) -> Mapping[str, Any]:
        return {word: getattr(value, name) for name, word in written.items()}

    return Form(fields={word: hints[name] for name, word in written.items()}, way=Way(build=build, take=take))


FORMS: Final[Mapping[type, Form]] = {
    Registration: _under_kept_names(Registration, {"scheme": "programme"}),
    WeighingPolicy: _under_kept_names(WeighingPolicy, {"schemes": "programmes"}),
    Facts: Form(fields={"facts": tuple[Fact, ...]}, way=Way(build=_facts_of, take=_parts_of_facts)),
    History: Form(
        fields={
            "years": IdMap[IdMap[Held]],
            "unknown": tuple[tuple[int, str], ...],
            "spells": tuple[Record, ...],
            "counting": CountingRule,
            "reforms": tuple[Reform, ...],
            "parts": IdMap[int],
        },
        way=Way(build=_history_of, take=_parts_of_history),
    ),
    Assessment: Form(
        fields={
            "regulation": Regulation,
            "known": IdMap[Value],
            "not_applicable": tuple[str, ...],
            "grade": str | None,
            "possible": tuple[str, ...] | None,
            "open_facts": tuple[str, ...] | None,
        },
        way=Way(build=_assessment_of, take=_parts_of_assessment),
    ),
}


_SCALARS: dict[object, Shape] = {str: TEXT, bool: YES_NO, int: WHOLE, Fraction: EXACT, date: DAY}


@cache
def document_shape(cls: type) -> Shape:
    """The shape of a document of its own: the class's fields, and its schema."""
    made = _object_of(cls)
    if "schema" not in made.constants:
        name = f"{made.name}_document"
        made = attrs.evolve(made, name=name, constants={"schema": schema_name(cls), **made.constants})
    if cls is Assessment:
        return AssessmentShape(of=made)
    return NestedShape(of=made) if _holds_itself(cls) else made


@cache
def shape_of(kind: Any, inside: bool = False) -> Shape:  # noqa: FBT002  the cache takes it by position
    """The shape of a type. ``inside`` is said where its owner may be nested in itself and minds the depth."""
    if kind in _SCALARS:
        return _SCALARS[kind]
    origin, args = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _either(args, inside=inside)
    if origin is tuple:
        if args[-1] is Ellipsis:
            return ListShape(of=shape_of(args[0], inside))
        return RowShape(of=tuple(shape_of(one, inside) for one in args))
    if origin is IdMap:
        return MapShape(of=shape_of(args[0], inside))
    if issubclass(kind, Enum):
        return choice_of(kind)
    made = _object_of(kind)
    if kind is Regulation:
        return RegulationShape(of=made)
    if kind is Assessment:
        return AssessmentShape(of=made)
    return NestedShape(of=made) if _holds_itself(kind) and not inside else made


def is_misnamed(regulation: Regulation) -> bool:
    """Whether a regulation has the code and version of a shipped one and decides otherwise."""
    shape = shape_of(Regulation)
    return isinstance(shape, RegulationShape) and shape.is_misnamed(regulation)


def _either(kinds: tuple[Any, ...], *, inside: bool) -> Shape:
    some = tuple(kind for kind in kinds if kind is not NoneType)
    shapes = tuple(shape_of(kind, inside) for kind in some)
    # A choice is asked before numbers: both may stand as text, and only the choice knows all of its words.
    ordered = sorted(shapes, key=lambda shape: shape is EXACT or shape is TEXT)
    made = shapes[0] if len(shapes) == 1 else EitherShape(of=tuple(ordered))
    return MaybeShape(of=made) if len(some) < len(kinds) else made


@cache
def _object_of(cls: type) -> ObjectShape:
    word = word_of(cls)
    constants: dict[str, str] = {}
    if word in KINDS_IN_OTHERS:
        constants["schema"] = schema_name(cls)
    if word in TOLD_APART:
        constants["type"] = word
    form = FORMS.get(cls)
    inside = _holds_itself(cls)

    def find_fields() -> Mapping[str, Shape]:
        return {name: shape_of(kind, inside) for name, kind in _field_types(cls).items()}

    return ObjectShape(cls=cls, name=word, constants=constants, find_fields=find_fields, way=None if form is None else form.way)


def _field_types(cls: type) -> Mapping[str, Any]:
    form = FORMS.get(cls)
    if form is not None:
        return form.fields
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in attrs.fields(cls) if field.init}


@cache
def _holds_itself(cls: type) -> bool:
    seen: set[type] = set()
    ahead = [*_classes_in(_field_types(cls).values())]
    while ahead:
        one = ahead.pop()
        if one is cls:
            return True
        if one not in seen:
            seen.add(one)
            ahead.extend(_classes_in(_field_types(one).values()))
    return False


def _classes_in(kinds: Any) -> list[type]:
    found: list[type] = []
    for kind in kinds:
        if isinstance(kind, type) and attrs.has(kind):
            found.append(kind)
        else:
            found.extend(_classes_in(get_args(kind)))
    return found
