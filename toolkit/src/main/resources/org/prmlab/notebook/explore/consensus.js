start("consensus", (data, live) => {
  let at = 0, one = 0;
  const name = freshName(), last = Math.max(0, ...data.solutions.map(x => Math.max(x.secondVerdict, ...x.firstVerdicts)));
  const open = data.solutions.some(x => x.secondVerdict < -1 || x.firstVerdicts.some(v => v < -1));
  const kinds = [...(open ? [-2] : []), -1, ...Array.from({length: last + 1}, (x, i) => i)];
  const short = v => v === -2 ? "open" : v < 0 ? "none" : String(v + 1);
  const said = v => v === -2 ? "open" : verdict(v);
  const value = h("output", {}, "0/8"), told = h("div", {"aria-live": "polite"}), read = h("div", {"aria-live": "polite"});
  const slider = h("input", {type: "range", min: 0, max: data.thresholds.length - 1, value: 0, oninput: e => { at = +e.target.value; draw(); }});
  const board = h("div", {class: "pe-board", role: "listbox", tabindex: 0, "aria-label": "solutions, arrow keys choose", onkeydown: move,
    style: "grid-template-columns:3.2rem " + kinds.map(k => k === -1 ? "minmax(2.6rem,4fr)" : "minmax(0,1fr)").join(" ")});
  const step = by => { const i = order().indexOf(one), n = data.solutions.length; one = order()[(i + by + n) % n]; draw(); };
  live.append(h("p", {class: "pe-quiet"}, "Columns: first error by " + data.first + "; rows: first error by " + data.second
    + ". A dot is a solution, filled if it has an error in truth, a ring if not. Shaded: both say the same, so the filter keeps it. "
    + data.solutions.length + " of " + data.all + " solutions are drawn, evenly taken."),
    h("div", {class: "pe-bar"}, h("label", {}, "a step is right above this share of rollouts", slider), value), told, board,
    h("div", {class: "pe-bar"}, h("button", {type: "button", onclick: () => step(-1)}, "← previous"), h("button", {type: "button", onclick: () => step(1)}, "next solution →")), read);
  const first = x => x.firstVerdicts[at];
  function order() {
    return data.solutions.map((x, i) => i).sort((i, j) => { const a = data.solutions[i], b = data.solutions[j];
      return a.secondVerdict - b.secondVerdict || first(a) - first(b) || i - j; });
  }
  function move(event) {
    const by = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (by) { event.preventDefault(); event.stopPropagation(); step(by); }
    if (event.key === "Home" || event.key === "End") { event.preventDefault(); one = order()[event.key === "Home" ? 0 : data.solutions.length - 1]; draw(); }
  }
  function dot(i) {
    const x = data.solutions[i];
    return h("span", {role: "option", id: name + "-" + i, "aria-selected": i === one ? "true" : "false", class: "pe-dot" + (x.truth < 0 ? "" : " pe-full"),
      title: x.id, "aria-label": x.id + ": " + data.first + " " + said(first(x)) + ", " + data.second + " " + said(x.secondVerdict) + ", in truth " + said(x.truth),
      onclick: () => { one = i; draw(); board.focus({preventScroll: true}); }});
  }
  function draw() {
    value.textContent = at + "/8";
    slider.setAttribute("aria-valuetext", at + " of 8");
    told.replaceChildren(h("p", {}, h("strong", {}, "Kept: " + data.kept[at] + " of " + data.all + " (" + percent(data.kept[at], data.all) + " %). "),
      "Of these " + data.right[at] + " (" + percent(data.right[at], data.kept[at]) + " %) are as in truth."
      + (data.open[at] ? " " + data.open[at] + " are open." : "")));
    board.replaceChildren(h("div", {class: "pe-axis", "aria-hidden": "true"}, data.second + " ↓ " + data.first + " →"),
      ...kinds.map(c => h("div", {class: "pe-axis", "aria-hidden": "true"}, short(c))));
    for (const r of kinds) {
      board.append(h("div", {class: "pe-axis", "aria-hidden": "true"}, short(r)));
      for (const c of kinds) board.append(h("div", {class: "pe-cell" + (r === c && r > -2 ? " pe-same" : ""), role: "presentation"},
        ...data.solutions.map((x, i) => i).filter(i => data.solutions[i].secondVerdict === r && first(data.solutions[i]) === c).map(dot)));
    }
    board.setAttribute("aria-activedescendant", name + "-" + one);
    const x = data.solutions[one], same = x.secondVerdict === first(x) && first(x) > -2;
    read.replaceChildren(h("p", {class: "pe-problem"}, x.problem, x.answer !== undefined ? h("span", {class: "pe-quiet"}, " (answer: " + x.answer + ")") : null),
      h("ol", {class: "pe-steps", style: "--pe-prms:2"}, h("li", {class: "pe-step pe-quiet", "aria-hidden": "true"}, h("div", {}), h("div", {class: "pe-text"}, "step"),
        h("div", {}, data.first), h("div", {}, data.second)), ...x.steps.map((text, i) => h("li", {class: "pe-step" + (i === x.truth ? " pe-error" : "")},
          h("div", {}, i + 1), h("div", {class: "pe-text"}, i === x.truth ? h("strong", {}, "✗ first error  ") : null, text),
          h("div", {}, (i === first(x) ? "✗ " : "") + (x.firstLabels[i] || "–")), h("div", {}, (i === x.secondVerdict ? "✗ " : "") + (x.secondLabels[i] || "–"))))),
      h("p", {}, data.first + ": " + said(first(x)) + "; " + data.second + ": " + said(x.secondVerdict) + "; in truth: " + said(x.truth) + ". ",
        h("strong", {}, same ? "Kept." : "Thrown away.")));
  }
  one = order().find(i => first(data.solutions[i]) !== data.solutions[i].secondVerdict);
  if (one === undefined) one = order()[0];
  draw();
});
