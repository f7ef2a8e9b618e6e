# SPDX-License-Identifier: GPL-3.0-or-later
"""A foreign HTML page as a row of visible blocks, each with its Markdown."""
