# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories with their embargo, and the people of the newsroom."""

from __future__ import annotations

from sqlalchemy import Connection, select

from editor_app.domain.errors import NotFound
from editor_app.domain.ids import PersonId, StoryId
from editor_app.domain.person import Person, Role
from editor_app.domain.schedule import WallTime, parse_wall
from editor_app.domain.story import Embargo, Story
from editor_app.storage import schema
from editor_app.storage.schema import META, PERSON, STORY, Row


class StoryStore:
    """Reads and writes stories in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def put(self, story: Story) -> None:
        """Insert or change a story."""
        embargo = story.embargo
        schema.upsert(
            self._connection,
            STORY,
            {
                "id": story.id,
                "slugline": story.slugline,
                "section": story.section,
                "planned_languages": schema.to_json(story.planned_languages),
                "created": story.created,
                "priority": story.priority,
                "note": story.note,
                "embargo_wall": embargo.until.wall.strftime("%Y-%m-%d %H:%M") if embargo else None,
                "embargo_zone": embargo.until.zone if embargo else None,
                "embargo_fold": embargo.until.fold if embargo else None,
                "embargo_lifted_reason": embargo.lifted_reason if embargo else "",
                "embargo_lifted_at": embargo.lifted_at if embargo else None,
            },
        )

    def get(self, story_id: str) -> Story:
        """Return the story; raises NotFound."""
        row = schema.one_row(self._connection, select(STORY).where(STORY.c.id == story_id))
        if row is None:
            raise NotFound(f"There is no story {story_id}.")
        return _story(row)

    def all(self) -> tuple[Story, ...]:
        """Return every story, oldest first."""
        return tuple(
            _story(row)
            for row in schema.all_rows(self._connection, select(STORY).order_by(STORY.c.created))
        )

    def sections(self) -> tuple[str, ...]:
        """Return the sections in use."""
        statement = (
            select(STORY.c.section)
            .where(STORY.c.section != "")
            .distinct()
            .order_by(STORY.c.section)
        )
        return tuple(row["section"] for row in schema.all_rows(self._connection, statement))


class PersonStore:
    """Reads and writes people, and facts about the newsroom itself."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def put(self, person: Person) -> None:
        """Insert or change a person; only one is me."""
        if person.is_me:
            self._connection.execute(
                PERSON.update().where(PERSON.c.id != person.id).values(is_me=False)
            )
        schema.upsert(
            self._connection,
            PERSON,
            {
                "id": person.id,
                "name": person.name,
                "role": person.role,
                "zone": person.zone,
                "is_me": person.is_me,
            },
        )

    def all(self) -> tuple[Person, ...]:
        """Return everybody, by name."""
        return tuple(
            _person(row)
            for row in schema.all_rows(self._connection, select(PERSON).order_by(PERSON.c.name))
        )

    def me(self) -> Person | None:
        """Return who sits at this desk, if that was said."""
        row = schema.one_row(self._connection, select(PERSON).where(PERSON.c.is_me.is_(True)))
        return _person(row) if row else None

    def fact(self, key: str) -> str:
        """Return a fact about the newsroom, "" if it was never set."""
        row = schema.one_row(self._connection, select(META).where(META.c.key == key))
        return row["value"] if row else ""

    def set_fact(self, key: str, value: str) -> None:
        """Remember a fact about the newsroom."""
        schema.upsert(self._connection, META, {"key": key, "value": value})


def _story(row: Row) -> Story:
    embargo = None
    if row["embargo_wall"]:
        until = WallTime(
            parse_wall(row["embargo_wall"]), row["embargo_zone"], row["embargo_fold"] or 0
        )
        embargo = Embargo(until, row["embargo_lifted_reason"], row["embargo_lifted_at"])
    return Story(
        id=StoryId(row["id"]),
        slugline=row["slugline"],
        section=row["section"],
        planned_languages=schema.list_from(row["planned_languages"]),
        created=row["created"],
        embargo=embargo,
        priority=row["priority"],
        note=row["note"],
    )


def _person(row: Row) -> Person:
    return Person(
        PersonId(row["id"]), row["name"], Role(row["role"]), row["zone"], bool(row["is_me"])
    )
