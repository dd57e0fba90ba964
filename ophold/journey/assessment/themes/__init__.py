"""The assessment by Voksenudredningsmetoden (VUM 2.0): eleven themes, and what they come to together."""
