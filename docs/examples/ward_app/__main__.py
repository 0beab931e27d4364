"""Start the application: ``(cd docs/examples && python -m ward_app)``, then open http://127.0.0.1:8000."""

from __future__ import annotations

import argparse
from pathlib import Path

import uvicorn

from ward_app.app import OUR_HOSTS, create_app


def main() -> None:
    """Serve on this machine alone, unless told otherwise."""
    parser = argparse.ArgumentParser(prog="python -m ward_app", description=__doc__)
    parser.add_argument("--database", type=Path, default=Path("ward.sqlite3"))
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--name", action="append", default=[], help="another name by which browsers may call it, such as ward.lan"
    )
    asked = parser.parse_args()
    app = create_app(asked.database, hosts=(*OUR_HOSTS, asked.host, *asked.name))
    # People think before they send a form: a connection closed meanwhile could be reset just as they do.
    uvicorn.run(app, host=asked.host, port=asked.port, timeout_keep_alive=60)


if __name__ == "__main__":
    main()
