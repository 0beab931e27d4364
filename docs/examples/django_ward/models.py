"""What a ward keeps: one question a year, and the answers it has adopted."""

from __future__ import annotations

import datetime as dt

from django.db import models

import supervision_core as sc
from django_ward.fields import DocumentField
from supervision_core.serialization import Receipt, fingerprint, from_document, receipt, recheck, to_document


class Question(models.Model):
    """Who supervises whom in a year: its own roster and its own history, which no later year touches."""

    year = models.PositiveIntegerField(unique=True)
    roster = DocumentField("supervision_core.Roster")
    history = DocumentField("supervision_core.History")

    def __str__(self) -> str:
        """As lists show it."""
        return str(self.year)

    def answer(self) -> sc.Plan | sc.Infeasible:
        """The plan, or the proof that there is none; computed whenever it is asked for, never kept."""
        return sc.plan_year(self.roster, year=self.year, history=self.history)


class Adopted(models.Model):
    """An answer that the ward has adopted, with all that it rests on.

    The receipt is kept as plain JSON and read when somebody asks: a row that was changed behind the application's back
    is shown as such and stops no list.
    """

    what = models.CharField(max_length=200, unique=True)
    adopted_on = models.DateField()
    receipt = models.JSONField()
    fingerprint = models.CharField(max_length=64)

    class Meta:
        """One word for one and for many."""

        verbose_name_plural = "adopted"

    def __str__(self) -> str:
        """As lists show it."""
        return self.what

    def kept(self) -> Receipt:
        """The receipt; a document that was damaged raises ``InvalidDocument``."""
        return from_document(self.receipt, Receipt)

    def doubts(self) -> list[str]:
        """Nothing, or whatever keeps the answer from standing as it was adopted."""
        try:
            kept = self.kept()
        except sc.SupervisionError as error:
            return str(error).splitlines()
        changed = [] if fingerprint(kept) == self.fingerprint else ["the fingerprint is another one than at adoption"]
        return [*changed, *map(str, recheck(kept))]


def adopt_plan(question: Question, on: dt.date) -> Adopted:
    """Keep a year's plan with its roster, history and policy; a year that has no plan is refused."""
    plan = question.answer()
    if isinstance(plan, sc.Plan):
        return adopt(f"plan {question.year}", receipt(plan, question.roster, history=question.history), on)
    raise ValueError(plan.sentence("vi"))


def adopt_grade(who: str, regulation: sc.regulations.Regulation, facts: sc.Facts, on: dt.date) -> Adopted:
    """Keep somebody's grade with the facts, their sources and the reasons."""
    return adopt(f"grade of {who}, {on.year}", receipt(sc.assess(regulation, facts), facts), on)


def adopt(what: str, kept: Receipt, on: dt.date) -> Adopted:
    """Write it down; what is adopted once is not written over: the name is unique."""
    return Adopted.objects.create(what=what, adopted_on=on, receipt=to_document(kept), fingerprint=fingerprint(kept))
