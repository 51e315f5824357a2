"""The toolkit's decoder on a GPU, under PyTorch, beside transformers: parity and speed.

    python decoder_check.py [--device cuda] [--dtype bfloat16] [--out result.json]

Runs in the folder that `prmlab bench decoder` made (config.json, decoder.pt, weights.json, rows). Weights are random,
made here, and the same on both sides. For each kind of work both sides first look for their fastest way (ours: tokens
a call; transformers: rows a batch, in file order and sorted by length), then these run in turns and the medians count.

It shows that the program is right and how fast it is on that device. It does not show the engine's native layer there.
"""
import argparse
import copy
import gc
import json
import os
import statistics
import time

import torch
from transformers import Qwen2Config, Qwen2Model

HERE = os.path.dirname(os.path.abspath(__file__))
CODES = {torch.float32: 6, torch.bfloat16: 15, torch.float16: 5}


def read(name):
    with open(os.path.join(HERE, name)) as f:
        return json.load(f)


def make(config, device, dtype):
    """A random model and its head of two linear layers."""
    torch.manual_seed(0)
    torch.set_default_dtype(dtype)
    with torch.device(device):
        net = Qwen2Model(config).eval()
        h = config.hidden_size
        head = torch.nn.Sequential(torch.nn.Linear(h, h), torch.nn.ReLU(), torch.nn.Linear(h, 2)).eval()
    torch.set_default_dtype(torch.float32)
    return net, head


def load(archive, net, head, device, dtype):
    """Our program with the same weights, put where weights.json says."""
    named = {"model." + k: v for k, v in net.state_dict().items()}
    named.update({"score." + k: v for k, v in head.state_dict().items()})
    module = torch.jit.load(os.path.join(HERE, archive), map_location="cpu")
    like = torch.zeros(1, device=device)
    for slot in read("weights.json"):
        tensors = [named[p] for p in slot["parts"]]
        values = torch.cat(tensors) if tensors else torch.zeros(0, dtype=dtype, device=device)
        index = module.allocate(slot["head"], slot["rows"], slot["columns"], CODES[dtype], like)
        if tensors:
            module.fill_with(slot["head"], index, values)
    return module


class Ours:
    """Rows of about one length together, as many as a budget of tokens allows."""

    def __init__(self, module, budget, shared, optimize):
        self.module, self.budget, self.shared, self.optimize = module, budget, shared, optimize

    def score(self, data, device):
        torch._C._set_graph_executor_optimize(self.optimize)
        result = [None] * len(data)
        for batch in self.batches(data):
            start = data[batch[0]]["shared"] if self.shared else 0
            width = max(len(data[i]["input_ids"]) for i in batch) - start
            ids = torch.tensor([(data[i]["input_ids"] + [0] * (width + start))[start:start + width] for i in batch], device=device)
            at = torch.tensor([b * width + p - start for b, i in enumerate(batch) for p in data[i]["step_positions"]], device=device)
            if self.shared:
                prefix = torch.tensor([data[batch[0]]["input_ids"][:start]], device=device)
                logits = self.module.logits_after(prefix, ids, at)
            else:
                logits = self.module.logits(ids, at)
            scores = torch.softmax(logits, -1)[:, 1].tolist()
            for i in batch:
                count = len(data[i]["step_positions"])
                result[i], scores = scores[:count], scores[count:]
        return result

    def batches(self, data):
        order = sorted(range(len(data)), key=lambda i: (data[i]["group"] if self.shared else 0, -len(data[i]["input_ids"])))
        batch = []
        for i in order:
            full = batch and (len(batch) + 1) * len(data[batch[0]]["input_ids"]) > self.budget
            if batch and (full or self.shared and data[i]["group"] != data[batch[0]]["group"]):
                yield batch
                batch = []
            batch.append(i)
        yield batch


class Transformers:
    """Padded batches of a fixed number of rows, in file order or sorted by length."""

    def __init__(self, net, head, size, by_length):
        self.net, self.head, self.size, self.by_length = net, head, size, by_length

    def score(self, data, device):
        order = list(range(len(data)))
        if self.by_length:
            order.sort(key=lambda i: -len(data[i]["input_ids"]))
        result = [None] * len(data)
        for s in range(0, len(order), self.size):
            part = [data[i] for i in order[s:s + self.size]]
            width = max(len(r["input_ids"]) for r in part)
            ids = torch.tensor([r["input_ids"] + [0] * (width - len(r["input_ids"])) for r in part], device=device)
            mask = None
            if self.size > 1:
                mask = torch.tensor([[1] * len(r["input_ids"]) + [0] * (width - len(r["input_ids"])) for r in part], device=device)
            h = self.net(input_ids=ids, attention_mask=mask, use_cache=False).last_hidden_state
            p = torch.softmax(self.head(h).float(), -1)[..., 1]
            for b, i in enumerate(order[s:s + self.size]):
                result[i] = p[b, data[i]["step_positions"]].tolist()
        return result


def timed(way, data, device):
    if device.startswith("cuda"):
        torch.cuda.synchronize()
    start = time.perf_counter()
    scores = way.score(data, device)
    return time.perf_counter() - start, scores


def difference(a, b):
    return max(abs(x - y) for r, s in zip(a, b) for x, y in zip(r, s))


