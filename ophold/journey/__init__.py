"""One room per step, in the order a case takes them."""
