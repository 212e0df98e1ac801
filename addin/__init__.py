"""Where the functions meet the world: the command line, and the programs that host them."""
