"""What a municipality fixes for itself here, and who its staff are. For its administrators; journalled."""
