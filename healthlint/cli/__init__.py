"""The command line: a module for each command; the name of the file is the name of the command.

A module has `add_parser(subparsers)`, which describes the command's arguments, and `run(args)`, which does the work and
gives the exit code. `main` imports only the command that is called.
"""

from __future__ import annotations
