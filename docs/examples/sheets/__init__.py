"""Files as they are become rows for ``supervision_core.tables``: Excel workbooks and CSV, read as a stream within bounds."""
