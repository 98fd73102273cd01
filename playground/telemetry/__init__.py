"""What a training run tells everybody else."""
