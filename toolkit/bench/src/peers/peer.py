"""The peer of `prmlab bench`: the same work, the same weights and threads, with transformers.

    python peer.py make SIZE OUT DTYPE      # a random Qwen2 PRM ("prm") and its language model ("lm")
    python peer.py gguf MODEL OUT KIND      # a language model as a GGUF file for llama.cpp; needs gguf
    python peer.py WORK MODEL FILE THREADS DEVICE DTYPE  # then one "run" a line on standard input; prints seconds

Needs torch, transformers, safetensors. WORK: scoring-single (one solution a call, as the model card does),
scoring-padded (batches of 8 in file order), scoring-sorted-N (batches of N sorted by length), generation,
training-N (gradients summed over passes of N rows). FILE holds the rows that both sides compute. KIND: float (as
saved) or Q8_0.
"""
import json
import os
import sys
import time

import torch
from safetensors.torch import load_file, save_file
from transformers import Qwen2Config, Qwen2ForCausalLM, Qwen2Model

SIZES = {  # hidden, layers, heads, key-value heads, intermediate, vocabulary
    "tabletop": (128, 4, 4, 2, 384, 512),
    "half-billion": (896, 24, 14, 2, 4864, 151936),
    "1.5b": (1536, 28, 12, 2, 8960, 151936),
    "7b": (3584, 28, 28, 4, 18944, 152064),
}


def config(size):
    hidden, layers, heads, kv, wide, vocabulary = SIZES[size]
    return Qwen2Config(hidden_size=hidden, num_hidden_layers=layers, num_attention_heads=heads,
                       num_key_value_heads=kv, intermediate_size=wide, vocab_size=vocabulary,
                       max_position_embeddings=4096, tie_word_embeddings=True)


def head(hidden):
    return torch.nn.Sequential(torch.nn.Linear(hidden, hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, 2))


def save(folder, state, c, architecture):
    os.makedirs(folder, exist_ok=True)
    save_file({k: v.detach().contiguous().clone() for k, v in state.items()}, folder + "/model.safetensors", {"format": "pt"})
    d = json.loads(c.to_json_string(use_diff=False))
    d["architectures"] = [architecture]
    json.dump(d, open(folder + "/config.json", "w"))


def make(size, out, dtype):
    torch.manual_seed(0)
    c = config(size)
    torch.set_default_dtype(getattr(torch, dtype))
    net = Qwen2Model(c)
    top = head(c.hidden_size)
    body = {"model." + k: v for k, v in net.state_dict().items()}
    save(out + "/prm", body | {"score." + k: v for k, v in top.state_dict().items()}, c, "Qwen2ForProcessRewardModel")
    save(out + "/lm", body, c, "Qwen2ForCausalLM")


def synchronize():
    if DEVICE.startswith("cuda"):
        torch.cuda.synchronize()


def prm(folder):
    c = Qwen2Config.from_pretrained(folder)
    state = load_file(folder + "/model.safetensors")
    torch.set_default_dtype(DTYPE)
    net, top = Qwen2Model(c), head(c.hidden_size)
    torch.set_default_dtype(torch.float32)
    net.load_state_dict({k.removeprefix("model."): v for k, v in state.items() if k.startswith("model.")})
    top.load_state_dict({k.removeprefix("score."): v for k, v in state.items() if k.startswith("score.")})
    return net.to(DEVICE, DTYPE), top.to(DEVICE, DTYPE)


def padded(rows):
    longest = max(len(r) for r in rows)
    ids = torch.tensor([r + [0] * (longest - len(r)) for r in rows])
    mask = torch.tensor([[1] * len(r) + [0] * (longest - len(r)) for r in rows])
    return ids.to(DEVICE), mask.to(DEVICE)


def score(net, top, rows, size):
    """The model card's way: the head over all tokens, then the step positions."""
    result = []
    with torch.inference_mode():
        for i in range(0, len(rows), size):
            part = rows[i:i + size]
            ids, mask = padded([r["input_ids"] for r in part])
            h = net(input_ids=ids, attention_mask=None if size == 1 else mask, use_cache=False).last_hidden_state
            p = torch.softmax(top(h).float(), -1)[..., 1]
            result += [p[j, r["step_positions"]].tolist() for j, r in enumerate(part)]
    return result


