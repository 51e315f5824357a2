start("threshold", (data, live) => {
  let at = data.thresholds.indexOf(0.5), one = 0;
  const f1 = (counts, i) => {
    const e = counts.located[i] / counts.wrong, c = counts.passed[i] / counts.right;
    return counts.wrong && counts.right ? (e + c ? 100 * 2 * e * c / (e + c) : 0) : null;
  };
  const value = h("output", {});
  const slider = h("input", {type: "range", min: 0, max: data.thresholds.length - 1, value: at,
    oninput: e => { at = +e.target.value; draw(); }});
  live.append(h("div", {class: "pe-bar"}, h("label", {}, "threshold τ", slider), value,
    data.solutions.length > 1 ? h("label", {}, "solution", h("select", {onchange: e => { one = +e.target.value; draw(); }},
      ...data.solutions.map((x, i) => h("option", {value: i}, x.id + (x.truth < 0 ? " (right)" : " (wrong)"))))) : null));
  const body = h("div", {}), said = h("div", {"aria-live": "polite"}), set = h("div", {});
  live.append(body, said, set);
  const tint = p => p ? "var(--pe-bad)" : "var(--pe-good)";
  const points = [];
  function curve() {
    const width = roomIn(live), x = t => 40 + (width - 56) * t, y = v => 190 - 1.6 * v;
    const picture = s("svg", {viewBox: "0 0 " + width + " 232", role: "img", "aria-label": "F1 of the set against the threshold"});
    for (const v of [0, 50, 100]) picture.append(s("line", {x1: x(0), x2: x(1), y1: y(v), y2: y(v), stroke: "var(--pe-line)"}),
      s("text", {x: 34, y: y(v) + 4, "text-anchor": "end"}, v));
    for (const t of [0, .25, .5, .75, 1]) picture.append(s("text", {x: x(t), y: 208, "text-anchor": "middle"}, t));
    picture.append(s("text", {x: x(.5), y: 227, "text-anchor": "middle"}, "threshold τ"), s("text", {x: 4, y: 14}, "F1 (%)"));
    data.counts.forEach((c, p) => {
      picture.append(s("polyline", {fill: "none", stroke: tint(p), "stroke-width": 2.5, "stroke-dasharray": p ? "7 4" : null,
        points: data.thresholds.map((t, i) => x(t) + "," + y(f1(c, i))).join(" ")}));
      const dot = p ? s("rect", {width: 12, height: 12, fill: tint(p)}) : s("circle", {r: 7, fill: tint(p)});
      points[p] = i => { const a = x(data.thresholds[i]), b = y(f1(c, i));
        if (p) { dot.setAttribute("x", a - 6); dot.setAttribute("y", b - 6); } else { dot.setAttribute("cx", a); dot.setAttribute("cy", b); } };
      picture.append(dot);
    });
    return picture;
  }
  const drawn = data.counts && data.counts.every(c => c.wrong && c.right);
  if (data.counts) {
    live.insertBefore(h("p", {class: "pe-title"}, "The whole set: " + (data.counts[0].wrong + data.counts[0].right) + " solutions, "
      + data.counts[0].wrong + " with an error"), set);
    if (drawn) live.append(curve(), h("p", {class: "pe-quiet"}, data.prms.map((n, p) => (p ? "dashed, square: " : "solid, disc: ") + n).join("; ")));
  }
  function draw() {
    const tau = data.thresholds[at], x = data.solutions[one];
    const text = tau.toFixed(tau && (tau < .01 || tau > .99) ? 3 : 2);
    value.textContent = text;
    slider.setAttribute("aria-valuetext", "threshold " + text);
    const flagged = x.scores.map(v => v.findIndex(score => !(score > tau)));
    body.replaceChildren(h("p", {class: "pe-problem"}, x.problem, x.answer !== undefined ? h("span", {class: "pe-quiet"}, " (answer: " + x.answer + ")") : null),
      h("ol", {class: "pe-steps", style: "--pe-prms:" + data.prms.length},
        h("li", {class: "pe-step pe-quiet", "aria-hidden": "true"}, h("div", {}), h("div", {class: "pe-text"}, "step"), ...data.prms.map(n => h("div", {}, n))),
        ...x.steps.map((step, i) => h("li", {class: "pe-step" + (i === x.truth ? " pe-error" : "")}, h("div", {}, i + 1),
          h("div", {class: "pe-text"}, i === x.truth ? h("strong", {}, "✗ first error  ") : null, step),
          ...x.scores.map((v, p) => h("div", {class: "pe-score" + (v[i] > tau ? "" : " pe-low") + (i === flagged[p] ? " pe-first" : "")},
            v[i].toFixed(3) + (v[i] > tau ? "" : i === flagged[p] ? " ✗ flagged" : " ≤ τ"), h("div", {class: "pe-track", "aria-hidden": "true"},
              h("div", {class: "pe-fill", style: "width:" + 100 * v[i] + "%"}), h("div", {class: "pe-tau", style: "left:" + 100 * tau + "%"}))))))));
    said.replaceChildren(...data.prms.map((n, p) => h("p", {}, "PRM " + n + " says: ", verdict(flagged[p]),
      h("span", {class: flagged[p] === x.truth ? "pe-good" : "pe-bad"}, flagged[p] === x.truth ? " ✓ as it is" : " ✗ in truth: " + verdict(x.truth)))));
    if (data.counts) {
      set.replaceChildren(table(["PRM", "F1 (%)", "errors located", "errors missed", "other step named", "falsely flagged"], data.counts.map((c, p) =>
        [data.prms[p], drawn ? f1(c, at).toFixed(1) : "–", c.located[at] + " of " + c.wrong, c.missed[at], c.wrong - c.located[at] - c.missed[at],
          (c.right - c.passed[at]) + " of " + c.right])));
      if (drawn) points.forEach(move => move(at));
    }
  }
  draw();
});
