"""A ward's year in a browser tab, with no server: ``app`` answers the page, ``build`` makes the folder."""
