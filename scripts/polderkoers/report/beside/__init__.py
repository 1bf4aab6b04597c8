"""What the policy says beside its sources, as a page to tick off, as text and for programs."""
