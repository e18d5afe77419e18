"""What a site is made of; imported before any of it, which openpyxl's switch below needs."""

import os

# openpyxl takes lxml wherever that is installed, which Word and slides bring. What it reads comes
# from strangers and stays with defusedxml; what it writes stays the bytes that ours are cut into.
os.environ["OPENPYXL_LXML"] = "False"
