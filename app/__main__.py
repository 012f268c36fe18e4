"""`python -m app` is the command `realpolitik`."""

from app.cli.main import main

if __name__ == "__main__":
    main()
