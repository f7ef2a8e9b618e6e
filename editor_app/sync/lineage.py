# SPDX-License-Identifier: GPL-3.0-or-later
"""Which revisions a text was made from: what it may replace on a site, and what it may not.

A colleague's text that was pulled is a revision too, but only a revision made from it may be
written over it. Time plays no part: two clocks never agree.
"""

from __future__ import annotations

from collections.abc import Iterable

from editor_app.domain.ids import RevisionId
from editor_app.domain.revision import Reason, Revision


def ancestors(revisions: Iterable[Revision], of: RevisionId) -> set[RevisionId]:
    """Return the revision and everything it was made from."""
    parents = {revision.id: revision.parents for revision in revisions}
    found: set[RevisionId] = set()
    waiting = [of]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += parents.get(here, ())
    return found


def own_and_foreign(
    revisions: tuple[Revision, ...], of: RevisionId
) -> tuple[set[str], set[RevisionId]]:
    """Return the hashes of texts that ``of`` may replace, and the revisions that it may not.

    The latter are pulled ones that it was not made from; a text that is both is theirs.
    """
    hashes = {revision.content_hash for revision in revisions}
    pulled = [revision for revision in revisions if revision.reason is Reason.PULLED]
    if not pulled:
        return hashes, set()
    made_from = ancestors(revisions, of)
    foreign = [revision for revision in pulled if revision.id not in made_from]
    hashes -= {revision.content_hash for revision in foreign}
    return hashes, {revision.id for revision in foreign}
