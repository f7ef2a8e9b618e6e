# SPDX-License-Identifier: GPL-3.0-or-later
"""Any order of typing, confirming, faults, colleagues and restarts keeps the three promises."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from editor_app.domain.errors import EditorError
from editor_app.domain.ids import ArticleId
from editor_app.domain.schedule import resolve
from tests.fakes.desks import open_memory_desk
from tests.fakes.memory_site import Fault


class Delivery(RuleBasedStateMachine):
    """A desk, its site in memory, and a person, a colleague and a bad line around them."""

    articles = Bundle("articles")

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="editor-app-machine-"))
        self.desk = open_memory_desk(self.folder)
        self.typed: dict[ArticleId, str] = {}
        self.confirmed: dict[tuple[ArticleId, str], datetime] = {}
        self.colleague: dict[ArticleId, str] = {}
        self.step = 0

    @rule(target=articles)
    def write(self) -> ArticleId:
        self.step += 1
        article = self.desk.article(f"Story {self.step}", body=f"Text {self.step}.")
        self.typed[article.id] = article.content.body
        return article.id

    @rule(article=articles)
    def edit(self, article: ArticleId) -> None:
        self.step += 1
        head = self.desk.write.open(article)
        body = f"{head.content.body} More {self.step}."
        self.desk.write.save(article, replace(head.content, body=body), base=head.head)
        self.typed[article] = body

    @rule(article=articles)
    def publish_now(self, article: ArticleId) -> None:
        self._confirm(article, None)

    @rule(article=articles, minutes=st.integers(1, 300))
    def schedule(self, article: ArticleId, minutes: int) -> None:
        self._confirm(article, self.desk.clock.now() + timedelta(minutes=minutes))

    def _confirm(self, article: ArticleId, due: datetime | None) -> None:
        at = resolve(due.replace(tzinfo=None, second=0, microsecond=0), "UTC") if due else None
        try:
            plan = self.desk.publish.confirm(article, self.desk.site.id, at=at).value
        except EditorError:
            return  # being sent right now, or a minute that is past: nothing was confirmed
        key = (article, plan.content_hash)
        earlier = self.confirmed.get(key)
        self.confirmed[key] = min(plan.due_utc, earlier) if earlier else plan.due_utc

    @rule(article=articles)
    def take_back(self, article: ArticleId) -> None:
        try:
            self.desk.publish.unpublish(article, self.desk.site.id)
        except EditorError:
            return

    @rule(article=articles)
    def colleague_edits(self, article: ArticleId) -> None:
        if article in self.desk.server.held:
            self.step += 1
            self.colleague[article] = f"A colleague's words {self.step}"
            self.desk.line.edit_there(article, self.colleague[article])

    @rule(faults=st.lists(st.sampled_from([None, *Fault]), max_size=4))
    def the_line_turns_bad(self, faults: list[Fault | None]) -> None:
        self.desk.line.fail_next(*faults)

    @rule(minutes=st.integers(1, 400))
    def time_passes(self, minutes: int) -> None:
        self.desk.clock.advance(minutes=minutes)

    @rule()
    def sync(self) -> None:
        self.desk.run()

    @rule()
    def retry_all(self) -> None:
        for row in self.desk.outbox.rows():
            try:
                self.desk.outbox.retry(row.item.id)
            except EditorError:
                continue  # a missed schedule asks for a decision, not for a retry

    @rule()
    def restart(self) -> None:
        now, server = self.desk.clock.now(), self.desk.server
        self.desk.place.library.database.close()
        self.desk = open_memory_desk(self.folder, server=server)
        self.desk.clock.instant = now

    @invariant()
    def no_text_is_lost(self) -> None:
        for article, body in getattr(self, "typed", {}).items():
            assert self.desk.write.open(article).content.body == body

    @invariant()
    def no_article_is_there_twice(self) -> None:
        if hasattr(self, "desk"):
            assert self.desk.server.creates == len(self.desk.server.held)

    @invariant()
    def nothing_is_public_unconfirmed_or_early(self) -> None:
        if not hasattr(self, "desk"):
            return
        for held in self.desk.server.live():
            if held.page.article_id in self.colleague:
                continue
            due = self.confirmed.get((held.page.article_id, held.page.content.hash))
            assert due is not None, "a text is public that nobody confirmed"
            assert due <= self.desk.clock.now(), "a text is public before its time"

    @invariant()
    def a_colleagues_words_stay(self) -> None:
        for article, headline in getattr(self, "colleague", {}).items():
            assert self.desk.server.held[article].page.content.headline == headline

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self._everything_arrives_once_the_line_is_good()
            self.desk.place.library.database.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _everything_arrives_once_the_line_is_good(self) -> None:
        self.desk.line.fail_next()
        self.desk.line._faults.clear()
        for _ in range(3):
            self.desk.clock.advance(hours=1)
            self.desk.run()
        waiting = {row.item.state.value for row in self.desk.outbox.rows()}
        assert waiting <= {"conflict", "needs_attention", "paused_auth", "queued"}, waiting


TestDelivery = Delivery.TestCase
TestDelivery.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
