# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop newsroom: write, translate, schedule and publish news articles."""

__version__ = "0.1.0"
