# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: the only Qt code, a folder a desk."""
