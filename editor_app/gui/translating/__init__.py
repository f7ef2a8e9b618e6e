# SPDX-License-Identifier: GPL-3.0-or-later
"""The Translations desk: which editions are being made, and source and target side by side."""
