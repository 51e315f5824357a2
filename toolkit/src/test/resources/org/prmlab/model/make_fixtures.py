"""Writes the tiny random checkpoints of the parity tests, and what `transformers` computes with them.

    python make_fixtures.py OUT [NAME...]      # OUT: this folder; without names, all of them

Versions that made the committed files: torch 2.13.0, transformers 5.18.0, safetensors 0.8.0 or
later, tokenizers 0.23 or later (CPU, one thread, seeds below). Each folder gets config.json,
model*.safetensors and reference.json: token ids of ragged rows, positions, scores and, for language
models, 64 greedily generated tokens, log probabilities and gradients. Tolerances: fp32 1e-5, bf16 2e-2.
"""
import json
import os
import sys

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import (LlamaConfig, LlamaForCausalLM, MistralConfig, MistralForCausalLM, Qwen2Config,
                          Qwen2ForCausalLM, Qwen2ForTokenClassification, Qwen2Model, Qwen3Config, Qwen3ForCausalLM)

torch.set_num_threads(1)
WANTED = sys.argv[2:]
VOCABULARY = 320
SPECIAL = ["<|im_start|>", "<|im_end|>", "<extra_0>", "<|begin_of_text|>", "<|start_header_id|>",
           "<|end_header_id|>", "<|eot_id|>", "ки"]
QWEN_TEMPLATE = ("{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + "
                 "'<|im_end|>' + '\\n'}}{% endfor %}{% if add_generation_prompt %}{{'<|im_start|>assistant\\n'}}{% endif %}")
LLAMA_TEMPLATE = ("{% for message in messages %}{% if loop.first %}{{ bos_token }}{% endif %}{{'<|start_header_id|>' + "
                  "message['role'] + '<|end_header_id|>\\n\\n' + message['content'] + '<|eot_id|>'}}{% endfor %}"
                  "{% if add_generation_prompt %}{{'<|start_header_id|>assistant<|end_header_id|>\\n\\n'}}{% endif %}")


