# SPDX-License-Identifier: GPL-3.0-or-later
"""Export formats, one file each."""
