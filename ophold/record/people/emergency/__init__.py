"""Accounts made from the shell when the normal door is closed: named, ended by themselves, and journalled."""
