start("search", (data, live) => {
  let level = 0;
  const tree = live.parentNode.querySelector(".pe-still .pe-tree").cloneNode(true);
  const told = h("p", {"aria-live": "polite"});
  const slider = h("input", {type: "range", min: 0, max: data.levels, value: 0, oninput: e => go(+e.target.value)});
  const back = h("button", {type: "button", onclick: () => go(level - 1)}, "← Back");
  const next = h("button", {type: "button", onclick: () => go(level + 1)}, "Next step →");
  live.append(h("p", {class: "pe-quiet"}, "✓ the search went on from here, ✗ others were better. Beside a step: the PRM's score of it, and the score of the path up to it ("
    + data.ranking + ")."), h("div", {class: "pe-bar"}, back, next, h("label", {}, "step", slider)), told, tree);
  const items = [...tree.querySelectorAll("li")];
  function go(to) {
    level = to;
    slider.value = level;
    slider.setAttribute("aria-valuetext", level ? "step " + level + " of " + data.levels : "the problem");
    const here = items.filter(x => +x.dataset.level === level);
    const kept = here.filter(x => x.classList.contains("pe-kept")).length;
    for (const x of items) { x.hidden = +x.dataset.level > level; x.classList.toggle("pe-past", +x.dataset.level < level); }
    told.replaceChildren(h("strong", {}, level ? "Step " + level + " of " + data.levels + ": " : "The problem. "),
      level ? here.length + (here.length === 1 ? " candidate, " : " different candidates, ") + kept + " kept, " + (here.length - kept) + " dropped." : "Go on to the first step.");
    const active = document.activeElement;
    back.disabled = level === 0;
    next.disabled = level === data.levels;
    if (active === next && next.disabled) back.focus();
    if (active === back && back.disabled) next.focus();
  }
  go(0);
});
