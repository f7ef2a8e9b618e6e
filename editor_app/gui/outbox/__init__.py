# SPDX-License-Identifier: GPL-3.0-or-later
"""The Outbox desk: what must still reach a site, and why it waits."""
