"""Writes text.json into each fixture folder: scores of one solution from its text to the last number.

    python make_text_scores.py FOLDER      # FOLDER: this one, after make_fixtures.py

Each family is fed as its model card or its makers' evaluation code feeds it, with transformers'
tokenizer and chat template: RLHFlow with one forward pass a step, Skywork and TRL piece by piece.
Made with torch 2.13.0, transformers 5.18.0. Tolerance: 1e-5.
"""
import json
import os
import sys

import torch
from safetensors.torch import load_file
from transformers import (AutoModelForCausalLM, AutoModelForTokenClassification, PreTrainedTokenizerFast, Qwen2Config,
                          Qwen2Model)

torch.set_num_threads(1)
ROOT = sys.argv[1]
SYSTEM = "Please reason step by step, and put your final answer within \\boxed{}."
PROBLEM = "设 $x + 1 = 3$. What is {{x}}?"
STEPS = ["Take 1 from both sides: x = 3 − 1.", "So x = 2, and \\boxed{2} is it."]


def tokenizer(name):
    config = json.load(open(f"{ROOT}/{name}/tokenizer_config.json"))
    return PreTrainedTokenizerFast(tokenizer_file=f"{ROOT}/{name}/tokenizer.json", bos_token=config["bos_token"],
                                   chat_template=config["chat_template"])


def plain(tok, text):
    return tok.encode(text, add_special_tokens=False)


def chat(tok, *messages, ending=False):
    named = [{"role": r, "content": c} for r, c in messages]
    return plain(tok, tok.apply_chat_template(named, tokenize=False, add_generation_prompt=ending))


def headed(name, prefix, head):
    """The decoder and a head of its own."""
    state = load_file(f"{ROOT}/{name}/model.safetensors")
    net = Qwen2Model(Qwen2Config.from_pretrained(f"{ROOT}/{name}")).eval()
    net.load_state_dict({k.removeprefix("model."): v for k, v in state.items() if k.startswith("model.")})
    head.load_state_dict({k.removeprefix(prefix): v for k, v in state.items() if k.startswith(prefix)})
    return lambda ids: head(net(torch.tensor([ids]), use_cache=False).last_hidden_state)[0]


def mlp(classes):
    return torch.nn.Sequential(torch.nn.Linear(32, 32), torch.nn.ReLU(), torch.nn.Linear(32, classes))


def qwen2_prm():
    tok = tokenizer("qwen2-prm")
    ids = chat(tok, ("system", SYSTEM), ("user", PROBLEM), ("assistant", "<extra_0>".join(STEPS) + "<extra_0>"))
    p = torch.softmax(headed("qwen2-prm", "score.", mlp(2))(ids), -1)[:, 1]
    return p[torch.tensor(ids) == tok.convert_tokens_to_ids("<extra_0>")]


def qwen2_rm():
    tok = tokenizer("qwen2-rm")
    ids = chat(tok, ("system", SYSTEM), ("user", PROBLEM), ("assistant", "\n\n".join(STEPS)))
    return headed("qwen2-rm", "score.", mlp(1))(ids)[-1]


def skywork():
    tok = tokenizer("skywork")
    ids, at = plain(tok, (tok.bos_token or "") + PROBLEM + "\n"), []
    for step in STEPS:
        ids += plain(tok, step) + plain(tok, "\n")
        at.append(len(ids) - 1)
    return torch.sigmoid(headed("skywork", "v_head.summary.", torch.nn.Linear(32, 1))(ids))[at, 0]


def token_classification():
    tok = tokenizer("token-classification")
    ids, at = plain(tok, PROBLEM) + plain(tok, "\n"), []
    for step in STEPS:
        ids += plain(tok, step) + plain(tok, "\n")
        at.append(len(ids) - 1)
    net = AutoModelForTokenClassification.from_pretrained(f"{ROOT}/token-classification").eval()
    return torch.softmax(net(torch.tensor([ids]), use_cache=False).logits[0], -1)[at, 1]


def language_model(name):
    net = AutoModelForCausalLM.from_pretrained(f"{ROOT}/{name}", attn_implementation="eager").eval()
    return lambda ids: net(torch.tensor([ids]), use_cache=False).logits[0]


def math_shepherd():
    tok = tokenizer("mistral")
    text = PROBLEM + " " + "\n".join(f"Step {i + 1}: {s} ки" for i, s in enumerate(STEPS))
    ids = plain(tok, text)
    p = torch.softmax(language_model("mistral")(ids)[:, plain(tok, "+") + plain(tok, "-")], -1)[:, 0]
    return p[torch.tensor(ids) == tok.convert_tokens_to_ids("ки")]


def rlhflow():
    tok, net = tokenizer("llama"), language_model("llama")
    talk, scores = [], []
    for i, step in enumerate(STEPS):
        talk += [("user", PROBLEM + " " + step if i == 0 else step), ("assistant", "+")]
        logits = net(chat(tok, *talk))[-3, plain(tok, "+") + plain(tok, "-")]
        scores.append(torch.softmax(logits, -1)[0])
    return torch.stack(scores)


def implicit():
    tok = tokenizer("eurus")
    ids, at = chat(tok, ("user", PROBLEM), ending=True), []
    for i, step in enumerate(STEPS):
        ids += plain(tok, ("\n\n" if i else "") + step)
        at.append(len(ids) - 1)
    def logs(name):
        return torch.log_softmax(language_model(name)(ids)[:-1], -1).gather(1, torch.tensor(ids)[1:, None])[:, 0].double()
    ratio = (logs("eurus") - logs("eurus-reference")).cumsum(0)
    return torch.sigmoid(0.001 * ratio[[p - 1 for p in at]])


for name, scores in (("qwen2-prm", qwen2_prm), ("qwen2-rm", qwen2_rm), ("skywork", skywork), ("mistral", math_shepherd),
                     ("token-classification", token_classification), ("llama", rlhflow), ("eurus", implicit)):
    with torch.inference_mode():
        values = [float(f"{v:.9g}") for v in scores().flatten().tolist()]
    with open(os.path.join(ROOT, name, "text.json"), "w") as f:
        json.dump({"problem": PROBLEM, "steps": STEPS, "scores": values}, f, ensure_ascii=False)
    print(name, values)
