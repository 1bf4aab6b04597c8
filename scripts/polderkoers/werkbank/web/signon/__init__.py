"""Who somebody is: alone, by a proxy that knows, or by OpenID Connect."""
