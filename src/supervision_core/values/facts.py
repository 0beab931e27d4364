"""What is known in one case, fact by fact: found, not shown, contested or not applicable, each with its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from operator import countOf
from types import MappingProxyType, NoneType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

import attrs

from supervision_core.values.checks import Checks, as_tuple, check_arguments, composed_sorted
from supervision_core.values.errors import WRONG_FACT_TYPE, Fault, InvalidInput, raise_for
from supervision_core.values.exact import ExactNumber, exact_or_same, number_fault
from supervision_core.values.labels import Label
from supervision_core.values.mappings import IdMap, map_of_checked
from supervision_core.values.text import LONGEST_TEXT, composed, identifier_fault, shown

__all__ = ["ContradictoryFacts", "Fact", "FactState", "Facts", "Value"]


#: A yes/no answer or an exact measure.
Value: TypeAlias = bool | Fraction

_EXPECTED_VALUE: Final = "True, False, an exact number (int, Fraction, Decimal), or None for unknown"


@final
class FactState(Enum):
    """How a fact stands: found (with its value), not shown, contested, or not applicable."""

    FOUND = "found"
    NOT_SHOWN = "not_shown"
    CONTESTED = "contested"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> Label:
        """What people read."""
        return _STATE_LABELS[self._value_]


_STATE_LABELS = {
    "found": Label("đã xác minh", "found"),
    "not_shown": Label("chưa có căn cứ", "not shown"),
    "contested": Label("còn mâu thuẫn", "contested"),
    "not_applicable": Label("không áp dụng", "not applicable"),
}


def _kind_and_value(value: object) -> tuple[bool, object]:
    # True equals 1 in Python; as facts a yes and the measure one are different.
    return isinstance(value, bool), value


def _state_of_value(fact: Fact) -> FactState:
    return FactState.NOT_SHOWN if fact.value is None else FactState.FOUND


def _value(value: bool | ExactNumber | None) -> Value | None:
    return value if value is None or isinstance(value, bool) else exact_or_same(value)


@final
@attrs.frozen(kw_only=True)
class Fact:
    """One fact: a yes/no answer or an exact measure, its sources, or the reason why it is unknown.

    Without a ``state`` it is found when it has a value and not shown when it has none.
    A contested fact has no value; its ``sources`` are the ones that contradict each other.

    >>> from supervision_core import Fact, FactState
    >>> Fact(code="civic.standing", value=True, sources=("minutes-12",)).state
    <FactState.FOUND: 'found'>
    >>> Fact(code="civic.standing", state=FactState.CONTESTED)
    Traceback (most recent call last):
        ...
    supervision_core.values.errors.InvalidInput: Fact 'civic.standing'.sources: found (), expected the sources that ...
    """

    #: What it is about.
    code: str = attrs.field(converter=composed)
    #: Yes, no, an exact number, or None when there is no value.
    value: Value | None = attrs.field(default=None, converter=_value, eq=_kind_and_value)
    #: How it stands.
    state: FactState = attrs.field(default=attrs.Factory(_state_of_value, takes_self=True))
    #: Ids of the evidence behind it, sorted.
    sources: tuple[str, ...] = attrs.field(default=(), converter=composed_sorted)
    #: A remark for people, such as why nothing could be shown.
    why: Label | None = None

    def __attrs_post_init__(self) -> None:
        checks = Checks(f"Fact {shown(self.code)}")
        checks.identifier("code", self.code)
        checks.optional_kind("why", self.why, Label, "a Label")
        checks.identifiers("sources", self.sources)
        if self.value is not None and (fault := value_fault(self.value)) is not None:
            checks.fault(WRONG_FACT_TYPE, "value", self.value, fault)
        if checks.member("state", self.state, FactState):
            self._check_state(checks)
        checks.done()

    def _check_state(self, checks: Checks) -> None:
        if self.state is FactState.FOUND and self.value is None:
            checks.fault("missing", "value", None, "a value, since the state is FOUND")
        if self.state is not FactState.FOUND and self.value is not None:
            checks.fault("surplus", "value", self.value, f"None, since the state is {self.state.name}")
        if self.state is FactState.CONTESTED and self.sources == ():
            checks.fault("missing", "sources", self.sources, "the sources that contradict each other")

    def is_bare(self) -> bool:
        """Whether nothing is known of it but its code: the same as not being listed at all."""
        return self.state is FactState.NOT_SHOWN and not self.sources and self.why is None


def fact_of_checked(code: str, value: Value | None, state: FactState | None = None, sources: Sequence[str] = ()) -> Fact:
    """Put a fact together of what was checked before: a composed code, an exact value, sorted ids."""
    made = _new(Fact)
    _set_code(made, code)
    _set_value(made, value)
    _set_state(made, state or (FactState.NOT_SHOWN if value is None else FactState.FOUND))
    _set_sources(made, tuple(sources))
    _set_why(made, None)
    return made


# The slots themselves, as below those of facts: a case has dozens, and a population is weighed all at once.
_new = object.__new__
_set_code, _set_value, _set_state, _set_sources, _set_why = (
    vars(Fact)[name].__set__ for name in ("code", "value", "state", "sources", "why")
)


def value_fault(value: object) -> str | None:
    """What would be right where a value is neither a yes/no answer nor an exact number; None when it is."""
    if isinstance(value, bool):
        return None
    fault = number_fault(value)
    if fault is None:
        return None
    return _EXPECTED_VALUE if fault[0] == "not_exact" else fault[1]


_BETWEEN_FACTS: Final = "\x1e"
_WITHIN_FACT: Final = "\x1f"
# How the row marks a fact that does not apply; no answer or number can look like it.
_NOT_APPLICABLE: Final = "not_applicable"


class ContradictoryFacts(InvalidInput):
    """Facts that break an implication: both cannot be true of one person.

    ``codes`` are the facts at odds and ``provision`` the implication that they break
    (the first one, where several are broken; ``faults`` has all).
    """

    def __init__(
        self,
        codes: tuple[str, ...],
        provision: Label,
        faults: Iterable[Fault] = (),
        subject_id: str | None = None,
    ) -> None:
        super().__init__(faults, subject_id)
        self.codes = codes
        self.provision = provision
        self.args = (codes, provision, self.faults, subject_id)


@final
@attrs.frozen(init=False, eq=False, repr=False)
class Facts:
    """All that is known in one case.

    A fact that is not listed is unknown, and so is one listed with None; both are equal.
    The short form takes values and sources, the long form takes whole facts.

    >>> from supervision_core import Fact, Facts
    >>> short = Facts.of({"duties.well_done": True, "civic.standing": None}, sources={"duties.well_done": ("minutes-12",)})
    >>> short == Facts((Fact(code="duties.well_done", value=True, sources=("minutes-12",)),))
    True
    >>> Facts.of({"duties.well_done": 0.9})
    Traceback (most recent call last):
        ...
    supervision_core.values.errors.WrongFactType: Facts['duties.well_done']: found 0.9, expected True, False, an exact ...
    """

    #: Every fact that is more than unknown, sorted by code.
    facts: tuple[Fact, ...]
    # The values alone, and the facts that carry more than a value; `facts` is put together from them when asked for,
    # because judging needs values only and a hundred thousand officials have nine facts each.
    _values: dict[str, Value] = attrs.field(init=False)
    _noted: Mapping[str, Fact] = attrs.field(init=False)
    #: All that judging looks at, as one text: codes with their values, sorted; equal rows are judged alike.
    row: str = attrs.field(init=False)
    # What makes a row, in the order in which it was given, where that is quicker to have; equal ones are judged alike.
    _given: bytes | None = attrs.field(init=False)

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        checks = Checks("Facts")
        listed = as_tuple(facts)
        if checks.each("facts", listed, Fact, "a Fact"):
            codes = [fact.code for fact in listed]
            for code in sorted(code for code, count in Counter(codes).items() if count > 1):
                checks.fault("duplicate", "facts", code, "each code once")
        checks.done()
        values = {fact.code: fact.value for fact in listed if fact.value is not None}
        tokens = {code: str(value) for code, value in values.items()}
        tokens |= {fact.code: _NOT_APPLICABLE for fact in listed if fact.state is FactState.NOT_APPLICABLE}
        order = sorted(tokens)
        row = _row(order, [tokens[code] for code in order])
        self._fill(values, {fact.code: fact for fact in listed if not _is_value_only(fact) and not fact.is_bare()}, row)

    @classmethod
    def of(
        cls,
        values: Mapping[str, bool | ExactNumber | None],
        *,
        sources: Mapping[str, Iterable[str]] | None = None,
    ) -> Facts:
        """The short form: values by code, with the sources of some of them.

        Values of a wrong kind raise ``WrongFactType``; sources for a code that is not listed, blank codes and the like
        raise ``InvalidInput``; all faults come at once.
        """
        if sources is None and type(values) is dict and (found := _plain_answers(values)) is not None:
            made = _new(cls)
            _set_values(made, found[0])
            _set_noted(made, _NOTHING_NOTED)
            _set_given(made, found[1])
            return made
        return cls(_listed(values, {} if sources is None else sources))

    def _fill(self, values: dict[str, Value], noted: Mapping[str, Fact], row: str) -> None:
        _set_values(self, values)
        _set_noted(self, noted)
        _set_row(self, row)
        _set_given(self, None)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> tuple[Fact, ...] | str:
            # Reached only while the slot of `facts` or `row` is empty; it is filled once and never changes.
            if name == "row":
                values = self._values
                order = sorted(values)
                row = _row(order, [_YES if values[code] else _NO for code in order])
                _set_row(self, row)
                return row
            if name != "facts":
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            codes = sorted(self._values.keys() | self._noted.keys())
            facts = tuple([self._noted.get(code) or fact_of_checked(code, self._values[code]) for code in codes])
            object.__setattr__(self, "facts", facts)
            return facts

    def with_(
        self, values: Mapping[str, bool | ExactNumber | FactState | None], *, sources: Mapping[str, Iterable[str]] | None = None
    ) -> Facts:
        """The same case with some facts otherwise, as in "what if": all the others keep their values, states and sources.

        None makes a fact unknown, ``FactState.NOT_APPLICABLE`` one that does not apply, and ``FactState.CONTESTED`` one on
        which its ``sources`` contradict each other. A changed fact has the sources that are given with it and no others:
        what was said of its old value does not speak for the new one. Raises as ``of`` does.

        >>> from supervision_core import Fact, Facts, FactState
        >>> case = Facts((Fact(code="civic.household_obligations", state=FactState.NOT_APPLICABLE),
        ...               Fact(code="civic.standing", value=True, sources=["minutes-12"])))
        >>> other = case.with_({"civic.standing": False}, sources={"civic.standing": ["minutes-14"]})
        >>> other.get("civic.standing").sources, other.get("civic.household_obligations").state.value
        (('minutes-14',), 'not_applicable')
        """
        changed = _changed(values, {} if sources is None else sources)
        codes = {fact.code for fact in changed}
        return Facts((*(fact for fact in self.facts if fact.code not in codes), *changed))

    @property
    def values(self) -> IdMap[Value]:
        """The values alone, by code."""
        return map_of_checked(self._values)

    def get(self, code: str) -> Fact:
        """The fact of a code; a bare unknown one when nothing is known."""
        if type(code) is not str:
            check_arguments(Facts.get, code=code)
        code = composed(code)
        noted = self._noted.get(code)
        if noted is not None:
            return noted
        value = self._values.get(code)
        # A code that is not known may be anything.
        return Fact(code=code) if value is None else fact_of_checked(code, value)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self._values.keys() | self._noted.keys())

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and ((form := composed(code)) in self._values or form in self._noted)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Facts):
            return NotImplemented
        return self.row == other.row and self._noted == other._noted

    def __hash__(self) -> int:
        return hash((self.row, tuple(sorted(self._noted))))

    def __repr__(self) -> str:
        # A fact may be sensitive personal data, so a log line shows only how many there are.
        return f"<Facts: {len(self)}>"

    def _repr_pretty_(self, printer: Any, _: bool) -> None:  # noqa: ANN401  Hypothesis' and IPython's own
        # A failing example of a test is to be seen and pasted.
        printer.text("Facts(" if self._noted else "Facts.of(")
        printer.pretty(list(self.facts) if self._noted else self._values)
        printer.text(")")

    def __reduce__(self) -> tuple[type[Facts], tuple[tuple[Fact, ...]]]:
        return Facts, (self.facts,)


# The slots themselves: a population fills a hundred thousand of them.
_set_values, _set_noted, _set_row, _set_given = (vars(Facts)[name].__set__ for name in ("_values", "_noted", "row", "_given"))


def facts_of_checked(values: dict[str, Value], sources: Mapping[str, Sequence[str]]) -> Facts:
    """Take over values and their sorted sources that were checked before, both by code; the caller gives them up.

    Each value has sources; a code that has sources and no value is contested.
    """
    made = _new(Facts)
    order = sorted(values)
    # Nearly all values are answers, and a text for each kind of answer is there already.
    tokens = [_YES if (value := values[code]) is True else _NO if value is False else str(value) for code in order]
    _set_values(made, values)
    _set_noted(made, _Sourced(values, sources))
    _set_row(made, _row(order, tokens))
    _set_given(made, None)
    return made


@final
class _Sourced(Mapping[str, Fact]):
    """Facts that are put together when they are asked for: weighing makes a hundred thousand and judging reads values only."""

    __slots__ = ("_sources", "_values")

    def __init__(self, values: Mapping[str, Value], sources: Mapping[str, Sequence[str]]) -> None:
        self._values, self._sources = values, sources

    def __getitem__(self, code: str) -> Fact:
        value, sources = self._values.get(code), self._sources[code]
        return fact_of_checked(code, value, FactState.CONTESTED if value is None else FactState.FOUND, sources)

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def cells_of_case(facts: Facts) -> dict[str, Value | FactState]:
    """What a table says of a case, by code: a value, or the state of what is contested or does not apply."""
    values, noted = facts._values, facts._noted  # noqa: SLF001  the same module
    cells: dict[str, Value | FactState] = dict(values)
    for code in noted.keys() - values.keys():
        if (state := noted[code].state) is not FactState.NOT_SHOWN:
            cells[code] = state
    return cells


def _row(codes: list[str], tokens: list[str]) -> str:
    """The row of some codes in their order: all codes, then what stands for the value of each; no code can hold the marks."""
    return f"{_BETWEEN_FACTS.join(codes)}{_WITHIN_FACT}{_BETWEEN_FACTS.join(tokens)}" if codes else ""


def _plain_answers(values: dict[str, bool | ExactNumber | None]) -> tuple[dict[str, Value], bytes] | None:
    """The values where all are yes, no or unknown and all codes are plain, and both as bytes; None for a closer look.

    It looks at everything at once and not one by one: building facts is the hot path of a population.
    """
    answers = tuple(values.values())
    known = countOf(map(type, answers), bool)
    is_plain = known == len(answers) or known + countOf(map(type, answers), NoneType) == len(answers)
    if not is_plain or countOf(map(type, values), str) != len(answers):
        return None
    try:
        codes = _BETWEEN_FACTS.join(values).encode()
    except UnicodeEncodeError:  # half a character
        return None
    # Without visible ASCII characters nothing is left but what stands between the codes.
    left = codes.translate(None, _VISIBLE)
    if len(left) >= len(answers) > 0 or left.strip(_MARK) or "" in values or len(codes) > LONGEST_TEXT:
        return None
    if known < len(answers):
        shown = {code: value for code, value in values.items() if value is not None}
        return shown, _MARK.join([_BETWEEN_FACTS.join(shown).encode(), bytes(shown.values())])  # type: ignore[return-value,arg-type]
    return values.copy(), codes + _MARK + bytes(answers)  # type: ignore[return-value,arg-type]  # answers are all yes or no


_YES, _NO = str(True), str(False)
_VISIBLE = bytes(range(ord("!"), ord("~") + 1))
_MARK = _BETWEEN_FACTS.encode()
_NOTHING_NOTED: Mapping[str, Fact] = MappingProxyType({})


def _is_value_only(fact: Fact) -> bool:
    return fact.state is FactState.FOUND and not fact.sources and fact.why is None


def _changed(values: object, sources: object) -> list[Fact]:
    """The facts of a change, or all its faults; states stand for themselves."""
    plain = values
    states: dict[str, FactState] = {}
    if isinstance(values, Mapping):
        states = {composed(code): state for code, state in values.items() if isinstance(state, FactState)}
        plain = {code: None if isinstance(value, FactState) else value for code, value in values.items()}
    changed: list[Fact] = []
    faults: list[Fault] = []
    for fact in _listed(plain, sources):
        try:
            changed.append(attrs.evolve(fact, state=states.get(fact.code, fact.state)))
        except InvalidInput as error:
            faults.extend(error.faults)
    raise_for(faults)
    return changed


def _listed(values: object, sources: object) -> list[Fact]:
    """The facts of the short form, or all its faults."""
    checks = Checks("Facts")
    if not checks.kind("values", values, Mapping, "a mapping from codes to values") or not checks.kind(
        "sources", sources, Mapping, "a mapping from codes to source ids"
    ):
        checks.done()
    assert isinstance(values, Mapping)
    assert isinstance(sources, Mapping)
    checks.distinct("values", values)
    checks.distinct("sources", sources)
    faults = list(checks.faults)
    facts: list[Fact] = []
    known = {composed(code) for code in values}
    by_code = {composed(code): given for code, given in sources.items()}
    for code, value in values.items():
        faults.extend(_faults_of(code, value))
    faults.extend(
        Fault("sources_without_fact", f"Facts.sources[{shown(code)}]", shown(given), "a code listed with a value or None")
        for code, given in by_code.items()
        if code not in known
    )
    if not faults:
        for code, value in values.items():
            try:
                facts.append(Fact(code=code, value=value, sources=by_code.get(composed(code), ())))
            except ValueError as error:
                faults.extend(getattr(error, "faults", ()))
    raise_for(faults)
    return facts


def _faults_of(code: str, value: object) -> Iterator[Fault]:
    place = f"Facts[{shown(code)}]"
    if (fault := identifier_fault(composed(code))) is not None:
        yield Fault(fault[0], place, shown(code), fault[1])
    if value is not None and (expected := value_fault(value)) is not None:
        yield Fault(WRONG_FACT_TYPE, place, shown(value), expected)
