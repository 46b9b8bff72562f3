"""Text to tags: one pass of one small encoder over an article, and the decoding of what it says."""

from onrecord.model.decoding import TaggedCue, Tags
from onrecord.model.tagger import Scheme, Tagger, load_tagger

__all__ = ["Scheme", "TaggedCue", "Tagger", "Tags", "load_tagger"]
