# SPDX-License-Identifier: GPL-3.0-or-later
"""Import and export formats, one file each."""
