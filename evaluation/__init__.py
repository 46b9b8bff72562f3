"""Measures what onrecord finds against annotated articles: yours, or the public data beside the checkout."""
