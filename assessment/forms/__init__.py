"""What an organisation fills in. Forms return domain values and know nothing of saving.

A new form goes into the module of its page; what several of them use is in
``numbers_of_people``, and in ``organisations.form_parts`` what forms of other packages use too.
"""
