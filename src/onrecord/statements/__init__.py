"""Tags to attributions: linked source, cue and content, with what the quotation marks say exactly."""

from onrecord.statements.attributions import find_attributions

__all__ = ["find_attributions"]
