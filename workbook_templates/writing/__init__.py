"""How declared sheets become a file."""
