# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that turns a page into an article: what is kept, what is left out and why."""
