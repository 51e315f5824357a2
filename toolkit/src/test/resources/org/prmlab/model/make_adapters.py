"""Writes small random LoRA adapters by `peft`, with what peft and `transformers` make of them.

    python make_adapters.py OUT        # OUT: this folder, after make_fixtures.py and make_heads.py

Versions that made the committed files: peft 0.21.0, torch 2.13.0, transformers 5.18.0 (CPU, one thread, seeds below).
Each folder adapter-NAME is what save_pretrained writes, with base_model_name_or_path ../BASE, and text.json: a
solution and its scores by the model with the adapter on it, not merged. Tolerance: fp32 1e-5.
"""
import json
import os
import shutil
import sys

import torch
from peft import LoraConfig, get_peft_model
from transformers import (AutoModelForCausalLM, AutoModelForSequenceClassification, AutoModelForTokenClassification,
                          PreTrainedTokenizerFast)

torch.set_num_threads(1)
ROOT = sys.argv[1]
PROBLEM = "设 $x + 1 = 3$. What is {{x}}?"
STEPS = ["Take 1 from both sides: x = 3 − 1.", "So x = 2, and \\boxed{2} is it."]


def tokenizer(name):
    config = json.load(open(f"{ROOT}/{name}/tokenizer_config.json"))
    return PreTrainedTokenizerFast(tokenizer_file=f"{ROOT}/{name}/tokenizer.json", bos_token=config["bos_token"],
                                   chat_template=config["chat_template"])


def plain(tok, text):
    return tok.encode(text, add_special_tokens=False)


def token_scores(net, tok):
    ids, at = plain(tok, (tok.bos_token or "") + PROBLEM + "\n"), []
    for step in STEPS:
        ids += plain(tok, step) + plain(tok, "\n")
        at.append(len(ids) - 1)
    return torch.softmax(net(input_ids=torch.tensor([ids])).logits[0], -1)[at, 1]


def sequence_score(net, tok):
    talk = [{"role": "user", "content": PROBLEM}, {"role": "assistant", "content": "\n\n".join(STEPS)}]
    ids = plain(tok, tok.apply_chat_template(talk, tokenize=False))
    return net(input_ids=torch.tensor([ids])).logits[0]


def marker_scores(net, tok):
    text = PROBLEM + " " + "\n".join(f"Step {i + 1}: {s} ки" for i, s in enumerate(STEPS))
    ids = plain(tok, text)
    p = torch.softmax(net(input_ids=torch.tensor([ids])).logits[0][:, plain(tok, "+") + plain(tok, "-")], -1)[:, 0]
    return p[torch.tensor(ids) == tok.convert_tokens_to_ids("ки")]


def adapter(name, seed, base, auto, score, **config):
    torch.manual_seed(seed)
    # eager: the mistral fixture's window is shorter than its text
    net = auto.from_pretrained(f"{ROOT}/{base}", attn_implementation="eager")
    net = get_peft_model(net, LoraConfig(**config)).eval()
    for key, q in net.named_parameters():
        if "lora_magnitude" in key:
            q.data = q.data * (1 + 0.2 * torch.randn_like(q))
        elif "lora_" in key or "modules_to_save" in key or (key.endswith(".bias") and config.get("bias")):
            torch.nn.init.normal_(q, 0.0, 0.3)
    out = os.path.join(ROOT, "adapter-" + name)
    shutil.rmtree(out, ignore_errors=True)
    net.save_pretrained(out)
    os.remove(os.path.join(out, "README.md"))
    path = os.path.join(out, "adapter_config.json")
    with open(path) as f:
        c = json.load(f)
    c["base_model_name_or_path"] = "../" + base
    with open(path, "w") as f:
        json.dump(c, f, indent=1)
    with torch.inference_mode():
        scores = score(net, tokenizer(base))
        plainly = score(auto.from_pretrained(f"{ROOT}/{base}", attn_implementation="eager").eval(), tokenizer(base))
    assert (scores - plainly).abs().max() > 1e-3, "the adapter changes nothing"
    values = [float(f"{v:.9g}") for v in scores.flatten().tolist()]
    with open(os.path.join(out, "text.json"), "w") as f:
        json.dump({"problem": PROBLEM, "steps": STEPS, "scores": values}, f, ensure_ascii=False)
    print(name, values, os.path.getsize(os.path.join(out, "adapter_model.safetensors")))


LM, TOK, SEQ = AutoModelForCausalLM, AutoModelForTokenClassification, AutoModelForSequenceClassification
adapter("plain", 21, "token-classification", TOK, token_scores, r=4, lora_alpha=8, target_modules=["q_proj", "v_proj"],
        task_type="TOKEN_CLS")
adapter("head", 22, "eurus", TOK, token_scores, r=2, lora_alpha=3, use_rslora=True, target_modules="all-linear",
        modules_to_save=["score"], task_type="TOKEN_CLS")
adapter("patterns", 23, "llama-sequence", SEQ, sequence_score, r=2, lora_alpha=4,
        target_modules=r".*\.(q_proj|o_proj|down_proj)", rank_pattern={"o_proj": 3, r"layers\.1\.mlp\.down_proj": 1},
        alpha_pattern={"q_proj": 16}, task_type="SEQ_CLS")
adapter("some-layers", 24, "mistral", LM, marker_scores, r=2, lora_alpha=4, target_modules=["k_proj", "lm_head"],
        layers_to_transform=[1], task_type="CAUSAL_LM")
adapter("dora", 25, "token-classification", TOK, token_scores, r=2, lora_alpha=4, use_dora=True, bias="all",
        target_modules=["q_proj", "up_proj"], task_type="TOKEN_CLS")
adapter("embedding", 26, "mistral", LM, marker_scores, r=2, lora_alpha=4, target_modules=["embed_tokens", "gate_proj"],
        task_type="CAUSAL_LM")
