# SPDX-License-Identifier: GPL-3.0-or-later
"""Use cases, named by verbs; no Qt and no SQL."""
