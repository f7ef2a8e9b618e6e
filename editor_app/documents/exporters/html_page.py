# SPDX-License-Identifier: GPL-3.0-or-later
"""A page that stands alone: no script, no style sheet, nothing loaded from elsewhere."""

from __future__ import annotations

import html

from editor_app.domain.article import Article
from editor_app.domain.languages import is_right_to_left
from editor_app.domain.story import Story
from editor_app.text.markdown import render_html

_STYLE = (
    "body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 serif}"
    "h1{line-height:1.2}.standfirst{font-size:1.2em}.byline,time{color:#555}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


class HtmlExporter:
    """Writes a safe HTML page with headline, standfirst, bylines, date and body."""

    name = "html"
    suffix = ".html"

    def write(self, article: Article, story: Story) -> bytes:
        """Return UTF-8; pictures are named by their description, the page carries no files."""
        content = article.content
        language = html.escape(article.language, quote=True)
        direction = "rtl" if is_right_to_left(article.language) else "ltr"
        title = html.escape(content.headline)
        description = html.escape(content.search_description or content.standfirst, quote=True)
        head = [
            "<!DOCTYPE html>",
            f'<html lang="{language}" dir="{direction}">',
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="description" content="{description}">' if description else "",
            *(
                f'<meta name="author" content="{html.escape(n, quote=True)}">'
                for n in content.bylines
            ),
            f"<title>{title}</title>",
            f"<style>{_STYLE}</style></head>",
        ]
        parts = [*head, "<body><article>", f"<h1>{title}</h1>", *_top(article)]
        parts += [render_html(content.body)]
        if content.correction_note:
            parts.append(f'<p class="correction">{html.escape(content.correction_note)}</p>')
        parts.append("</article></body></html>")
        return ("\n".join(part for part in parts if part) + "\n").encode("utf-8")


def _top(article: Article) -> list[str]:
    content = article.content
    byline = ", ".join(content.bylines)
    lines = [
        ("p", "standfirst", content.standfirst),
        ("p", "byline", byline),
        ("p", "byline", content.translator_credit),
    ]
    found = [
        f'<{tag} class="{kind}">{html.escape(text)}</{tag}>' for tag, kind, text in lines if text
    ]
    if content.published_on:
        day = content.published_on.isoformat()
        found.append(f'<p><time datetime="{day}">{day}</time></p>')
    return found
