"""Profiles for the property tests.

``HYPOTHESIS_PROFILE=deep`` runs each law on 100,000 examples (or ``DEEP_EXAMPLES``), ``long`` on 1,000; ``mutation`` on a few and ``mutation_again`` on as many as
``quick``, both unshrunk, as mutation testing needs it.

``SUPERVISION_MAY_SKIP`` is what the reasons of skipped tests must match, where it is set: any other skip fails the run.
"""

import os
import re

from hypothesis import HealthCheck, Phase, settings

import generators  # noqa: F401  it tells Hypothesis of the types that the shipped strategies leave out

settings.register_profile(
    "quick", max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
for name, examples in (("deep", int(os.environ.get("DEEP_EXAMPLES", "100000"))), ("long", 1_000)):
    settings.register_profile(name, max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])
for name, examples in (("mutation", 15), ("mutation_again", 80)):
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def unexpected_skips(reports, allowed):
    """The reasons of skipped tests that the pattern does not allow."""
    reasons = [report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr) for report in reports]
    return sorted({reason for reason in reasons if not re.search(allowed, reason)})


def pytest_sessionfinish(session):
    """A test that is skipped without leave fails the run; the process that gathers the others' reports sees them all."""
    allowed = os.environ.get("SUPERVISION_MAY_SKIP")
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if allowed is None or reporter is None or hasattr(session.config, "workerinput"):
        return
    found = unexpected_skips(reporter.stats.get("skipped", ()), allowed)
    if found:
        reporter.write_line("skipped without leave: " + "; ".join(found), red=True)
        session.exitstatus = 1