def tokenizer(out, template, bos):
    """Bytes as tokens, 256 of them, then the special ones."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    tok = Tokenizer(models.BPE(vocab={c: i for i, c in enumerate(alphabet)}, merges=[]))
    tok.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tok.decoder = decoders.ByteLevel()
    tok.add_special_tokens(SPECIAL)
    tok.save(os.path.join(out, "tokenizer.json"))
    with open(os.path.join(out, "tokenizer_config.json"), "w") as f:
        json.dump({"bos_token": bos, "eos_token": None, "chat_template": template}, f, indent=1, ensure_ascii=False)
    return tok


def common(heads, kv, dim, **more):
    return dict(hidden_size=32, num_hidden_layers=2, num_attention_heads=heads, num_key_value_heads=kv, head_dim=dim,
                intermediate_size=48, vocab_size=VOCABULARY, max_position_embeddings=512, rms_norm_eps=1e-5, **more)


def default_rope(theta=10000.0):
    return {"rope_type": "default", "rope_theta": theta}


def ragged_rows(longest=300, rows=5):
    result = []
    for n in [longest] + torch.randint(12, 120, (rows - 1,)).tolist():
        at = sorted(set((torch.randperm(n - 2)[:max(1, n // 12)] + 1).tolist()) | {n - 1})
        result.append((torch.randint(0, VOCABULARY, (n,)), at))
    return result


def save(out, state, config, architecture, dtype, shards=1):
    state = {k: v.detach().contiguous().clone() for k, v in state.items()}
    names, per = list(state), -(-len(state) // shards)
    if shards == 1:
        save_file(state, os.path.join(out, "model.safetensors"), {"format": "pt"})
    else:
        index = {}
        for i in range(shards):
            name = f"model-{i + 1:05d}-of-{shards:05d}.safetensors"
            part = {n: state[n] for n in names[i * per:(i + 1) * per]}
            save_file(part, os.path.join(out, name), {"format": "pt"})
            index.update({n: name for n in part})
        with open(os.path.join(out, "model.safetensors.index.json"), "w") as f:
            json.dump({"metadata": {}, "weight_map": index}, f, indent=1)
    c = json.loads(config.to_json_string(use_diff=False))
    c["architectures"], c["torch_dtype"] = [architecture], str(dtype).removeprefix("torch.")
    for unused in ("transformers_version", "_name_or_path"):
        c.pop(unused, None)
    with open(os.path.join(out, "config.json"), "w") as f:
        json.dump(c, f, indent=1)


def rounded(values):
    return [float(f"{v:.9g}") for v in values.double().flatten().tolist()]


def fixture(root, name, config, net, read, seed, **o):
    """read(hidden states or logits of one row) -> scores at positions."""
    if WANTED and name not in WANTED:
        return
    torch.manual_seed(seed)
    dtype = o.get("dtype", torch.float32)
    for q in net.parameters():
        torch.nn.init.normal_(q, 0.0, 0.2)
    head = o.get("head")
    if head is not None:
        for q in head.parameters():
            torch.nn.init.normal_(q, 0.0, 0.3)
        head = head.to(dtype)
    net = net.to(dtype).eval()
    out = os.path.join(root, name)
    os.makedirs(out, exist_ok=True)
    rows = ragged_rows()
    reference = {"rows": []}
    with torch.inference_mode():
        for ids, at in rows:
            forget_length(net)
            x = net(ids[None], use_cache=False)
            reference["rows"].append({"input_ids": ids.tolist(), "step_positions": at,
                                      "scores": rounded(read(x, at, head))})
    state = dict(net.state_dict())
    if head is not None:
        state = {"model." + k: v for k, v in state.items()}
        state.update({o["head_name"] + k: v for k, v in head.state_dict().items()})
    if config.tie_word_embeddings:
        state.pop("lm_head.weight", None)
    save(out, state, config, o["architecture"], dtype, o.get("shards", 1))
    tok = tokenizer(out, o.get("template", QWEN_TEMPLATE), o.get("bos"))
    reference.update(plus_id=tok.token_to_id("+"), minus_id=tok.token_to_id("-"),
                     step_id=tok.token_to_id("<extra_0>"))
    if o.get("language_model"):
        language_model(net, rows, reference)
    if o.get("trained"):
        reference["gradients"] = language_model_gradients(net, reference["rows"])
    with open(os.path.join(out, "reference.json"), "w") as f:
        json.dump(reference, f)
    print(name, sum(v.numel() for v in state.values()), "parameters")


def forget_length(net):
    """Dynamic rope remembers the longest row it has met, until it meets one within its context."""
    net(torch.zeros(1, 2, dtype=torch.long), use_cache=False)


def language_model(net, rows, reference):
    prompts = [ids[:n].tolist() for (ids, _), n in zip(rows, (40, 7, 23, 12, 1))]
    with torch.inference_mode():
        reference["generated"] = []
        for prompt in prompts:
            forget_length(net)
            made = net.generate(torch.tensor([prompt]), attention_mask=torch.ones(1, len(prompt), dtype=torch.long),
                                do_sample=False, max_new_tokens=64, eos_token_id=None, pad_token_id=0,
                                output_logits=True, return_dict_in_generate=True)
            more, logits = made.sequences, torch.cat(made.logits).topk(2, -1).values
            if (logits[:, 0] - logits[:, 1]).min() < 1e-4:
                continue  # two tokens all but equally likely: rounding decides, which proves nothing
            reference["generated"].append({"prompt": prompt, "tokens": more[0, len(prompt):].tolist()})
        ids = rows[1][0]
        forget_length(net)
        logs = torch.log_softmax(net(ids[None], use_cache=False).logits[0, :-1].float(), -1)
        reference["log_likelihood"] = {"input_ids": ids.tolist(), "logs": rounded(logs.gather(1, ids[1:, None]))}


def two_class(x, at, head):
    return torch.softmax(head(x.last_hidden_state[0]).float(), -1)[at, 1]


def mlp_head(classes):
    return torch.nn.Sequential(torch.nn.Linear(32, 32), torch.nn.ReLU(), torch.nn.Linear(32, classes))


def plus_minus(x, at, _):
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    return torch.softmax(x.logits[0].float()[at][:, [alphabet.index("+"), alphabet.index("-")]], -1)[:, 0]


def language_model_gradients(net, rows):
    """Gradients of the next token's cross-entropy at the steps of three rows, as norms, for every tensor."""
    chosen, total, read = [0, 2, 4], 0.0, 0
    for row in (rows[i] for i in chosen):
        forget_length(net)
        logits = net(torch.tensor([row["input_ids"]]), use_cache=False).logits[0][row["step_positions"]]
        labels = [(read + i) % 2 for i in range(len(logits))]
        total, read = total + torch.nn.functional.cross_entropy(logits, torch.tensor(labels), reduction="sum"), read + len(logits)
    loss = total / read
    loss.backward()
    return {"rows": chosen, "labels": [i % 2 for i in range(read)], "loss": loss.item(),
            "norms": {k: v.grad.norm().item() for k, v in net.named_parameters()}}


def gradients(root, config):
    """Gradients of the two-class head's cross-entropy, as norms, for every tensor."""
    if WANTED and "qwen2-prm" not in WANTED:
        return
    torch.manual_seed(9)
    out = os.path.join(root, "qwen2-prm")
    from safetensors.torch import load_file
    state = load_file(os.path.join(out, "model.safetensors"))
    net, head = Qwen2Model(config), mlp_head(2)
    net.load_state_dict({k.removeprefix("model."): v for k, v in state.items() if k.startswith("model.")})
    head.load_state_dict({k.removeprefix("score."): v for k, v in state.items() if k.startswith("score.")})
    with open(os.path.join(out, "reference.json")) as f:
        reference = json.load(f)
    rows = reference["rows"][1:3]
    loss, labels = 0.0, []
    logits = torch.cat([head(net(torch.tensor([r["input_ids"]]), use_cache=False).last_hidden_state[0])[r["step_positions"]]
                        for r in rows])
    labels = [i % 2 for i in range(logits.shape[0])]
    loss = torch.nn.functional.cross_entropy(logits, torch.tensor(labels))
    loss.backward()
    norms = {"model." + k: v.grad.norm().item() for k, v in net.named_parameters()}
    norms.update({"score." + k: v.grad.norm().item() for k, v in head.named_parameters()})
    reference["gradients"] = {"rows": [1, 2], "labels": labels, "loss": loss.item(), "norms": norms}
    with open(os.path.join(out, "reference.json"), "w") as f:
        json.dump(reference, f)


