"""The Beta-Binomial loss of Monte-Carlo counts and its gradients, by PyTorch's lgamma in float64, for comparison.

    python make_counts.py ../model/qwen2-prm counts.json

Versions that made the committed file: torch 2.13.0, transformers 5.18.0, safetensors 0.8.0 (CPU, one thread).
Written: the counts of every step of two rows, the loss of each, and the norm of the mean loss's gradient at every
tensor. Tolerance: 1e-4 of the value.
"""
import json
import sys

import torch
from safetensors.torch import load_file
from transformers import Qwen2Config, Qwen2Model

torch.set_num_threads(1)
folder, out = sys.argv[1:]
state = load_file(folder + "/model.safetensors")
net = Qwen2Model(Qwen2Config.from_pretrained(folder))
top = torch.nn.Sequential(torch.nn.Linear(32, 32), torch.nn.ReLU(), torch.nn.Linear(32, 2))
net.load_state_dict({k.removeprefix("model."): v for k, v in state.items() if k.startswith("model.")})
top.load_state_dict({k.removeprefix("score."): v for k, v in state.items() if k.startswith("score.")})
rows = json.load(open(folder + "/reference.json"))["rows"][1:3]


def loss(logits, k, n):
    """-log P(k of n), SciPy's betabinom.logpmf with a = exp(logit 1), b = exp(logit 0)."""
    a, b = logits.double()[:, 1].exp(), logits.double()[:, 0].exp()
    k, n = k.double(), n.double()
    beta = lambda x, y: torch.lgamma(x) + torch.lgamma(y) - torch.lgamma(x + y)
    ways = torch.lgamma(n + 1) - torch.lgamma(k + 1) - torch.lgamma(n - k + 1)
    return -(ways + beta(k + a, n - k + b) - beta(a, b))


read = torch.cat([top(net(torch.tensor([r["input_ids"]]), use_cache=False).last_hidden_state[0])[r["step_positions"]]
                  for r in rows])
index = torch.arange(len(read))
trials = torch.tensor([1, 2, 8, 16, 5])[index % 5]
successes = torch.minimum(trials, torch.tensor([0, 1, 8, 3, 5, 1, 0])[index % 7])
losses = loss(read, successes, trials)
losses.mean().backward()
norms = {"model." + k: v.grad.norm().item() for k, v in net.named_parameters()}
norms.update({"score." + k: v.grad.norm().item() for k, v in top.named_parameters()})
json.dump({"successes": successes.tolist(), "trials": trials.tolist(), "losses": losses.tolist(), "norms": norms},
          open(out, "w"))
