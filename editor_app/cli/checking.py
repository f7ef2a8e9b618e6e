# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands around a text's quality: check, fix, media add."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from editor_app.cli import plain_values
from editor_app.cli.arguments import Commands, add_article, comma_list
from editor_app.cli.output import printable
from editor_app.cli.session import Session


def add_commands(commands: Commands) -> None:
    """Declare the commands."""
    check = commands.add("check", _check, help="list findings; offsets count characters")
    add_article(check)
    check.add_argument("--rules", type=comma_list, metavar="a,b", help="only these")
    check.set_defaults(parser=check)

    fix = commands.add("fix", _fix, help="apply the safe fixes as one revision")
    add_article(fix)
    fix.add_argument("--rules", type=comma_list, metavar="a,b", help="only these")
    fix.set_defaults(parser=fix)

    media = commands.add("media", _need_a_command, help="images of an article")
    media.set_defaults(parser=media)
    add = Commands(media, dest="media_command").add(
        "add", _media_add, help="copy an image into the newsroom and attach it"
    )
    add_article(add)
    add.add_argument("file", type=Path, metavar="FILE")
    for name in ("alt", "caption", "credit"):
        add.add_argument(f"--{name}", default="", metavar="T")
    add.add_argument("--lead", action="store_true", help="it leads the article")


def _need_a_command(session: Session, parsed: Namespace) -> int:
    parsed.parser.print_usage()
    session.output.complain("Name what to do.")
    return 2


def _rules(parsed: Namespace) -> tuple[str, ...] | None:
    """Return the rules that were named; a misspelt one must not look like a clean text."""
    if parsed.rules is None:
        return None
    from editor_app.checks.registry import CHECKS

    known = sorted(rule for check in CHECKS for rule in check.rules)
    if not parsed.rules:
        parsed.parser.error(f"--rules needs a rule; rules are: {', '.join(known)}")
    for rule in parsed.rules:
        if rule not in known:
            parsed.parser.error(f"there is no rule “{rule}”; rules are: {', '.join(known)}")
    return parsed.rules


def _check(session: Session, parsed: Namespace) -> int:
    rules = _rules(parsed)
    findings = session.newsroom.checks.check(session.article(parsed.article), rules)
    for one in findings:
        place = f"{one.field} {one.start}–{one.end}" if one.field else "article"
        quoted = f" “{printable(one.text)}”" if one.text else ""
        session.output.line(
            plain_values.finding(one),
            f"{one.severity:<8} {one.rule}: {one.message} [{place}]{quoted}",
        )
    if not findings:
        session.output.note("Nothing to say about it.")
    return 0


def _fix(session: Session, parsed: Namespace) -> int:
    rules = _rules(parsed)
    newsroom = session.newsroom
    article_id = session.article(parsed.article)
    before = newsroom.write.open(article_id)
    found = newsroom.checks.check(article_id, rules)
    fixed = newsroom.checks.fix(article_id, rules).value
    left = newsroom.checks.check(article_id, rules)
    changed = fixed.head != before.head
    session.output.document(
        {
            **plain_values.head(fixed),
            "counter": fixed.counter,
            "changed": changed,
            "findings_before": len(found),
            "findings_left": len(left),
        },
        f"Fixed as revision {fixed.counter}; {len(left)} of {len(found)} findings are left."
        if changed
        else "There was nothing to fix safely.",
    )
    return 0


def _media_add(session: Session, parsed: Namespace) -> int:
    article_id = session.article(parsed.article)
    asset = session.newsroom.media.add(
        article_id,
        parsed.file,
        alt=parsed.alt,
        caption=parsed.caption,
        credit=parsed.credit,
        lead=parsed.lead,
    ).value
    plain = {
        "media": asset.id,
        "article": article_id,
        "filename": asset.filename,
        "mime_type": asset.mime_type,
        "width": asset.width,
        "height": asset.height,
        "alt": asset.alt,
        "lead": bool(parsed.lead),
        "markdown": f"![{asset.alt}](media:{asset.id})",
    }
    size = f"{asset.width}×{asset.height}"
    session.output.document(plain, f"Attached {asset.filename} ({size}): {plain['markdown']}")
    return 0
