# SPDX-License-Identifier: GPL-3.0-or-later
"""Any order of our work and a colleague's, over any line, keeps the three promises both ways."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from editor_app.domain.errors import EditorError
from editor_app.domain.ids import ArticleId
from editor_app.services.resolve_conflicts import Taken
from tests.fakes.desks import open_memory_desk
from tests.fakes.memory_site import Fault
from tests.sync.steps import BODY, kept, library

_PLACES = st.sampled_from(["dawn", "forty", "waved", "quay", "Nobody", "winters"])


class Exchange(RuleBasedStateMachine):
    """A desk and a site in memory with a person at each; both change the same articles."""

    articles = Bundle("articles")

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="editor-app-machine-"))
        self.desk = open_memory_desk(self.folder, listens=True)
        self.ours: dict[ArticleId, set[str]] = {}
        self.theirs: dict[str, set[str]] = {}  # by the site's own id
        self.confirmed: set[str] = set()
        self.step = 0

    @rule(target=articles)
    def write(self) -> ArticleId:
        self.step += 1
        article = self.desk.article(f"Story {self.step}", body=BODY)
        self.ours[article.id] = {BODY}
        return article.id

    @rule(article=articles, place=_PLACES)
    def edit(self, article: ArticleId, place: str) -> None:
        self.step += 1
        head = self.desk.write.open(article)
        body = head.content.body.replace(place, f"{place} m{self.step}")
        self.desk.write.save(article, replace(head.content, body=body), base=head.head)
        self.ours[article].add(body)

    @rule(article=articles)
    def publish(self, article: ArticleId) -> None:
        try:
            plan = self.desk.publish.confirm(article, self.desk.site.id).value
        except EditorError:
            return  # being sent right now
        self.confirmed.add(plan.content_hash)

    @rule(article=articles, place=_PLACES)
    def colleague_edits(self, article: ArticleId, place: str) -> None:
        held = self.desk.line._held(article)
        if held is None:
            return
        self.step += 1
        body = held.page.content.body.replace(place, f"{place} t{self.step}")
        self.desk.line.change_there(held.page.article_id, body=body)
        self.theirs.setdefault(held.remote_id, set()).add(body)

    @rule(article=articles)
    def colleague_deletes(self, article: ArticleId) -> None:
        held = self.desk.line._held(article)
        if held is not None:
            # Their own words, thrown away by themselves before we ever saw them.
            self.theirs.pop(held.remote_id, None)
            self.desk.line.delete_there(held.page.article_id)

    @rule()
    def colleague_writes(self) -> None:
        self.step += 1
        key = self.desk.line.write_there(f"Made there {self.step}", BODY)
        self.theirs[self.desk.server.held[key].remote_id] = {BODY}

    @rule(faults=st.lists(st.sampled_from([None, *Fault]), max_size=4))
    def the_line_turns_bad(self, faults: list[Fault | None]) -> None:
        self.desk.line.fail_next(*faults)

    @rule(minutes=st.integers(-90, 400))
    def time_passes_or_the_clock_is_set_back(self, minutes: int) -> None:
        self.desk.clock.advance(minutes=minutes)

    @rule()
    def sync(self) -> None:
        self.desk.run()

    @rule(taken=st.sampled_from(Taken))
    def resolve(self, taken: Taken) -> None:
        for view in self.desk.conflicts.all():
            self.step += 1
            content = None
            if taken is Taken.MERGED:
                content = replace(
                    view.mine.content, body=f"{view.merged.content.body}\n\nPeace {self.step}."
                )
            before = self.desk.write.open(view.conflict.article_id).content
            self.desk.conflicts.resolve(view.conflict.id, taken, content=content)
            assert before in kept(self.desk, view.conflict.article_id)

    @rule()
    def look_after_what_waits(self) -> None:
        self.desk.sync.resume_site(self.desk.site.id)
        for row in self.desk.outbox.rows():
            try:
                self.desk.outbox.retry(row.item.id)
            except EditorError:
                continue

    @rule()
    def restart(self) -> None:
        now, server = self.desk.clock.now(), self.desk.server
        self.desk.place.library.database.close()
        self.desk = open_memory_desk(self.folder, server=server, listens=True)
        self.desk.clock.instant = now

    @invariant()
    def no_text_that_was_saved_here_is_lost(self) -> None:
        for article, bodies in getattr(self, "ours", {}).items():
            assert bodies <= {content.body for content in kept(self.desk, article)}

    @invariant()
    def what_a_colleague_wrote_last_is_there_or_here(self) -> None:
        """Nothing of ours ever goes over a text of theirs that this computer does not keep."""
        if not hasattr(self, "desk"):
            return
        with self.desk.place.library.read() as unit:
            known = unit.sites.remote_ids(self.desk.site.id)
        for held in self.desk.server.held.values():
            last = max(self.theirs.get(held.remote_id, set()), key=_newest, default=None)
            if last is None or held.page.content.body == last:
                continue
            assert held.remote_id in known
            bodies = {content.body for content in kept(self.desk, known[held.remote_id])}
            assert last in bodies

    @invariant()
    def no_article_is_twice_there_or_here(self) -> None:
        if not hasattr(self, "desk"):
            return
        there = [held.remote_id for held in self.desk.server.held.values()]
        assert len(there) == len(set(there))
        site = self.desk.server
        assert site.creates + site.made_there == len(site.held) + len(site.deleted)
        with self.desk.place.library.read() as unit:
            known = unit.sites.remote_ids(self.desk.site.id)
        here = set(library(self.desk).values())
        assert len(here) == len(self.ours) + len(here - set(self.ours))
        assert len(set(known.values())) == len(known)

    @invariant()
    def nothing_of_ours_is_public_unconfirmed(self) -> None:
        if not hasattr(self, "desk"):
            return
        for held in self.desk.server.live():
            text = held.page.content
            written_there = text.body in self.theirs.get(held.remote_id, set())
            assert written_there or text.hash in self.confirmed

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self._both_sides_come_together_once_the_line_is_good()
            self.desk.place.library.database.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _both_sides_come_together_once_the_line_is_good(self) -> None:
        self.desk.line._faults.clear()
        for _ in range(3):
            self.desk.sync.resume_site(self.desk.site.id)
            self.desk.clock.advance(hours=1)
            self.desk.run()
        waiting = {row.item.state.value for row in self.desk.outbox.rows()}
        assert waiting <= {"conflict", "needs_attention"}, waiting
        with self.desk.place.library.read() as unit:
            known = unit.sites.remote_ids(self.desk.site.id)
            for held in self.desk.server.held.values():
                copy = unit.sites.copy(known[held.remote_id], self.desk.site.id)
                assert copy is not None
                assert copy.token == str(held.version)
                there = unit.revisions.get(copy.base_revision).content
                assert there.body == held.page.content.body


def _newest(body: str) -> int:
    """Return the step at which the colleague wrote this."""
    marks = [word[1:] for word in body.replace(".", "").split() if word[0] == "t"]
    return max((int(mark) for mark in marks if mark.isdigit()), default=0)


TestExchange = Exchange.TestCase
TestExchange.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
