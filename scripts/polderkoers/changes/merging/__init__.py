"""Three states of the policy into one: what both sides changed, by item and field, and where they clash."""
