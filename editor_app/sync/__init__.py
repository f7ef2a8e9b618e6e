# SPDX-License-Identifier: GPL-3.0-or-later
"""Plan, outbox and runner: what must still reach a site."""
