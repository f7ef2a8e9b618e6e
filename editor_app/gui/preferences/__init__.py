# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences: the person, the look, the sites, the keys and the backups."""
