# SPDX-License-Identifier: GPL-3.0-or-later
"""Sites, and what each article is on each of them."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import datetime

from sqlalchemy import Connection, select

from editor_app.domain.errors import NotFound
from editor_app.domain.ids import ArticleId, RevisionId, SiteId
from editor_app.domain.site import Capabilities, RemoteCopy, RemoteState, Site, SiteKind
from editor_app.storage import schema
from editor_app.storage.schema import REMOTE_COPY, SITE, Row


class SiteStore:
    """Reads and writes sites in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the connection's transaction."""
        self._connection = connection

    def put(self, site: Site) -> None:
        """Insert or change a site."""
        schema.upsert(
            self._connection,
            SITE,
            {
                "id": site.id,
                "name": site.name,
                "kind": site.kind,
                "url": site.url,
                "zone": site.zone,
                "user": site.user,
                "identity": site.identity,
                "options": schema.to_json(site.options),
                "capabilities": schema.to_json(asdict(site.capabilities)),
                "paused_reason": site.paused_reason,
            },
        )

    def all(self) -> tuple[Site, ...]:
        """Return the sites in the order they were added."""
        statement = (
            select(SITE).where(SITE.c.removed.is_(False)).order_by(SITE.c.position, SITE.c.id)
        )
        return tuple(_site(row) for row in schema.all_rows(self._connection, statement))

    def get(self, site_id: str) -> Site:
        """Return a site, removed ones too; raises NotFound."""
        row = schema.one_row(self._connection, select(SITE).where(SITE.c.id == site_id))
        if row is None:
            raise NotFound("There is no such site.")
        return _site(row)

    def by_name(self, name: str) -> Site:
        """Return the site with this name, whatever its case; raises NotFound."""
        wanted = name.strip().casefold()
        for site in self.all():
            if site.name.casefold() == wanted or site.id == wanted:
                return site
        raise NotFound(f"There is no site called “{name}”.")

    def remove(self, site_id: SiteId) -> None:
        """Take the site off the list; articles, plans and the log keep naming it."""
        site = self.get(site_id)
        self._connection.execute(
            SITE.update()
            .where(SITE.c.id == site_id)
            .values(removed=True, name=f"{site.name} ({site_id})")
        )

    def put_copy(self, copy: RemoteCopy, *, first_published: datetime | None = None) -> None:
        """Insert or change what an article is on a site."""
        values = {
            "article_id": copy.article_id,
            "site_id": copy.site_id,
            "href": copy.href,
            "remote_id": copy.remote_id,
            "token": copy.token,
            "base_revision": copy.base_revision,
            "sent_hash": copy.sent_hash,
            "returned_hash": copy.returned_hash,
            "state": copy.state,
            "checked": copy.checked,
            "verified": copy.verified,
        }
        if first_published is not None:
            values["first_published"] = first_published
        schema.upsert(self._connection, REMOTE_COPY, values)

    def copy(self, article_id: ArticleId, site_id: SiteId) -> RemoteCopy | None:
        """Return what the article is on the site, or None if it never was there."""
        statement = select(REMOTE_COPY).where(
            REMOTE_COPY.c.article_id == article_id, REMOTE_COPY.c.site_id == site_id
        )
        row = schema.one_row(self._connection, statement)
        return _copy(row) if row else None

    def copies(self, article_id: ArticleId) -> tuple[RemoteCopy, ...]:
        """Return what the article is on every site."""
        statement = select(REMOTE_COPY).where(REMOTE_COPY.c.article_id == article_id)
        return tuple(_copy(row) for row in schema.all_rows(self._connection, statement))

    def remote_ids(self, site_id: SiteId) -> dict[str, ArticleId]:
        """Return the articles that are, or were, on the site, by the site's own ids."""
        statement = select(REMOTE_COPY.c.remote_id, REMOTE_COPY.c.article_id).where(
            REMOTE_COPY.c.site_id == site_id, REMOTE_COPY.c.remote_id != ""
        )
        return {
            row["remote_id"]: ArticleId(row["article_id"])
            for row in schema.all_rows(self._connection, statement)
        }

    def by_remote_id(self, site_id: SiteId, remote_id: str) -> ArticleId | None:
        """Return the article that the site's own id names, if it is known here."""
        statement = select(REMOTE_COPY.c.article_id).where(
            REMOTE_COPY.c.site_id == site_id, REMOTE_COPY.c.remote_id == remote_id
        )
        found = self._connection.execute(statement).scalar()
        return ArticleId(found) if found else None

    def pause(self, site_id: SiteId, reason: str) -> None:
        """Send nothing to the site until `pause` is called with an empty reason."""
        self._connection.execute(
            SITE.update().where(SITE.c.id == site_id).values(paused_reason=reason)
        )

    def first_published(self, article_id: ArticleId, site_id: SiteId) -> datetime | None:
        """Return when the article first went live there."""
        statement = select(REMOTE_COPY.c.first_published).where(
            REMOTE_COPY.c.article_id == article_id, REMOTE_COPY.c.site_id == site_id
        )
        return self._connection.execute(statement).scalar()


def _site(row: Row) -> Site:
    known = {field.name for field in fields(Capabilities)}
    capabilities = {
        key: value for key, value in json.loads(row["capabilities"]).items() if key in known
    }
    return Site(
        id=SiteId(row["id"]),
        name=row["name"],
        kind=SiteKind(row["kind"]),
        url=row["url"],
        zone=row["zone"],
        user=row["user"],
        identity=row["identity"],
        options=json.loads(row["options"]),
        capabilities=Capabilities(**capabilities),
        paused_reason=row["paused_reason"],
    )


def _copy(row: Row) -> RemoteCopy:
    return RemoteCopy(
        article_id=ArticleId(row["article_id"]),
        site_id=SiteId(row["site_id"]),
        href=row["href"],
        remote_id=row["remote_id"],
        token=row["token"],
        base_revision=RevisionId(row["base_revision"]),
        sent_hash=row["sent_hash"],
        returned_hash=row["returned_hash"],
        state=RemoteState(row["state"]),
        checked=row["checked"],
        verified=bool(row["verified"]),
    )
