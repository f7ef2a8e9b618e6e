# SPDX-License-Identifier: GPL-3.0-or-later
"""What each language writes around words: quotation marks, spaces, apostrophes."""
