"""The small parts of which every room is made.

They ask the theme for font and colour and ask again when it changes, so a panel that uses them has
nothing to restyle.
"""
