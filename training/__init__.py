"""Trains the encoder that onrecord ships: `python -m training` makes a model in one command. Not in the wheel."""
