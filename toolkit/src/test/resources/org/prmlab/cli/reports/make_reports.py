"""Writes data.jsonl and predictions.jsonl: 24 problems with two made-up solutions each, every number from a seed.

    python make_reports.py
"""
import json
import random

random.seed(17)
with open("data.jsonl", "w") as data, open("predictions.jsonl", "w") as predictions:
    for p in range(24):
        for s in range(2):
            steps = 2 + (p + s) % 3
            error = random.choice([-1, -1] + list(range(steps)))
            right = error < 0 or random.random() < 0.2
            close = lambda i, noise: min(1, max(0, (0.2 if 0 <= error <= i else 0.8) + random.uniform(-noise, noise)))
            record = {
                "id": f"p{p}-{s}",
                "generator": ["north", "south"][s],
                "problem_id": f"p{p}",
                "problem": f"What is {p} + 1?",
                "answer": str(p + 1),
                "steps": [f"step {i + 1}" for i in range(steps)],
                "final_answer": str(p + 1 if right else p + 2 + s),
                "final_answer_correct": right,
                "label": error,
                "step_labels": [
                    {"source": "mc", "values": [
                        {"correct": sum(random.random() < close(i, 0.3) for _ in range(8)), "total": 8}
                        for i in range(steps)]},
                    {"source": "judge", "values": [close(i, 0.5) > 0.5 for i in range(steps)]}],
                "scores": {name: [round(close(i, noise), 3) for i in range(steps)]
                           for name, noise in (("sharp", 0.4), ("dull", 0.75))},
                "level": 1 + p % 3,
            }
            data.write(json.dumps(record) + "\n")
            said = random.choice([error, error, -1, steps - 1, None])
            predictions.write(json.dumps({"id": record["id"], "prediction": said}) + "\n")
