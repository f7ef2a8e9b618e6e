# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves revisions one after the other and says after each that it is safe.

`python -m tests.kill.saver PROFILE ARTICLE`; it goes on until it is killed. Each line on
standard output is the number of the revision that a save has just promised.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from editor_app.bootstrap import open_newsroom
from editor_app.domain.ids import ArticleId

newsroom = open_newsroom(Path(sys.argv[1]))
article = newsroom.write.open(ArticleId(sys.argv[2]))
while True:
    content = replace(article.content, body=f"{article.content.body} w{article.counter + 1}")
    article = newsroom.write.save(article.id, content, base=article.head).value
    os.write(sys.stdout.fileno(), f"{article.counter}\n".encode())  # whole, or not at all
