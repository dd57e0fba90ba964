"""Letters: structured data first, then HTML and PDF; sent once, kept for ever."""
