"""Training in a process of its own, behind the interface that the worker thread has.

The window's process holds an `EngineProcess`, its child runs the same `Session` under the same
`TrainWorker`. Wishes travel through a pipe, arrays through shared memory. When the child dies, only
the training is gone.
"""
