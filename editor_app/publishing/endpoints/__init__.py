"""One folder per kind of publishing endpoint; none knows another."""
