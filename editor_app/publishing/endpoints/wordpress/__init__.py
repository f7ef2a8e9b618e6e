# SPDX-License-Identifier: GPL-3.0-or-later
"""A WordPress site over its REST interface, with an application password."""
