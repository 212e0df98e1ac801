"""Excel on Windows: the functions in cells, the ribbon, and the add-in that carries them."""
