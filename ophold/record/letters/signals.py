"""What other rooms may hear of: a copy was delivered.

Sent inside the delivery's transaction, with the case locked: `case`, `dispatch` (with its letter), `delivery`, `at`.
A receiver may return the names of case fields it changed; they are saved with the journal entry.
"""

from django.dispatch import Signal

delivered = Signal()
