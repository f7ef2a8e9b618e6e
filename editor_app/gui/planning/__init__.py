# SPDX-License-Identifier: GPL-3.0-or-later
"""The Calendar desk: what goes out on which day, and what has no day yet."""
