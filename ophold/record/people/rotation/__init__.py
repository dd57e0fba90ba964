"""Moving what an older key sealed to the key that seals now, a batch at a time; may be stopped and taken up again.

What is sealed is found from the models: every `SealedTextField`, and the columns a model names in `sealed_under`, each
with the context it is sealed in (`row` is the model's row). A letter that is never changed may still be re-sealed:
its trigger lets nothing but that through, and only to a key with a higher number.
"""