def main(root):
    qwen = Qwen2Config(**common(4, 2, 16), rope_parameters=default_rope())
    fixture(root, "qwen2-prm", qwen, Qwen2Model(qwen), two_class, 1, head=mlp_head(2), head_name="score.",
            architecture="Qwen2ForProcessRewardModel")
    gradients(root, qwen)
    bf16 = Qwen2Config(**common(2, 1, 64), rope_parameters=default_rope(1e6))
    fixture(root, "qwen2-prm-bf16-sharded", bf16, Qwen2Model(bf16), two_class, 2, head=mlp_head(2), head_name="score.",
            architecture="Qwen2ForProcessRewardModel", dtype=torch.bfloat16, shards=3)
    skywork = Qwen2Config(**common(2, 2, 32), rope_parameters=default_rope())
    fixture(root, "skywork", skywork, Qwen2Model(skywork),
            lambda x, at, head: torch.sigmoid(head(x.last_hidden_state[0]).float())[at, 0], 3,
            head=torch.nn.Linear(32, 1), head_name="v_head.summary.", architecture="Qwen2ForPrmModel")
    rm = Qwen2Config(**common(4, 4, 16), rope_parameters=default_rope())
    fixture(root, "qwen2-rm", rm, Qwen2Model(rm), lambda x, at, head: head(x.last_hidden_state[0]).float()[at, 0], 4,
            head=mlp_head(1), head_name="score.", architecture="Qwen2ForRewardModel")
    trl = Qwen2Config(**common(4, 1, 16), num_labels=2, rope_parameters=default_rope(1e6))
    fixture(root, "token-classification", trl, Qwen2ForTokenClassification(trl),
            lambda x, at, _: torch.softmax(x.logits[0].float(), -1)[at, 1], 5, architecture="Qwen2ForTokenClassification")
    llama = LlamaConfig(**common(4, 1, 64), tie_word_embeddings=True, rope_parameters={
        "rope_type": "llama3", "rope_theta": 500000.0, "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
        "original_max_position_embeddings": 128})
    fixture(root, "llama", llama, LlamaForCausalLM(llama), plus_minus, 6, architecture="LlamaForCausalLM",
            template=LLAMA_TEMPLATE, bos="<|begin_of_text|>", language_model=True)
    mistral = MistralConfig(**common(1, 1, 128), sliding_window=50, rope_parameters=default_rope())
    mistral._attn_implementation = "eager"
    fixture(root, "mistral", mistral, MistralForCausalLM(mistral), plus_minus, 7, architecture="MistralForCausalLM",
            language_model=True)
    qwen3 = Qwen3Config(**common(4, 2, 16), tie_word_embeddings=True, rope_parameters=default_rope(1e6))
    fixture(root, "qwen3", qwen3, Qwen3ForCausalLM(qwen3), plus_minus, 10, architecture="Qwen3ForCausalLM",
            language_model=True, trained=True)
    window = Qwen2Config(**common(2, 1, 32), use_sliding_window=True, sliding_window=50, max_window_layers=1, rope_parameters={
        "rope_type": "yarn", "rope_theta": 10000.0, "factor": 4.0, "original_max_position_embeddings": 128})
    window._attn_implementation = "eager"
    fixture(root, "qwen2-window-yarn", window, Qwen2ForCausalLM(window), plus_minus, 11, architecture="Qwen2ForCausalLM",
            language_model=True, trained=True)
    biased = LlamaConfig(**{**common(2, 2, 16), "max_position_embeddings": 80}, attention_bias=True, mlp_bias=True,
                         tie_word_embeddings=True, rope_parameters={"rope_type": "dynamic", "rope_theta": 10000.0, "factor": 4.0})
    fixture(root, "llama-biases-dynamic", biased, LlamaForCausalLM(biased), plus_minus, 12, architecture="LlamaForCausalLM",
            template=LLAMA_TEMPLATE, bos="<|begin_of_text|>", language_model=True, trained=True)
    for name, seed in (("eurus", 8), ("eurus-reference", 9)):
        lm = Qwen2Config(**common(4, 2, 16), rope_parameters=default_rope(1e6))
        fixture(root, name, lm, Qwen2ForCausalLM(lm), plus_minus, seed, architecture="Qwen2ForCausalLM",
                language_model=True)


if __name__ == "__main__":
    main(sys.argv[1])
