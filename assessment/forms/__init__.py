"""What an organisation fills in. Forms return domain values and know nothing of saving.

A new form goes into the module of its page; ``fields`` holds what several of them use.
"""
