# SPDX-License-Identifier: GPL-3.0-or-later
"""The newsroom's database: SQL lives here only."""
