"""`python -m addin` is the command `cpc`, for places where scripts are not on the path."""

from addin.cli import run

if __name__ == "__main__":
    run()
