"""From a value to a page of plain values, room by room; views know no format."""
