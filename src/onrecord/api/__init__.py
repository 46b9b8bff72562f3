"""The record over HTTP: the same answers as the pages' JSON, with an OpenAPI description."""
