"""`python -m playground.train.engine`: the child process. Started by `EngineProcess` only."""

from playground.train.engine.child import main

if __name__ == "__main__":
    main()
