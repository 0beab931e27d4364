"""From a page of plain values to one format each; writers know no domain."""
