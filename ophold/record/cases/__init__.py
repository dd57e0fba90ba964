"""The case, its clocks and parties, who may see it, and which act is possible when."""
