# SPDX-License-Identifier: GPL-3.0-or-later
"""Segments, memory, glossary and exchange formats."""
