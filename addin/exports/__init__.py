"""From the files that ad platforms give to rows of the ledger: one small file per platform."""
