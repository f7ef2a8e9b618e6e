# SPDX-License-Identifier: GPL-3.0-or-later
"""How the window looks: tokens, and the palette and style sheet made from them."""
