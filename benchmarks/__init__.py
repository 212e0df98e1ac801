"""How fast the functions are, and how often intervals hold."""
