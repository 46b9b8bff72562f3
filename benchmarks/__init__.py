"""Speed and memory, and nothing else: `python -m benchmarks` measures, `evaluation` judges."""
