# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes down what a site told of an article: revision, remote copy and conflict together."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from editor_app.domain.article import Article
from editor_app.domain.errors import BadInput
from editor_app.domain.ids import ArticleId, RevisionId, StoryId, new_id
from editor_app.domain.languages import UNDETERMINED, normalise_tag
from editor_app.domain.outbox import Conflict
from editor_app.domain.revision import Reason
from editor_app.domain.site import RemoteCopy, RemoteState, Site
from editor_app.domain.story import Story
from editor_app.domain.workflow import Stage
from editor_app.publishing.endpoint import RemoteArticle
from editor_app.storage.unit_of_work import UnitOfWork
from editor_app.sync.events import Did, SiteEvent
from editor_app.sync.pull_plan import GONE_MARK, Here, PullStep, Told, plan_pull
from editor_app.sync.revision_writer import RevisionWriter
from editor_app.sync.standing import Standing, follow_state, hold_rows, log
from editor_app.text.three_way_merge import merge_contents

_STAGES = {RemoteState.LIVE: Stage.LIVE, RemoteState.SCHEDULED: Stage.SCHEDULED}
_CHANGED = "It was changed on the site since you confirmed it. Look at it and confirm it again."
_CONFLICT = "It was changed both here and on the site. Decide between the two in “Conflicts”."
_DELETED = "It was deleted on the site since you confirmed it. Try again to put it there anew."


