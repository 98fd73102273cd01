"""The catalogue of datasets: one small file a dataset."""
