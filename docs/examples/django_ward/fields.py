"""A column that holds a value of the library as its document."""

from __future__ import annotations

from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import JSONField
from django.utils.module_loading import import_string

from supervision_core.serialization import InvalidDocument, from_document, to_document

T = TypeVar("T")


def read(document: Any, kind: type[T]) -> T:
    """The value of a document; each thing that is wrong with it becomes a line of the form's error."""
    try:
        return from_document(document, kind)
    except InvalidDocument as error:
        raise ValidationError([str(problem) for problem in error.problems]) from error


class DocumentField(JSONField):
    """Written as a document, read as the value: ``roster = DocumentField("supervision_core.Roster")``.

    The kind is given by its public name, so that this is what stands in migrations.
    """

    def __init__(self, kind: str, **options: Any) -> None:
        """Options are those of ``JSONField``."""
        self.kind = kind
        super().__init__(**options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """What a migration has to say to make this field again."""
        name, path, _, options = super().deconstruct()
        return name, path, [self.kind], options

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """From the database: the value, read strictly; an older document is upgraded on the way."""
        document = super().from_db_value(value, expression, connection)
        return None if document is None else from_document(document, import_string(self.kind))

    def get_prep_value(self, value: Any) -> Any:
        """To the database: the document. A plain JSON value, as in a lookup, stays as it is."""
        return to_document(value) if isinstance(value, import_string(self.kind)) else super().get_prep_value(value)

    def to_python(self, value: Any) -> Any:
        """From a form, where it is JSON."""
        return value if value is None or isinstance(value, import_string(self.kind)) else read(value, import_string(self.kind))

    def value_from_object(self, obj: Any) -> Any:
        """For a form, and for ``dumpdata``."""
        return self.get_prep_value(super().value_from_object(obj))

    def validate(self, value: Any, model_instance: Any) -> None:
        """The value checked itself when it was built; what remains is what Django asks of every JSON field."""
        super().validate(self.get_prep_value(value), model_instance)
