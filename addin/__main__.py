"""`python -m addin` is the command `cpc`, for places where scripts are not on the path."""

from addin.cli import main

if __name__ == "__main__":
    main()
