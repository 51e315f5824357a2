"""Writes a tiny Qwen2 PRM with random weights, which knows nothing: config, tokenizer, weights.

    python datasets/random-prm/make_random_prm.py datasets/random-prm

Made with torch 2.13.0, transformers 5.18.0, safetensors 0.8, tokenizers 0.23.
"""
import json
import sys

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import Qwen2Config, Qwen2Model

OUT = sys.argv[1]
SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<extra_0>"]
TEMPLATE = ("{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + "
            "'<|im_end|>' + '\\n'}}{% endfor %}{% if add_generation_prompt %}{{'<|im_start|>assistant\\n'}}{% endif %}")

alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())  # every byte is a token
tokenizer = Tokenizer(models.BPE(vocab={c: i for i, c in enumerate(alphabet)}, merges=[]))
tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
tokenizer.decoder = decoders.ByteLevel()
tokenizer.add_special_tokens(SPECIAL)
tokenizer.save(OUT + "/tokenizer.json")
with open(OUT + "/tokenizer_config.json", "w") as f:
    json.dump({"bos_token": None, "eos_token": "<|im_end|>", "chat_template": TEMPLATE}, f, indent=1)

torch.manual_seed(2501)
config = Qwen2Config(hidden_size=32, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2,
                     intermediate_size=64, vocab_size=len(alphabet) + len(SPECIAL), max_position_embeddings=32768,
                     rms_norm_eps=1e-6, rope_theta=10000.0)
net = Qwen2Model(config)
head = torch.nn.Sequential(torch.nn.Linear(32, 32), torch.nn.ReLU(), torch.nn.Linear(32, 2))
for weight in [*net.parameters(), *head.parameters()]:
    torch.nn.init.normal_(weight, 0.0, 0.2)
state = {"model." + k: v for k, v in net.state_dict().items()} | {"score." + k: v for k, v in head.state_dict().items()}
save_file({k: v.contiguous().clone() for k, v in state.items()}, OUT + "/model.safetensors", {"format": "pt"})
saved = json.loads(config.to_json_string(use_diff=False))
saved["architectures"] = ["Qwen2ForProcessRewardModel"]
for unused in ("transformers_version", "_name_or_path"):
    saved.pop(unused, None)
with open(OUT + "/config.json", "w") as f:
    json.dump(saved, f, indent=1)
