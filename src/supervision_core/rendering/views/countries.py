"""What is said of many plans at once: areas, wards, communes, and how their loads add up."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_core.rendering import words
from supervision_core.rendering.context import Context
from supervision_core.rendering.page import Mark, Notice, Page, column, number_column, row, table
from supervision_core.rotation.areas import AreaWarning

__all__ = ["tell_area_warnings"]


def tell_area_warnings(warnings: Sequence[AreaWarning], context: Context) -> Page:
    """Where the areas' own plans would load otherwise, and what to do about it."""
    place = {unit: number for number, unit in enumerate(context.ordered({one.lead_unit_id for one in warnings}))}
    listed = sorted(warnings, key=lambda one: (one.area, place[one.lead_unit_id]))
    columns = [column(context, words.AREA), column(context, words.LEAD_UNIT)]
    columns += [number_column(context, label) for label in (words.IN_PLAN_FOR_ALL, words.IN_OWN_PLAN, words.AIM)]
    rows = [
        row(
            context.name(one.area),
            context.name(one.lead_unit_id),
            context.number(one.load),
            context.say(words.NO_OWN_PLAN) if one.alone is None else context.number(one.alone),
            context.number(one.aim),
        )
        for one in listed
    ]
    said = Notice(mark=Mark.FLAG, text=context.say(words.AREA_WARNINGS_SAID))
    found = table(context, words.AREA_WARNINGS, columns, rows, is_headed=True)
    return Page(title=context.say(words.AREA_WARNINGS), lang=context.lang, blocks=(said, found))
