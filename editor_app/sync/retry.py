# SPDX-License-Identifier: GPL-3.0-or-later
"""When to try again: full jitter between nothing and a limit that doubles."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

FIRST_S = 5.0
LONGEST_S = 15 * 60.0
GIVE_UP_AFTER = timedelta(days=3)


def next_try(
    now: datetime,
    attempts: int,
    *,
    retry_after_s: float | None = None,
    dice: random.Random | None = None,
) -> datetime:
    """Return the instant of the next try after ``attempts`` failed ones.

    Full jitter (a random wait up to the limit) spreads clients that failed together; a wait
    that the server asked for is a floor.
    """
    limit = min(LONGEST_S, FIRST_S * 2 ** min(attempts, 20))
    wait = (dice or random.SystemRandom()).uniform(FIRST_S / 2, limit)
    return now + timedelta(seconds=max(wait, retry_after_s or 0.0))
