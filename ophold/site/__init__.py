"""Settings, addresses, base templates and the public pages."""
