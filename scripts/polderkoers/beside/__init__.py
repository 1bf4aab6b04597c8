"""Lays what the policy says beside the passage of the source that its `plek` names, and keeps what a second person read."""
