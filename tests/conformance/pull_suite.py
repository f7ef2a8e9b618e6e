# SPDX-License-Identifier: GPL-3.0-or-later
"""What every endpoint that tells of changes must do. Subclass `PullSuite` beside the other suite.

Besides `endpoint` it wants `colleague`: somebody who works on the site without us.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import pytest

from editor_app.domain.article import ArticleContent
from editor_app.domain.ids import ArticleId, new_id
from editor_app.domain.progress import NoProgress
from editor_app.domain.site import RemoteState
from editor_app.publishing.endpoint import Page, RemoteArticle, TellsChanges
from tests.fakes.pages import make_page


class Colleague(Protocol):
    """Somebody who works on the site in its own window; articles by the site's own ids."""

    def change(self, remote_id: str, headline: str) -> None:
        """Change an article's headline."""
        ...

    def write(self, headline: str, body: str) -> str:
        """Make an article and return the site's id of it."""
        ...

    def delete(self, remote_id: str) -> None:
        """Delete an article."""
        ...


class Memory:
    """What a desk would know: the content last known to be there, by article."""

    def __init__(self) -> None:
        self.contents: dict[ArticleId, ArticleContent] = {}
        self.ids: dict[str, ArticleId] = {}

    def __call__(self, article_id: ArticleId) -> ArticleContent | None:
        return self.contents.get(article_id)

    def remote_ids(self) -> Mapping[str, ArticleId]:
        return self.ids

    def put(self, endpoint: TellsChanges, page: Page, token: str = "") -> str:
        """Send a page as the runner does, and return the site's id."""
        receipt = endpoint.put(page, token=token)
        self.contents[page.article_id] = page.content
        self.ids[receipt.remote_id] = page.article_id
        return receipt.remote_id


def pull(
    endpoint: TellsChanges, known: Memory, cursor: str = ""
) -> tuple[list[RemoteArticle], str]:
    """Return everything there is to tell since the cursor, and the next one."""
    found: list[RemoteArticle] = []
    for _ in range(100):
        page = endpoint.changes(cursor, known=known, progress=NoProgress())
        found += page.items
        cursor = page.cursor
        if page.finished:
            return found, cursor
    raise AssertionError("the pull never ends")


def newest(items: list[RemoteArticle], remote_id: str) -> RemoteArticle:
    """Return the last item about an article."""
    return [item for item in items if item.receipt.remote_id == remote_id][-1]


class PullSuite:
    """The rules of `changes` and `bind`, one test each."""

    @pytest.fixture
    def endpoint(self) -> TellsChanges:
        raise NotImplementedError

    @pytest.fixture
    def colleague(self, endpoint: TellsChanges) -> Colleague:
        raise NotImplementedError

    @pytest.fixture
    def known(self) -> Memory:
        return Memory()

    def test_what_was_sent_comes_back_byte_for_byte_under_its_own_key(
        self, endpoint: TellsChanges, known: Memory
    ):
        page = make_page(body="*  odd   Markdown\n*  kept\n\n\nas it was  \nwritten.")
        remote_id = known.put(endpoint, page)
        item = newest(pull(endpoint, known)[0], remote_id)
        assert (item.article_id, item.content) == (page.article_id, page.content)
        assert item.receipt == endpoint.find(page.article_id)

    def test_more_articles_than_fit_a_page_all_come(self, endpoint: TellsChanges, known: Memory):
        sent = {known.put(endpoint, make_page()) for _ in range(7)}
        items, _ = pull(endpoint, known)
        assert sent <= {item.receipt.remote_id for item in items}

    def test_a_colleagues_change_comes_after_the_cursor_with_who_made_it(
        self, endpoint: TellsChanges, known: Memory, colleague: Colleague
    ):
        page = make_page()
        remote_id = known.put(endpoint, page)
        before, cursor = pull(endpoint, known)
        colleague.change(remote_id, "Changed by a colleague")
        item = newest(pull(endpoint, known, cursor)[0], remote_id)
        assert item.content.headline == "Changed by a colleague"
        assert item.content.body == page.content.body
        assert item.receipt.token != newest(before, remote_id).receipt.token
        assert item.author

    def test_the_same_cursor_may_be_asked_again_and_loses_nothing(
        self, endpoint: TellsChanges, known: Memory, colleague: Colleague
    ):
        remote_id = known.put(endpoint, make_page())
        _, cursor = pull(endpoint, known)
        colleague.change(remote_id, "Changed by a colleague")
        once, twice = (pull(endpoint, known, cursor)[0] for _ in range(2))
        assert newest(once, remote_id).receipt == newest(twice, remote_id).receipt

    def test_a_cursor_nobody_knows_begins_anew(self, endpoint: TellsChanges, known: Memory):
        remote_id = known.put(endpoint, make_page())
        assert newest(pull(endpoint, known, "no such cursor")[0], remote_id)

    def test_an_article_made_there_comes_without_a_key_and_can_be_bound(
        self, endpoint: TellsChanges, known: Memory, colleague: Colleague
    ):
        remote_id = colleague.write("Made there", "By somebody else.")
        item = newest(pull(endpoint, known)[0], remote_id)
        assert item.article_id is None
        assert item.content.headline == "Made there"
        assert "By somebody else." in item.content.body
        ours = ArticleId(new_id())
        assert endpoint.find(ours) is None
        endpoint.bind(ours, remote_id)
        assert endpoint.find(ours) == item.receipt

    def test_an_update_of_a_bound_article_makes_no_second_one(
        self, endpoint: TellsChanges, known: Memory, colleague: Colleague
    ):
        remote_id = colleague.write("Made there", "By somebody else.")
        item = newest(pull(endpoint, known)[0], remote_id)
        page = make_page(headline="Edited here")
        endpoint.bind(page.article_id, remote_id)
        assert known.put(endpoint, page, item.receipt.token) == remote_id
        after = newest(pull(endpoint, known)[0], remote_id)
        assert (after.article_id, after.content.headline) == (page.article_id, "Edited here")

    def test_a_deletion_is_told_and_stays_told(
        self, endpoint: TellsChanges, known: Memory, colleague: Colleague
    ):
        page = make_page()
        remote_id = known.put(endpoint, page)
        _, cursor = pull(endpoint, known)
        colleague.delete(remote_id)
        assert newest(pull(endpoint, known, cursor)[0], remote_id).deleted
        there = endpoint.find(page.article_id)
        assert there is None or there.state is RemoteState.WITHDRAWN

    def test_nothing_new_means_nothing_that_differs(self, endpoint: TellsChanges, known: Memory):
        known.put(endpoint, make_page())
        before, cursor = pull(endpoint, known)
        again, after = pull(endpoint, known, cursor)
        assert all(item in before for item in again)
        assert pull(endpoint, known, after)[1] == after
