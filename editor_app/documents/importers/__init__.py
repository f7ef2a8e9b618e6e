# SPDX-License-Identifier: GPL-3.0-or-later
"""Import formats, one file each."""
