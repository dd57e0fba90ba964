"""The demonstration: invented people, and histories that follow the rules because the real acts made them."""
