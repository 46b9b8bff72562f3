"""Text to tags: one pass of one small encoder over an article, and the decoding of what it says."""
