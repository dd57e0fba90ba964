"""The journal: written, walked, tampered with, anchored."""
