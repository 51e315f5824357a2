start("rollouts", (data, live) => {
  const seen = data.rollouts.map(() => 0);
  let step = data.truth >= 0 && data.truth < data.rollouts.length ? data.truth : 0, threshold = 0;
  const one = h("button", {type: "button", onclick: () => add(1)}, "Draw one");
  const all = h("button", {type: "button", onclick: () => add(data.rollouts[step].texts.length)}, "Draw all");
  const none = h("button", {type: "button", onclick: () => { seen[step] = 0; draw(); one.focus(); }}, "Start over");
  const where = h("select", {onchange: e => { step = +e.target.value; draw(); }},
    ...data.rollouts.map((r, i) => h("option", {value: i, selected: i === step}, "step " + (i + 1) + (i === data.truth ? " (the first error)" : ""))));
  const rule = h("select", {onchange: e => { threshold = +e.target.value; draw(); }},
    ...[0, .25, .5, .75].map(t => h("option", {value: t}, t ? t : "0 (any success)")));
  const given = h("div", {}), told = h("div", {"aria-live": "polite"}), picture = h("div", {}), drawn = h("ol", {class: "pe-drawn"});
  live.append(h("p", {class: "pe-problem"}, data.problem, data.answer !== undefined ? h("span", {class: "pe-quiet"}, " (answer: " + data.answer + ")") : null),
    given, h("div", {class: "pe-bar"}, h("label", {}, "roll out from", where), h("label", {}, "right if the rate is above", rule), one, all, none),
    told, picture, drawn);
  function add(count) {
    const left = data.rollouts[step].texts.length - seen[step];
    seen[step] += Math.min(count, left);
    draw();
    if (count === 1 && one.disabled) none.focus();
  }
  const counts = (r, n) => { const o = r.outcomes.slice(0, n), correct = o.filter(x => x === "correct").length;
    return {correct, decided: correct + o.filter(x => x === "wrong").length, open: n - correct - o.filter(x => x === "wrong").length}; };
  const label = (r, n) => { const c = counts(r, n); return c.decided ? c.correct / c.decided > threshold : null; };
  function interval(r, n) {
    const width = roomIn(live), x = v => 12 + (width - 24) * v, [low, high] = r.intervals[n], c = counts(r, n);
    const p = s("svg", {viewBox: "0 0 " + width + " 74", role: "img", "aria-label": "interval of the rate: " + low.toFixed(2) + " to " + high.toFixed(2)});
    for (const v of [0, .25, .5, .75, 1]) p.append(s("text", {x: x(v), y: 70, "text-anchor": v === 0 ? "start" : v === 1 ? "end" : "middle"}, 100 * v + "%"),
      s("line", {x1: x(v), x2: x(v), y1: 44, y2: 52, stroke: "var(--pe-line)"}));
    p.append(s("line", {x1: x(0), x2: x(1), y1: 48, y2: 48, stroke: "var(--pe-line)"}),
      s("rect", {class: "pe-move", x: x(low), width: Math.max(2, x(high) - x(low)), y: 22, height: 16, rx: 3, fill: "var(--pe-good-fill)", stroke: "var(--pe-good)"}),
      s("line", {x1: x(threshold), x2: x(threshold), y1: 12, y2: 48, stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": "4 3"}));
    if (c.decided) p.append(s("circle", {class: "pe-move", cx: x(c.correct / c.decided), cy: 30, r: 6, fill: "var(--pe-good)"}));
    return p;
  }
  function draw() {
    const r = data.rollouts[step], n = seen[step], c = counts(r, n), now = label(r, n), before = n ? label(r, n - 1) : null;
    given.replaceChildren(h("ol", {class: "pe-steps"}, ...data.steps.map((text, i) =>
      h("li", {class: "pe-step pe-plain" + (i === data.truth ? " pe-error" : "") + (i > step ? " pe-later" : "")}, h("div", {}, i + 1),
        h("div", {class: "pe-text"}, i === data.truth ? h("strong", {}, "✗ first error  ") : null, text, i === step ? h("strong", {}, "  ← from here") : null)))));
    const flipped = now !== null && before !== null && now !== before ? " It flipped with this rollout." : "";
    told.replaceChildren(h("p", {}, h("strong", {}, n + " of " + r.texts.length + " drawn: "),
      c.decided ? c.correct + " of " + c.decided + " reach the answer" + (c.open ? ", " + c.open + " more without a verdict" : "") + "; 95 % interval "
        + (100 * r.intervals[n][0]).toFixed(0) + " to " + (100 * r.intervals[n][1]).toFixed(0) + " %." : n ? "none has a verdict." : "nothing is known yet."),
      h("p", {}, "Hard label of step " + (step + 1) + ": ", now === null ? "open" : now ? h("span", {class: "pe-good"}, "✓ right") : h("span", {class: "pe-bad"}, "✗ wrong"),
        now === null ? "" : flipped, h("span", {class: "pe-quiet"}, data.truth < 0 || step < data.truth ? " In truth it is right."
          : step === data.truth ? " In truth it is the first error." : " It stands after the first error, so it has no true label.")));
    picture.replaceChildren(interval(r, n));
    drawn.replaceChildren(...r.texts.slice(0, n).map((t, i) => h("li", {}, r.outcomes[i] === "correct" ? h("span", {class: "pe-good"}, "✓ ")
      : r.outcomes[i] === "wrong" ? h("span", {class: "pe-bad"}, "✗ ") : h("span", {}, "? " + r.outcomes[i] + ": "), t.replace(/\s*\n\s*/g, "; "))));
    one.disabled = all.disabled = n === r.texts.length;
    none.disabled = n === 0;
  }
  draw();
});
