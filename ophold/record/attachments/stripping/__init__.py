"""Is this really a PDF, JPEG or PNG, and what is left of it when everything that is not its content is taken away?

Runs alone: `python -m ophold.record.attachments.stripping` reads one file from its input, and answers on its output
with a line of JSON and, where nothing was wrong, the file as it may be kept. It knows no Django, no database and no
keys, so that whoever finds a hole in a library of pictures finds an empty room (docs/decisions/0081). The house's side
is `ophold.record.attachments.checking`.
"""
