"""The admin pages: questions are edited, adopted answers are only looked at, and checked again each time."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

import supervision_core as sc
from django_ward.models import Adopted, Question
from supervision_core.rendering import stylesheet, to_html

admin.site.register(Question)


@admin.register(Adopted)
class AdoptedAdmin(admin.ModelAdmin):
    """What was adopted, whether it stands, and the report of it."""

    list_display = ("what", "adopted_on", "stands")
    fields = ("what", "adopted_on", "fingerprint", "doubts", "report")
    readonly_fields = fields

    @admin.display(boolean=True)
    def stands(self, adopted: Adopted) -> bool:
        """A tick where it comes out today as it was adopted."""
        return not adopted.doubts()

    def doubts(self, adopted: Adopted) -> str:
        """Each doubt as a line."""
        return format_html_join(mark_safe("<br>"), "{}", ([doubt] for doubt in adopted.doubts())) or "none"

    def report(self, adopted: Adopted) -> str:
        """The library's own page of it: everything in it is escaped, and it has no script."""
        try:
            kept = adopted.kept()
        except sc.SupervisionError:
            return "cannot be read"
        shown = to_html(kept.result, fragment=True, lang="vi")
        return format_html("<style>{}</style>{}", mark_safe(stylesheet()), mark_safe(shown))  # noqa: S308

    def has_add_permission(self, request: Any) -> bool:
        """An answer is adopted by the application, not typed in."""
        return False

    def has_change_permission(self, request: Any, obj: Adopted | None = None) -> bool:
        """Nobody changes it."""
        return False

    def has_delete_permission(self, request: Any, obj: Adopted | None = None) -> bool:
        """Nobody throws it away."""
        return False
