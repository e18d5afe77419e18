"""What an organisation fills in. Forms return domain values and know nothing of saving.

A new form goes into the module of its page; ``form_parts`` holds what several of them use.
"""
