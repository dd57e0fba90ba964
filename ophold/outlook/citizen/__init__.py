"""The citizen's own pages: their cases, and one case with what it waits for, what to do, and their rights."""
