"""The policy as frozen values: blocks, file kinds and catalogues."""
