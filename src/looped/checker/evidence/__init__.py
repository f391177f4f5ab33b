"""Figures that must come out of others, judged by the weight of what speaks for it.

A rule of its own for every wording never ends. Here every way in which a figure of a passage could come out of the
others is read: a share of a pair, a total of a list, a rest of a whole, a mean of a sum. If one comes out, the figure
is left alone. If none does, each way is weighed by signs that anybody can see (the two stand in one bracket, a word
says "in all", one digit would mend it), a few points each (`points.py`, decision 56), and what weighs enough is told.
"""
