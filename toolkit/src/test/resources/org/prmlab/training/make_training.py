"""Twenty steps of training with PyTorch's AdamW and transformers' Qwen2, for comparison.

    python make_training.py ../model/qwen2-prm reference.json

Versions that made the committed file: torch 2.13.0, transformers 5.18.0, safetensors 0.8.0 (CPU, one
thread). Each step takes two rows of the checkpoint's reference.json. Even steps use the classes by
cross-entropy, odd ones the probabilities by squared error. Written: loss and gradient norm before
clipping of each step, and every score at the end. Tolerance: 1e-4 of the value.
"""
import json
import math
import sys

import torch
from safetensors.torch import load_file
from transformers import Qwen2Config, Qwen2Model

torch.set_num_threads(1)
STEPS, WARMUP, PEAK, HEAD, DECAY, CLIP = 20, 5, 2e-3, 3.0, 0.1, 0.5
folder, out = sys.argv[1:]
state = load_file(folder + "/model.safetensors")
config = Qwen2Config.from_pretrained(folder)
net = Qwen2Model(config)
top = torch.nn.Sequential(torch.nn.Linear(32, 32), torch.nn.ReLU(), torch.nn.Linear(32, 2))
net.load_state_dict({k.removeprefix("model."): v for k, v in state.items() if k.startswith("model.")})
top.load_state_dict({k.removeprefix("score."): v for k, v in state.items() if k.startswith("score.")})
rows = json.load(open(folder + "/reference.json"))["rows"]
optimizer = torch.optim.AdamW([{"params": list(net.parameters())}, {"params": list(top.parameters())}],
                              weight_decay=DECAY)


def rate(step):
    if step < WARMUP:
        return PEAK * (step + 1) / WARMUP
    return PEAK * (0.1 + 0.9 * (1 + math.cos(math.pi * (step - WARMUP) / (STEPS - WARMUP))) / 2)


def logits(row):
    hidden = net(torch.tensor([row["input_ids"]]), use_cache=False).last_hidden_state[0]
    return top(hidden)[row["step_positions"]]


steps = []
for step in range(STEPS):
    part = [rows[step % 5], rows[(step + 1) % 5]]
    read = torch.cat([logits(row) for row in part])
    index = torch.arange(len(read))
    if step % 2 == 0:
        loss = torch.nn.functional.cross_entropy(read, index % 2)
    else:
        loss = ((torch.softmax(read, -1)[:, 1] - (index % 9) / 8) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    norm = torch.nn.utils.clip_grad_norm_(list(net.parameters()) + list(top.parameters()), CLIP)
    optimizer.param_groups[0]["lr"], optimizer.param_groups[1]["lr"] = rate(step), HEAD * rate(step)
    optimizer.step()
    steps.append({"loss": loss.item(), "norm": norm.item()})
with torch.inference_mode():
    scores = [torch.softmax(logits(row), -1)[:, 1].tolist() for row in rows]
json.dump({"steps": steps, "scores": scores}, open(out, "w"))
