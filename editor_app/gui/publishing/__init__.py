# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialogs around publishing: schedule, publish now, missed schedules."""
