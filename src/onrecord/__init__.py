"""Reads news and keeps the record: who said what, when and to whom, each entry tied to the exact words."""
