# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said about a text before it is published, a file per rule family."""
