"""Every class of error carries its facts through copies, pickles and other processes."""

import copy
import os
import pickle
import subprocess
import sys

import pytest

import supervision_core as sc
from supervision_core.rendering import NotInstalled, NotRenderable
from supervision_core.serialization import InvalidDocument, Problem
from supervision_core.values import BeyondExactness

FAULT = sc.Fault("blank", "Fact.code", "''", "at least one visible character")
ERRORS = [
    sc.SupervisionError("what is wrong"),
    sc.InvalidInput((FAULT, FAULT)),
    sc.UnknownFact((FAULT,), "s001"),
    sc.WrongFactType((FAULT,), None),
    sc.ContradictoryFacts(("a", "b"), sc.Label("a", "b"), (FAULT,), "s001"),
    BeyondExactness("the fact space of a regulation", 3, 2),
    NotRenderable("Fact", ("Plan", "Tally")),
    NotInstalled("XlsxWriter", "office"),
    InvalidDocument([Problem("$.schema", "'?'", "a schema")], 3),
]
OTHER_PROCESS = """
import pickle, sys
sys.stdout.buffer.write(pickle.dumps([(one, str(one)) for one in pickle.load(sys.stdin.buffer)]))
"""


def subclasses(kind):
    """A class and all below it."""
    return {kind}.union(*map(subclasses, kind.__subclasses__()))


def test_every_class_of_error_is_tried():
    """A new class of error belongs into the list above."""
    kinds = {kind for kind in subclasses(sc.SupervisionError) if kind.__module__.startswith("supervision_core")}

    assert kinds == set(map(type, ERRORS))


@pytest.mark.parametrize("error", ERRORS, ids=lambda one: type(one).__name__)
def test_errors_keep_their_facts(error):
    """Copied or pickled, by whichever protocol, it says the same of the same."""
    for again in (copy.copy(error), copy.deepcopy(error), *(pickle.loads(pickle.dumps(error, one)) for one in range(2, 6))):
        assert type(again) is type(error)
        assert vars(again) == vars(error)
        assert (str(again), again.args) == (str(error), error.args)


def test_errors_cross_processes():
    """A process that has not loaded the library reads each of them, and hands it back as it was."""
    ran = subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS],
        input=pickle.dumps(ERRORS),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "4242"},
    )

    for error, (back, text) in zip(ERRORS, pickle.loads(ran.stdout), strict=True):
        assert type(back) is type(error)
        assert vars(back) == vars(error)
        assert text == str(error)
