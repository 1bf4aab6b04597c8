"""From YAML on disk to one checked policy; each module is a station and imports only earlier ones."""
