"""What the command `cpc` says to a script when it ends."""

ANSWERED, ERROR_CELL, UNREADABLE = 0, 1, 2
