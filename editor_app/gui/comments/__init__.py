# SPDX-License-Identifier: GPL-3.0-or-later
"""The Comments desk: what readers wrote on the connected sites."""
