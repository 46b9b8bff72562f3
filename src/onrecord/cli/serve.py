"""`onrecord serve`: the record in a browser."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import output
from onrecord.cli.options import DEFAULT_RECORD, RecordPath
from onrecord.errors import InputError


def serve(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The record to show; the one of --record if none.")
    ] = None,
    host: Annotated[
        str, typer.Option(help="The address to listen on; 0.0.0.0 lets others on the network in.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    record: RecordPath = Path(DEFAULT_RECORD),
) -> None:
    """Show the record in a browser and answer its HTTP API, until stopped with Ctrl-C.

    The record is only read: pages can be added while it is shown.

    \b
    Examples:
      onrecord serve
      onrecord serve news.db --port 9000
    """
    from onrecord.record import open_record

    open_record(file or record, readonly=True).close()  # what is wrong with it is told before an address is
    serve_record = _web()
    _check_port(host, port)
    shown = f"[{host}]" if ":" in host else host
    output.tell(f"onrecord: {file or record} at http://{shown}:{port}/ (Ctrl-C stops)")
    serve_record(file or record, host=host, port=port)


def _web() -> Callable[..., None]:
    """The web shell, which is an extra and may not be installed."""
    try:
        from onrecord.web import serve as serve_record
    except ModuleNotFoundError as error:
        if error.name and error.name.split(".")[0] == "onrecord":
            raise
        raise InputError("serve", f"needs {error.name}", "install it with: pip install 'onrecord[web]'") from error
    return serve_record


def _check_port(host: str, port: int) -> None:
    """Tell early, in our own words, that the address cannot be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise InputError(f"{host}:{port}", error.strerror or str(error), "try another --port or --host") from error
