"""The command line: a thin shell that parses arguments, calls one function and prints a record.

Start-up counts here. Nothing heavy is imported until a command needs it: the model runtime, the page reader and the
database are imported inside the commands.
"""

from onrecord.cli.app import main

__all__ = ["main"]
