# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of articles: model, rows of two lines, filters and search."""
