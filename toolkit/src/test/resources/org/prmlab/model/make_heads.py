"""Writes small random classifiers and a step-token PRM, with what `transformers` makes of them.

    python make_heads.py OUT        # OUT: this folder

Versions that made the committed files: torch 2.13.0, transformers 5.18.0 (CPU, one thread, seeds below). Each
folder gets config.json, model.safetensors, a tokenizer, and text.json: a solution and its scores, made by the classes
of transformers from the text to the last number. A sequence classifier is called without a position: where it is read is
transformers' own doing. Tolerance: fp32 1e-5.
"""
import json
import os
import sys

import torch
from tokenizers import Tokenizer
from transformers import (AutoModelForCausalLM, AutoModelForSequenceClassification, AutoModelForTokenClassification,
                          LlamaConfig, LlamaForCausalLM, LlamaForSequenceClassification, LlamaForTokenClassification,
                          MistralConfig, MistralForSequenceClassification, PreTrainedTokenizerFast, Qwen2Config,
                          Qwen2ForSequenceClassification, Qwen2ForTokenClassification, Qwen3Config,
                          Qwen3ForSequenceClassification, Qwen3ForTokenClassification)

from make_fixtures import LLAMA_TEMPLATE, QWEN_TEMPLATE, default_rope, save, tokenizer

torch.set_num_threads(1)
ROOT = sys.argv[1]
PROBLEM = "设 $x + 1 = 3$. What is {{x}}?"
STEPS = ["Take 1 from both sides: x = 3 − 1.", "So x = 2, and \\boxed{2} is it."]
TAG = " \n\n\n\n"


def small(**more):
    return dict(hidden_size=16, num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=1, head_dim=8,
                intermediate_size=24, vocab_size=320, max_position_embeddings=256, rms_norm_eps=1e-5,
                rope_parameters=default_rope(), **more)


def make(name, seed, config, net, template, bos=None, special=(), **block):
    torch.manual_seed(seed)
    for q in net.parameters():
        torch.nn.init.normal_(q, 0.0, 0.3)
    out = os.path.join(ROOT, name)
    os.makedirs(out, exist_ok=True)
    save(out, net.state_dict(), config, type(net).__name__, torch.float32)
    tok = tokenizer(out, template, bos)
    if special:
        tok.add_special_tokens(list(special))
        tok.save(os.path.join(out, "tokenizer.json"))
    if block:
        path = os.path.join(out, "config.json")
        with open(path) as f:
            c = json.load(f)
        c["pooler_config"] = {"pooling_type": "STEP",
                              **{k: v if isinstance(v, list) else tok.token_to_id(v) for k, v in block.items()}}
        with open(path, "w") as f:
            json.dump(c, f, indent=1)
    return out, PreTrainedTokenizerFast(tokenizer_object=Tokenizer.from_file(os.path.join(out, "tokenizer.json")),
                                        bos_token=bos, chat_template=template)


def write(out, scores):
    values = [float(f"{v:.9g}") for v in scores.flatten().tolist()]
    with open(os.path.join(out, "text.json"), "w") as f:
        json.dump({"problem": PROBLEM, "steps": STEPS, "scores": values}, f, ensure_ascii=False)
    print(out, values)


def plain(tok, text):
    return tok.encode(text, add_special_tokens=False)


def sequence(out, tok):
    talk = [{"role": "user", "content": PROBLEM}, {"role": "assistant", "content": "\n\n".join(STEPS)}]
    ids = plain(tok, tok.apply_chat_template(talk, tokenize=False))
    net = AutoModelForSequenceClassification.from_pretrained(out).eval()
    logits = net(torch.tensor([ids])).logits[0]
    write(out, logits if len(logits) == 1 else torch.softmax(logits, -1)[1:])


def tokens(out, tok, separator, right):
    ids, at = plain(tok, (tok.bos_token or "") + PROBLEM) + plain(tok, separator), []
    for step in STEPS:
        ids += plain(tok, step) + plain(tok, separator)
        at.append(len(ids) - 1)
    net = AutoModelForTokenClassification.from_pretrained(out).eval()
    write(out, torch.softmax(net(torch.tensor([ids])).logits[0], -1)[at][:, right].sum(-1))


def step_token(out, tok):
    """As VersaPRM's makers do: https://arxiv.org/abs/2502.06737."""
    ids = plain(tok, tok.bos_token + PROBLEM + " \n\n" + TAG.join(STEPS) + TAG)
    logits = AutoModelForCausalLM.from_pretrained(out).eval()(torch.tensor([ids])).logits[0]
    p = torch.softmax(logits[:, plain(tok, "-") + plain(tok, "+")], -1)[:, 1]
    write(out, p[torch.tensor(ids) == tok.convert_tokens_to_ids(TAG)])


with torch.inference_mode():
    EOT = 262
    c = LlamaConfig(**small(num_labels=1, pad_token_id=EOT))  # the last token of its conversations: not the one read
    sequence(*make("llama-sequence", 11, c, LlamaForSequenceClassification(c), LLAMA_TEMPLATE, "<|begin_of_text|>"))
    c = Qwen2Config(**small(num_labels=1))
    sequence(*make("qwen2-sequence", 12, c, Qwen2ForSequenceClassification(c), QWEN_TEMPLATE))
    c = MistralConfig(**small(num_labels=2, sliding_window=None), id2label={0: "incorrect", 1: "correct"},
                      label2id={"incorrect": 0, "correct": 1})
    sequence(*make("mistral-sequence-2", 13, c, MistralForSequenceClassification(c), QWEN_TEMPLATE))
    c = LlamaConfig(**small(num_labels=2))
    tokens(*make("llama-token", 14, c, LlamaForTokenClassification(c), LLAMA_TEMPLATE, "<|begin_of_text|>"), "\n\n", [1])
    c = Qwen2Config(**small(num_labels=3), id2label={0: "negative", 1: "neutral", 2: "positive"},
                    label2id={"negative": 0, "neutral": 1, "positive": 2})
    tokens(*make("qwen2-token-3", 15, c, Qwen2ForTokenClassification(c), QWEN_TEMPLATE), "\n", [1, 2])
    c = Qwen3Config(**small(num_labels=1, pad_token_id=257))
    sequence(*make("qwen3-sequence", 17, c, Qwen3ForSequenceClassification(c), QWEN_TEMPLATE))
    c = Qwen3Config(**small(num_labels=2))
    tokens(*make("qwen3-token", 18, c, Qwen3ForTokenClassification(c), QWEN_TEMPLATE), "\n", [1])
    c = LlamaConfig(**small())
    step_token(*make("llama-step-token", 16, c, LlamaForCausalLM(c), LLAMA_TEMPLATE, "<|begin_of_text|>", [TAG],
                     step_tag_id=TAG, returned_token_ids=[12, 10]))
