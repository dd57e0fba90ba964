"""The published standards over HTTP, and nothing else."""
