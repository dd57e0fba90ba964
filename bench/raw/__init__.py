"""Raw twins of the busiest pages: plain WSGI, SQL by the driver, f-strings. The limit the product is measured against.

A twin asks the database the same statements, checks the same session and access, writes the same journal and sends
the same bytes; `tests/bench` compares them. It is not kept for anything else.
"""
