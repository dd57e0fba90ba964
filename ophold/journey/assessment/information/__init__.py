"""Information from others: by whose leave it is asked for, what was asked, what came, and which limb it serves."""
