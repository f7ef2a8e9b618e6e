# SPDX-License-Identifier: GPL-3.0-or-later
"""What every endpoint must do. A new one subclasses `EndpointSuite` and gives `endpoint`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from editor_app.domain.errors import EndpointError, EndpointRefused, PreconditionFailed
from editor_app.domain.ids import ArticleId, new_id
from editor_app.domain.site import RemoteState
from editor_app.publishing.endpoint import Endpoint
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.pages import changed, make_image, make_page


class EndpointSuite:
    """The protocol's rules, one test each. Subclasses override the fixture `endpoint`."""

    @pytest.fixture
    def clock(self) -> FixedClock:
        return FixedClock()

    @pytest.fixture
    def endpoint(self, clock: FixedClock, tmp_path: Path) -> Endpoint:
        raise NotImplementedError

    def test_the_identity_stays_the_same_however_often_one_asks(self, endpoint: Endpoint):
        first = endpoint.identify()
        endpoint.put(make_page(), token="")
        assert first.identity
        assert endpoint.identify().identity == first.identity

    def test_an_article_that_was_never_sent_is_not_found(self, endpoint: Endpoint):
        assert endpoint.find(ArticleId(new_id())) is None

    def test_a_new_article_is_live_and_found_by_its_own_id(self, endpoint: Endpoint):
        page = make_page()
        receipt = endpoint.put(page, token="")
        assert receipt.state is RemoteState.LIVE
        assert receipt.href.startswith(("http://", "https://"))
        assert receipt.token
        assert receipt.remote_id
        found = endpoint.find(page.article_id)
        assert found == replace(receipt, warnings=())

    def test_an_update_keeps_the_place_and_changes_the_token(self, endpoint: Endpoint):
        page = make_page()
        first = endpoint.put(page, token="")
        second = endpoint.put(
            changed(page, body="The second ferry left at noon."), token=first.token
        )
        assert (second.remote_id, second.href) == (first.remote_id, first.href)
        assert second.token != first.token
        assert second.returned_hash != first.returned_hash

    def test_sending_the_same_twice_changes_nothing(self, endpoint: Endpoint):
        page = make_page()
        first = endpoint.put(page, token="")
        assert endpoint.put(page, token=first.token).token == first.token

    def test_a_stale_token_is_refused_and_changes_nothing(self, endpoint: Endpoint):
        page = make_page()
        first = endpoint.put(page, token="")
        second = endpoint.put(changed(page, headline="Second"), token=first.token)
        with pytest.raises(PreconditionFailed):
            endpoint.put(changed(page, headline="Third"), token=first.token)
        assert endpoint.find(page.article_id) == replace(second, warnings=())

    def test_a_second_create_of_the_same_article_is_refused(self, endpoint: Endpoint):
        page = make_page()
        first = endpoint.put(page, token="")
        with pytest.raises(PreconditionFailed):
            endpoint.put(changed(page, headline="Again"), token="")
        assert endpoint.find(page.article_id) == replace(first, warnings=())

    def test_an_update_of_an_article_that_is_not_there_is_refused(self, endpoint: Endpoint):
        page = make_page()
        with pytest.raises(PreconditionFailed):
            endpoint.put(page, token="some-earlier-token")
        assert endpoint.find(page.article_id) is None

    def test_two_articles_with_the_same_headline_are_two(self, endpoint: Endpoint):
        one, two = make_page(), make_page()
        first, second = endpoint.put(one, token=""), endpoint.put(two, token="")
        assert first.remote_id != second.remote_id
        assert first.href != second.href

    def test_editions_of_one_story_are_articles_of_their_own(self, endpoint: Endpoint):
        english = make_page()
        french = replace(
            make_page(headline="Le ferry revient"), story_id=english.story_id, language="fr"
        )
        assert endpoint.put(english, token="").href != endpoint.put(french, token="").href

    def test_a_withdrawn_article_is_known_as_withdrawn(self, endpoint: Endpoint):
        page = make_page()
        receipt = endpoint.withdraw(page.article_id, token=endpoint.put(page, token="").token)
        assert receipt.state is RemoteState.WITHDRAWN
        found = endpoint.find(page.article_id)
        assert found is not None
        assert found.state is RemoteState.WITHDRAWN

    def test_withdrawing_twice_is_no_error(self, endpoint: Endpoint):
        page = make_page()
        first = endpoint.put(page, token="")
        once = endpoint.withdraw(page.article_id, token=first.token)
        assert endpoint.withdraw(page.article_id, token=first.token).state is RemoteState.WITHDRAWN
        assert endpoint.withdraw(page.article_id, token=once.token).state is RemoteState.WITHDRAWN

    def test_a_stale_token_does_not_withdraw(self, endpoint: Endpoint):
        page = make_page()
        first = endpoint.put(page, token="")
        endpoint.put(changed(page, headline="Second"), token=first.token)
        with pytest.raises(PreconditionFailed):
            endpoint.withdraw(page.article_id, token=first.token)
        found = endpoint.find(page.article_id)
        assert found is not None
        assert found.state is RemoteState.LIVE

    def test_withdrawing_what_was_never_there_is_refused(self, endpoint: Endpoint):
        with pytest.raises(EndpointError):
            endpoint.withdraw(ArticleId(new_id()), token="")

    def test_a_withdrawn_article_may_come_back(self, endpoint: Endpoint):
        page = make_page()
        first = endpoint.put(page, token="")
        gone = endpoint.withdraw(page.article_id, token=first.token)
        back = endpoint.put(page, token=gone.token)
        assert back.state is RemoteState.LIVE
        assert back.remote_id == first.remote_id

    def test_what_must_not_become_public_is_refused_and_leaves_nothing(self, endpoint: Endpoint):
        page = make_page(body="Look: ![quay](file:///home/ida/quay.jpg)")
        with pytest.raises(EndpointRefused, match=r"quay\.jpg"):
            endpoint.put(page, token="")
        assert endpoint.find(page.article_id) is None

    def test_the_same_image_is_stored_once(self, endpoint: Endpoint, tmp_path: Path):
        image = make_image(tmp_path)
        assert endpoint.upload_media(image) == endpoint.upload_media(image)

    def test_a_missing_image_is_refused(self, endpoint: Endpoint, tmp_path: Path):
        image = make_image(tmp_path)
        image.path.unlink()
        with pytest.raises(EndpointRefused):
            endpoint.upload_media(image)

    def test_nothing_is_public_before_its_time(self, endpoint: Endpoint, clock: FixedClock):
        page = make_page(publish_at=clock.now() + timedelta(hours=1))
        if endpoint.identify().capabilities.can_schedule:
            assert endpoint.put(page, token="").state is RemoteState.SCHEDULED
        else:
            with pytest.raises(EndpointRefused):
                endpoint.put(page, token="")
            assert endpoint.find(page.article_id) is None

    def test_a_time_in_the_past_means_now(self, endpoint: Endpoint, clock: FixedClock):
        page = make_page(publish_at=clock.now() - timedelta(minutes=5))
        assert endpoint.put(page, token="").state is RemoteState.LIVE