class Incoming:
    """Applies one site's news inside one transaction; applying it twice changes nothing."""

    def __init__(self, unit: UnitOfWork, site: Site, now: datetime, *, language: str) -> None:
        """Write into the unit's transaction; ``language`` is taken where nothing tells it."""
        self._unit = unit
        self._site = site
        self._now = now
        self._language = language
        self._writer = RevisionWriter(unit, now)

    def apply(self, item: RemoteArticle, standing: Standing | None) -> SiteEvent | None:
        """Do what the plan says and return what there is to report, None for nothing."""
        step = plan_pull(told_of(item), standing.here if standing else None)
        if standing is None:
            return self._adopt(item) if step is PullStep.ADOPT else None
        match step:
            case PullStep.MOVE:
                return self._move(item, standing)
            case PullStep.TAKE:
                return self._take(item, standing)
            case PullStep.MERGE:
                return self._merge(item, standing)
            case PullStep.GONE:
                return self._gone(item, standing)
            case _:
                return None

    def _adopt(self, item: RemoteArticle) -> SiteEvent:
        receipt, content = item.receipt, item.content
        story = Story(StoryId(new_id()), content.headline[:80], item.section.strip(), (), self._now)
        self._unit.stories.put(story)
        article = Article(
            id=item.article_id or ArticleId(new_id()),
            story_id=story.id,
            language=self._language_of(item),
            stage=_STAGES.get(receipt.state, Stage.DRAFT),
            head=RevisionId(new_id()),
            counter=1,
            content=content,
            section=story.section,
            created=self._now,
            changed=self._now,
        )
        article = self._writer.adopt(article, author=self._author(item))
        here = Here(article.content.hash, "", "", "", "")
        standing = Standing(article, self._site.id, None, (), None, here)
        self._put_copy(item, standing, article.head, article.content.hash)
        log(self._unit, self._now, "adopted", standing)
        return self._event(item, standing, Did.ADOPTED)

    def _move(self, item: RemoteArticle, standing: Standing) -> SiteEvent | None:
        """Our text is there: note where it stands, and which revision it is."""
        base, sent = standing.base, ""
        if standing.copy is not None:
            base, sent = standing.copy.base_revision, standing.copy.sent_hash
        told = {item.content.hash, item.receipt.returned_hash}
        for revision in self._unit.revisions.of_article(standing.article.id):
            if revision.content_hash in told and revision.content_hash != standing.here.base_hash:
                base, sent = revision.id, revision.content_hash
                break
        self._put_copy(item, standing, base, sent or item.receipt.returned_hash)
        if standing.article.content.hash in told:
            self._resolve_open(standing, "mine")
        if not follow_state(self._unit, standing, item.receipt.state):
            return None
        log(self._unit, self._now, "verified", standing)
        return self._event(item, standing, Did.VERIFIED)

    def _take(self, item: RemoteArticle, standing: Standing) -> SiteEvent:
        newer = self._writer.onto(
            standing.article, item.content, reason=Reason.PULLED, author=self._author(item)
        )
        self._resolve_open(standing, "theirs")
        self._arrived(item, standing, newer.head, _CHANGED)
        log(self._unit, self._now, "pulled", standing, detail=self._author(item))
        return self._event(item, standing, Did.PULLED)

    def _merge(self, item: RemoteArticle, standing: Standing) -> SiteEvent:
        article = standing.article
        base = self._unit.revisions.get(standing.base)
        author = self._author(item)
        theirs = self._writer.beside(
            article, item.content, parent=self._parent_of_theirs(standing), author=author
        )
        their_content = self._unit.revisions.get(theirs).content
        merged = merge_contents(base.content, article.content, their_content)
        if merged.clean:
            self._writer.onto(
                article, merged.content, also=(theirs,), reason=Reason.MERGED, author=author
            )
            self._resolve_open(standing, "merged")
            self._arrived(item, standing, theirs, _CHANGED)
            log(self._unit, self._now, "merged", standing, detail=author)
            return self._event(item, standing, Did.MERGED)
        conflict = standing.conflict or Conflict(
            new_id(), article.id, self._site.id, base.revision.id, article.head, theirs, self._now
        )
        self._unit.conflicts.put(replace(conflict, mine=article.head, theirs=theirs))
        self._arrived(item, standing, theirs, _CONFLICT)
        log(self._unit, self._now, "conflict", standing, detail=author)
        return self._event(item, standing, Did.CONFLICT, _CONFLICT)

    def _gone(self, item: RemoteArticle, standing: Standing) -> SiteEvent:
        """The article stays here whatever happened there; unsent work keeps waiting for a word."""
        copy = standing.copy
        assert copy is not None  # the plan lets only what was seen there be gone
        state = RemoteState.CHANGED_THERE if standing.has_unsent else RemoteState.WITHDRAWN
        token = f"{GONE_MARK}{item.receipt.token}"
        gone = replace(copy, token=token, state=state, checked=self._now, verified=True)
        self._unit.sites.put_copy(gone)
        hold_rows(self._unit, standing, _DELETED)
        follow_state(self._unit, standing, RemoteState.WITHDRAWN)
        log(self._unit, self._now, "deleted_there", standing)
        return self._event(item, standing, Did.DELETED_THERE)

    def _arrived(
        self, item: RemoteArticle, standing: Standing, theirs: RevisionId, reason: str
    ) -> None:
        """Note that their text is what is there now; only what is made from it may go out."""
        content_hash = self._unit.revisions.get(theirs).revision.content_hash
        self._put_copy(item, standing, theirs, content_hash)
        hold_rows(self._unit, standing, reason)
        follow_state(self._unit, standing, item.receipt.state)

    def _parent_of_theirs(self, standing: Standing) -> RevisionId:
        """Return what they started from: the text that was last known to be there."""
        return standing.copy.base_revision if standing.copy else standing.base

    def _resolve_open(self, standing: Standing, taken: str) -> None:
        if standing.conflict is not None:
            self._unit.conflicts.put(replace(standing.conflict, resolved=self._now, taken=taken))

    def _put_copy(
        self, item: RemoteArticle, standing: Standing, base: RevisionId, sent_hash: str
    ) -> None:
        receipt = item.receipt
        copy = RemoteCopy(
            article_id=standing.article.id,
            site_id=self._site.id,
            href=receipt.href,
            remote_id=receipt.remote_id,
            token=receipt.token,
            base_revision=base,
            sent_hash=sent_hash,
            returned_hash=receipt.returned_hash,
            state=receipt.state,
            checked=self._now,
            verified=True,
        )
        first = None
        if receipt.state is RemoteState.LIVE:
            known = self._unit.sites.first_published(copy.article_id, copy.site_id)
            first = known or item.published or item.changed or self._now
        self._unit.sites.put_copy(copy, first_published=first)

    def _language_of(self, item: RemoteArticle) -> str:
        from editor_app.text.language_detection import detect_language

        try:
            if item.language:
                return normalise_tag(item.language)
        except BadInput:
            pass
        found = detect_language(f"{item.content.headline}\n{item.content.body}")
        return self._language if found == UNDETERMINED else found

    def _author(self, item: RemoteArticle) -> str:
        return item.author or self._site.name

    def _event(
        self, item: RemoteArticle, standing: Standing, did: Did, detail: str = ""
    ) -> SiteEvent:
        article_id = standing.article.id
        return SiteEvent(self._site.id, did, article_id, item.receipt.href, detail)


def told_of(item: RemoteArticle) -> Told:
    """Return what the plan looks at of an item."""
    receipt = item.receipt
    return Told(
        token=receipt.token,
        state=receipt.state.value,
        returned_hash=receipt.returned_hash,
        content_hash=item.content.hash,
        deleted=item.deleted,
    )
