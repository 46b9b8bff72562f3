"""Tags to attributions: linked source, cue and content, with what the quotation marks say exactly."""

from onrecord.statements.attributions import GUIDE, POLNEAR, Options, find_attributions

__all__ = ["GUIDE", "POLNEAR", "Options", "find_attributions"]
