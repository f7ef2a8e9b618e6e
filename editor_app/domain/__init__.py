"""Frozen values and rules of the newsroom; imports nothing of ours."""
