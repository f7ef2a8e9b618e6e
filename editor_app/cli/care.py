# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that take care of the newsroom: export, backup, restore-backup, doctor."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from editor_app.cli.arguments import Commands
from editor_app.cli.session import Session
from editor_app.domain.errors import StorageError

_FORMATS = ("md", "html", "txt")


def add_commands(commands: Commands) -> None:
    """Declare the commands."""
    export = commands.add("export", _export, help="write articles into files")
    export.set_defaults(parser=export)
    export.add_argument("article", nargs="?", default="", metavar="ARTICLE")
    export.add_argument("--all", action="store_true", help="every article, as Markdown")
    export.add_argument("--format", choices=_FORMATS, default="")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")

    for name, run, about in (
        ("backup", _backup, "write a verified backup of the newsroom"),
        ("restore-backup", _restore_backup, "unpack a backup into an empty profile"),
    ):
        commands.add(name, run, help=about).add_argument("file", type=Path, metavar="FILE")

    doctor = commands.add("doctor", _doctor, help="look the newsroom over")
    doctor.add_argument("--repair", action="store_true", help="repair what is safe to repair")


def _export(session: Session, parsed: Namespace) -> int:
    if parsed.all == bool(parsed.article):
        parsed.parser.error("name an ARTICLE, or --all")
    if parsed.all and parsed.format not in ("", "md"):
        parsed.parser.error("--all writes md")
    if not parsed.all and not parsed.format:
        parsed.parser.error("--format is missing")
    export = session.newsroom.export
    if parsed.all:
        with session.stoppable() as progress:
            files = export.all_to(parsed.output, progress)
        session.output.document(
            {"folder": str(parsed.output), "files": [str(path) for path in files]},
            f"Wrote {len(files)} files into {parsed.output}.",
        )
        return 0
    article_id = session.article(parsed.article)
    path = export.to_file(article_id, parsed.format, parsed.output)
    session.output.document(
        {"article": article_id, "format": parsed.format, "path": str(path)}, f"Wrote {path}."
    )
    return 0


def _backup(session: Session, parsed: Namespace) -> int:
    with session.stoppable() as progress:
        path = session.newsroom.backup.backup(parsed.file, progress)
    size = path.stat().st_size
    session.output.document({"path": str(path), "bytes": size}, f"Wrote and read back {path}.")
    return 0


def _restore_backup(session: Session, parsed: Namespace) -> int:
    from editor_app.bootstrap import default_folder
    from editor_app.services.back_up import restore_backup

    folder = (session.folder or default_folder()).expanduser().absolute()
    restore_backup(parsed.file, folder)
    session.output.document(
        {"path": str(parsed.file), "folder": str(folder)}, f"Restored into {folder}."
    )
    return 0


def _doctor(session: Session, parsed: Namespace) -> int:
    try:
        newsroom = session.newsroom
    except StorageError as error:
        # Nothing can be looked at inside; the report says why.
        checks = [_line("database", False, error.message)]
    else:
        lines = newsroom.health.report(repair=parsed.repair, offline=session.offline)
        checks = [_line(line.what, line.ok, line.message, line.repaired) for line in lines]
    ill = [one for one in checks if not one["ok"]]
    session.output.document(
        {"ok": not ill, "checks": checks},
        "\n".join(
            f"{'ok ' if one['ok'] else 'BAD'}  {one['what']}: {one['message']}"
            + (" (repaired)" if one["repaired"] else "")
            for one in checks
        ),
    )
    if not ill:
        return 0
    if all(one["what"] == "outbox" for one in ill):
        session.output.complain("Something waits for you: see “editor-app outbox”.")
        return 3
    session.output.complain(f"{len(ill)} of {len(checks)} checks found something wrong.")
    return 1


def _line(what: str, ok: bool, message: str, repaired: bool = False) -> dict[str, object]:
    return {"what": what, "ok": ok, "message": message, "repaired": repaired}
