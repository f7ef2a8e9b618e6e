# SPDX-License-Identifier: GPL-3.0-or-later
"""Telling an article from the furniture of the page that it was copied from."""
