"""Every Vietnamese sentence the core can cause a person to read, by what it is about.

A sentence says what happened, in which file or setting, and what to do next. Blanks are filled from the details
of the error or warning that carries the code.
"""
