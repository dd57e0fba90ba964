"""The three limbs of § 107: met or not, why, and on what source."""
