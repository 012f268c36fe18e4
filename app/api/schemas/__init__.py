"""What answers look like, for the OpenAPI document. Bytes come from `app.api.render`; a test holds both together."""
