"""`python -m playground.train.turbo`: the helper that compiles. Started by `Helper` only."""

from playground.train.turbo.compiling import main

if __name__ == "__main__":
    main()
