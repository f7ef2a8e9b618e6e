"""A complete multilingual news website, written into a folder."""
