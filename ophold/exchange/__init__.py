"""Wire formats, one module per outside system, each with a local stand-in."""
