"""Publishing endpoints: what a site can do, and how to speak to each kind."""
