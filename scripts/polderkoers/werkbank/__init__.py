"""De werkbank: changing the policy in a browser, without YAML or Git."""