def parity(o, config, net, head, data):
    """Largest differences of scores on a few rows: ours and theirs in the dtype, and ours in float32, against transformers in float32."""
    few, dtype = data[:o.parity_rows], getattr(torch, o.dtype)
    module = load(o.archive[0], net, head, o.device, dtype)
    mine, yours = Ours(module, 8192, False, False).score(few, o.device), Transformers(net, head, 1, False).score(few, o.device)
    del module
    net32, head32 = copy.deepcopy(net).float(), copy.deepcopy(head).float()
    exact = Transformers(net32, head32, 1, False).score(few, o.device)
    module = load(o.archive[0], net32, head32, o.device, torch.float32)
    mine32 = Ours(module, 8192, False, False).score(few, o.device)
    del module, net32, head32
    gc.collect()
    return {"rows": len(few), "ours_float32": difference(mine32, exact), "ours_" + o.dtype: difference(mine, exact),
            "transformers_" + o.dtype: difference(yours, exact)}


def measure(o, name, net, head, data):
    tokens = sum(len(r["input_ids"]) for r in data)
    modules = {a: load(a, net, head, o.device, getattr(torch, o.dtype)) for a in o.archive}
    mine = {}
    for a, module in modules.items():
        for shared in ([False, True] if name != "single" else [False]):
            for budget in o.budgets:
                if not (shared and budget != max(o.budgets)):
                    for optimize in ([False, True] if o.optimize else [False]):
                        mine[f"ours{'' if a == o.archive[0] else ' ' + a}{', problem once' if shared else ''}, {budget} tokens"
                             f"{', optimized' if optimize else ''}"] = Ours(module, budget, shared, optimize)
    yours = {f"transformers, sorted, {b}": Transformers(net, head, b, True) for b in o.batches}
    fixed = {}
    if name == "single":
        fixed = {"transformers, one a call": Transformers(net, head, 1, False),
                 "transformers, padded 8 in file order": Transformers(net, head, 8, False)}
    seconds, scores, failed = {}, {}, {}
    for way_name, way in {**mine, **yours, **fixed}.items():
        try:
            timed(way, data, o.device)  # warm-up: shapes, memory, choice of kernels
            t, scores[way_name] = timed(way, data, o.device)
            seconds[way_name] = [t]
            print(f"{name}: {way_name}: {tokens / t:,.0f} tokens/s", flush=True)
        except torch.OutOfMemoryError as e:
            failed[way_name] = str(e)[:100]
            torch.cuda.empty_cache()
            print(f"{name}: {way_name}: out of memory", flush=True)
    best = min((n for n in seconds if n in mine), key=lambda n: seconds[n][0])
    peer = min((n for n in seconds if n in yours), key=lambda n: seconds[n][0])
    for _ in range(o.runs):
        for way_name in [best, peer, *fixed]:
            t, _ = timed({**mine, **yours, **fixed}[way_name], data, o.device)
            seconds[way_name].append(t)
    reference = scores[peer]
    rows = {n: {"tokens_per_s": round(tokens / statistics.median(s[1:] or s)), "seconds": s, "largest_difference": difference(reference, scores[n])}
            for n, s in seconds.items()}
    ratios = {}
    for n in [peer, *fixed]:
        each = [b / a for a, b in zip(seconds[best][1:], seconds[n][1:])]
        ratios[n] = [statistics.median(each), min(each), max(each)]
        print(f"{name}: {best} against {n}: {ratios[n][0]:.2f} [{ratios[n][1]:.2f}, {ratios[n][2]:.2f}]", flush=True)
    if o.profile:
        profile({best: mine[best], peer: yours[peer]}, data[:64], o.device)
    return {"rows": len(data), "tokens": tokens, "ours": best, "ways": rows, "failed": failed, "ratios": ratios}


def profile(ways, data, device):
    for name, way in ways.items():
        with torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CUDA, torch.profiler.ProfilerActivity.CPU]) as p:
            way.score(data, device)
        print(name)
        print(p.key_averages().table(sort_by="self_cuda_time_total", row_limit=22, max_name_column_width=70), flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--device", default="cuda")
    ap.add_argument("--dtype", default="bfloat16", choices=["float32", "bfloat16", "float16"])
    ap.add_argument("--work", nargs="+", default=["single", "best-of-8"])
    ap.add_argument("--runs", type=int, default=3)
    ap.add_argument("--rows", type=int, help="only the first ones")
    ap.add_argument("--parity-rows", type=int, default=16)
    ap.add_argument("--budgets", type=int, nargs="+", default=[4096, 16384, 65536], help="tokens a call of ours")
    ap.add_argument("--batches", type=int, nargs="+", default=[8, 32, 64], help="rows a batch of theirs")
    ap.add_argument("--archive", nargs="+", default=["decoder.pt"], help="programs to compare")
    ap.add_argument("--optimize", action="store_true", help="also with the engine's graph optimizer")
    ap.add_argument("--profile", action="store_true", help="print which kernels the time goes to")
    ap.add_argument("--out", help="a JSON file for all numbers")
    o = ap.parse_args()
    config = Qwen2Config.from_pretrained(HERE)
    report = {"torch": torch.__version__, "dtype": o.dtype, "hidden": config.hidden_size, "layers": config.num_hidden_layers,
              "device": torch.cuda.get_device_name() if o.device.startswith("cuda") else o.device}
    print(report, flush=True)
    with torch.inference_mode():
        net, head = make(config, o.device, getattr(torch, o.dtype))
        for name in o.work:
            data = read(name + ".json")[:o.rows]
            if "parity" not in report and o.parity_rows:
                report["parity"] = parity(o, config, net, head, data)
                print("parity", report["parity"], flush=True)
            report[name] = measure(o, name, net, head, data)
    if o.out:
        with open(o.out, "w") as f:
            json.dump(report, f, indent=1)


if __name__ == "__main__":
    main()
