# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences: a frozen value, kept as TOML."""
