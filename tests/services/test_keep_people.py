# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits at this desk."""

import pytest

from editor_app.bootstrap import Newsroom
from editor_app.domain.errors import BadInput, BadTime


def test_a_new_name_is_kept_and_stands_under_what_is_written_afterwards(newsroom: Newsroom):
    before = newsroom.write.create(language="en", headline="Before").value
    newsroom.people.set_me(name="  Ada   Marchand ", zone="Europe/Paris")
    after = newsroom.write.create(language="en", headline="After").value
    me = newsroom.browse.me()
    assert (me.name, me.zone) == ("Ada Marchand", "Europe/Paris")
    assert newsroom.browse.history(after.id)[0].author == "Ada Marchand"
    assert newsroom.browse.history(before.id)[0].author != "Ada Marchand"


@pytest.mark.parametrize(
    ("name", "zone", "error"), [("  ", "UTC", BadInput), ("Ada", "Europe/Nowhere", BadTime)]
)
def test_an_empty_name_and_an_unknown_zone_change_nothing(
    newsroom: Newsroom, name: str, zone: str, error: type[Exception]
):
    before = newsroom.browse.me()
    with pytest.raises(error):
        newsroom.people.set_me(name=name, zone=zone)
    assert newsroom.browse.me() == before