def work(kind, folder, data):
    rows = data.get("rows", [])
    if kind.startswith("scoring"):
        net, top = prm(folder)
        net.eval()
        if kind.startswith("scoring-sorted-"):
            size = int(kind.rsplit("-", 1)[1])
            order = sorted(range(len(rows)), key=lambda i: -len(rows[i]["input_ids"]))
            def run():
                got = score(net, top, [rows[i] for i in order], size)
                back = [None] * len(rows)
                for i, s in zip(order, got):
                    back[i] = s
                return back
            return run
        return lambda: score(net, top, rows, 1 if kind == "scoring-single" else 8)
    if kind == "generation":
        net = Qwen2ForCausalLM.from_pretrained(folder, dtype=DTYPE).to(DEVICE).eval()
        prompts = [p for p in data["prompts"] for _ in range(data["samples"])]
        prompts.sort(key=len)  # rows of a batch are then nearly of one length
        def run():
            with torch.inference_mode():
                for i in range(0, len(prompts), data["batch"]):
                    part = prompts[i:i + data["batch"]]
                    longest = max(map(len, part))
                    ids = torch.tensor([[0] * (longest - len(p)) + p for p in part], device=DEVICE)
                    mask = torch.tensor([[0] * (longest - len(p)) + [1] * len(p) for p in part], device=DEVICE)
                    net.generate(ids, attention_mask=mask, do_sample=True, temperature=1.0, top_p=1.0, top_k=0,
                                 max_new_tokens=data["limit"], min_new_tokens=data["limit"], pad_token_id=0)
        return run
    if kind.startswith("training-"):
        size = int(kind.rsplit("-", 1)[1])
        net, top = prm(folder)
        net.train()
        weights = list(net.parameters()) + list(top.parameters())
        optimizer = torch.optim.AdamW(weights, lr=1e-4, fused=True)
        def run():
            losses = []
            for batch in data["batches"]:
                reads, at, total = sum(len(r["step_positions"]) for r in batch), 0, 0.0
                optimizer.zero_grad()
                for i in range(0, len(batch), size):
                    part = batch[i:i + size]
                    ids, _ = padded([r["input_ids"] for r in part])
                    h = net(input_ids=ids, use_cache=False).last_hidden_state
                    flat = torch.cat([h[j, r["step_positions"]] for j, r in enumerate(part)])
                    labels = (torch.arange(len(flat), device=DEVICE) + at) % 2
                    loss = torch.nn.functional.cross_entropy(top(flat), labels, reduction="sum") / reads
                    loss.backward()
                    at, total = at + len(flat), total + loss.item()
                torch.nn.utils.clip_grad_norm_(weights, 1.0)
                optimizer.step()
                losses.append(total)
            return losses
        return run
    raise SystemExit("unknown work " + kind)


GGUF = {"input_layernorm": "attn_norm", "post_attention_layernorm": "ffn_norm", "self_attn.q_proj": "attn_q",
        "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v", "self_attn.o_proj": "attn_output",
        "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up", "mlp.down_proj": "ffn_down",
        "model.embed_tokens": "token_embd", "model.norm": "output_norm"}


def gguf(folder, out, kind):
    from gguf import GGMLQuantizationType, GGUFWriter, quants
    c = Qwen2Config.from_pretrained(folder)
    w = GGUFWriter(out, "qwen2")
    w.add_block_count(c.num_hidden_layers)
    w.add_context_length(c.max_position_embeddings)
    w.add_embedding_length(c.hidden_size)
    w.add_feed_forward_length(c.intermediate_size)
    w.add_head_count(c.num_attention_heads)
    w.add_head_count_kv(c.num_key_value_heads)
    w.add_layer_norm_rms_eps(c.rms_norm_eps)
    w.add_rope_freq_base(c.rope_parameters["rope_theta"])
    # llama.cpp asks for a vocabulary even where only ids are fed: unknown, begin, end, bytes, made-up words.
    words = ["<unk>", "<s>", "</s>"] + ["<0x%02X>" % i for i in range(256)]
    words += ["t%d" % i for i in range(len(words), c.vocab_size)]
    w.add_tokenizer_model("llama")
    w.add_token_list(words)
    w.add_token_scores([0.0] * len(words))
    w.add_token_types([2, 3, 3] + [6] * 256 + [1] * (len(words) - 259))
    w.add_bos_token_id(1)
    w.add_eos_token_id(2)
    for name, tensor in load_file(folder + "/model.safetensors").items():
        stem, part = name.rsplit(".", 1)
        if stem.startswith("model.layers."):
            _, _, layer, stem = stem.split(".", 3)
            target = f"blk.{layer}.{GGUF[stem]}.{part}"
        else:
            target = f"{GGUF[stem]}.{part}"
        type = GGMLQuantizationType.F32
        if tensor.dim() == 2:
            floats = {torch.float32: "F32", torch.bfloat16: "BF16", torch.float16: "F16"}
            type = GGMLQuantizationType[kind if kind != "float" else floats[tensor.dtype]]
        w.add_tensor(target, quants.quantize(tensor.float().numpy(), type), raw_dtype=type)
    w.write_header_to_file()
    w.write_kv_data_to_file()
    w.write_tensors_to_file()
    w.close()


if sys.argv[1] == "gguf":
    gguf(*sys.argv[2:])
elif sys.argv[1] == "make":
    make(*sys.argv[2:])
else:
    kind, folder, file, threads, DEVICE, DTYPE = sys.argv[1:]
    DTYPE = getattr(torch, DTYPE)
    torch.set_num_threads(int(threads))
    run = work(kind, folder, json.load(open(file)))
    print("ready", flush=True)
    for _ in sys.stdin:
        synchronize()
        begin = time.perf_counter()
        result = run()
        synchronize()
        print(json.dumps({"seconds": time.perf_counter() - begin, "result": result}), flush=True)
