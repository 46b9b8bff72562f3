"""The record in a browser: server-rendered pages over one record, and the API beside them. Needs the extra `web`."""

from onrecord.web.app import create_app
from onrecord.web.serving import serve

__all__ = ["create_app", "serve"]
