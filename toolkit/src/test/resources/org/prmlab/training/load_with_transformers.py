"""Loads saved folders with transformers and prints what it computes, as JSON.

    python load_with_transformers.py KIND FOLDER ROWS [TOKEN]

KIND: prm (two-class head on Qwen2Model), classifier (AutoModelForTokenClassification), lm
(AutoModelForCausalLM). ROWS: {"rows": [{"input_ids": [...], "step_positions": [...]}]}. Printed: for
each row the probability of class 1 at its positions, or, for lm, of the token with that id.
"""
import json
import sys

import torch
from safetensors.torch import load_file
from transformers import AutoConfig, AutoModel, AutoModelForCausalLM, AutoModelForTokenClassification

kind, folder, file = sys.argv[1:4]
token = int(sys.argv[4]) if len(sys.argv) > 4 else 1
rows = json.load(open(file))["rows"]
if kind == "prm":
    state = load_file(folder + "/model.safetensors")
    net = AutoModel.from_config(AutoConfig.from_pretrained(folder))
    net.load_state_dict({k.removeprefix("model."): v for k, v in state.items() if k.startswith("model.")})
    hidden = state["score.0.weight"].shape[0]
    top = torch.nn.Sequential(torch.nn.Linear(hidden, hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, 2))
    top.load_state_dict({k.removeprefix("score."): v for k, v in state.items() if k.startswith("score.")})
    logits = lambda ids: top(net(ids, use_cache=False).last_hidden_state)
else:
    auto = AutoModelForTokenClassification if kind == "classifier" else AutoModelForCausalLM
    net, report = auto.from_pretrained(folder, dtype=torch.float32, output_loading_info=True)
    assert not report["missing_keys"] and not report["unexpected_keys"], report
    logits = lambda ids: net(ids, use_cache=False).logits
net.eval()
with torch.inference_mode():
    result = [torch.softmax(logits(torch.tensor([r["input_ids"]]))[0], -1)[r["step_positions"], token].tolist()
              for r in rows]
print(json.dumps(result))
