"""`healthlint duplicates`: which articles are copies of each other, and where the copies differ."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from healthlint.analysis.folder import Folder
from healthlint.analysis.signatures import Signature
from healthlint.cli._articles import add_article_arguments, gather
from healthlint.cli._clusters import as_json, as_text, find_clusters
from healthlint.cli._means import add_means_arguments, open_means
from healthlint.cli._output import emit, screen, tell
from healthlint.cli._progress import watched
from healthlint.engine.across import distinct
from healthlint.engine.library import Library, Signed, settings_of
from healthlint.engine.runner import lint_all
from healthlint.reporters._cells import printable

if TYPE_CHECKING:
    from argparse import Namespace

    from healthlint.cli._parser import Subparsers

_PARAGRAPHS, _SHARE = 2, 0.15  # that two articles have in common, as HL107 has it


def add_parser(subparsers: Subparsers) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "duplicates",
        help="list articles that share text",
        description="List articles that share text, in clusters, and the words in which the copies differ.",
    )
    add_article_arguments(parser)
    add_means_arguments(parser)
    parser.add_argument("--format", choices=("text", "json", "html"), default="text", help="(default: text)")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="(default: auto)")
    parser.add_argument("--no-progress", action="store_true", help="draw no progress bar")


def run(args: Namespace) -> int:
    """Print the clusters; 0 unless an article could not be read."""
    work = gather(args)
    errors, signed = list(work.errors), []
    with open_means(args, work) as means:
        results = lint_all(work.articles, work.settings, "folder", means)
        for result, settings in watched(results, len(work.articles), wanted=not args.no_progress):
            errors += result.errors
            if result.signature:
                signed.append(Signed(Signature.unpack(result.file, result.signature), settings))
    library = Library(settings_of(signed), work.texts())
    files = distinct(each.signature.file for each in signed)
    folder = Folder((each.signature for each in signed if each.signature.file in files), library.open)
    clusters = list(find_clusters([*folder.duplicates, *folder.sharing(_PARAGRAPHS, _SHARE)], folder))
    if args.format == "json":
        import json

        emit(json.dumps(as_json(clusters), indent=1) + "\n", sys.stdout)
    elif args.format == "html":
        from healthlint.cli._clusters_html import as_html

        emit(as_html(clusters, len(signed)), sys.stdout)
    else:
        lines = as_text(clusters, screen(sys.stdout, args.color))
        emit("".join(f"{line}\n" for line in lines), sys.stdout)
        tell(f"{len(signed)} articles compared: {len(clusters) or 'no'} cluster{'' if len(clusters) == 1 else 's'}")
    for error in errors:
        tell(printable(f"{error.file}: {error.message}"))
    return 2 if errors else 0
