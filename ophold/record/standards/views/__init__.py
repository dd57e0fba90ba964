"""The policy officer's pages."""
