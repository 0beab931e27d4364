"""A small web application that embeds the library as a ward would: it does the reading, the writing and the clock."""
