# SPDX-License-Identifier: GPL-3.0-or-later
"""The Articles desk: write, with autosave, and see everything about an article beside it."""
