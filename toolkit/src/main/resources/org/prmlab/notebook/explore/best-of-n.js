start("best-of-n", (data, live) => {
  const who = ["you", "vote", "min", "product", "last"];
  const long = {you: "you", vote: "the vote", min: data.prm + ", minimum", product: data.prm + ", product", last: data.prm + ", last"};
  const chosen = data.problems.map(() => -1), told = data.problems.map(() => false);
  let at = 0;
  const head = h("p", {}), body = h("div", {}), answer = h("div", {"aria-live": "polite"}), score = h("div", {});
  const show = h("button", {type: "button", onclick: () => { told[at] = true; draw(); }}, "Take it");
  const back = h("button", {type: "button", onclick: () => go(at - 1)}, "← Back");
  const next = h("button", {type: "button", onclick: () => go(at + 1)}, "Next →");
  live.append(h("p", {class: "pe-quiet"}, "Read the samples, choose one, take it. These are " + data.problems.length + " of the " + data.mixed
    + " problems (of " + data.all + ") with right and wrong answers among the first eight samples, so the shares below are not those of the whole set."),
    head, body, h("div", {class: "pe-bar"}, show, back, next), answer, score);
  const pick = (i, name) => name === "you" ? chosen[i] : data.problems[i].picks[name];
  function go(i) { at = i; draw(); (body.querySelector(":checked") || body.querySelector("input")).focus(); }
  function buttons() {
    show.disabled = chosen[at] < 0 || told[at];
    back.disabled = at === 0;
    next.disabled = at === data.problems.length - 1;
  }
  function card(x, sample, i, name) {
    const by = who.filter(w => w !== "you" && x.picks[w] === i);
    return h("label", {class: "pe-card"}, h("input", {type: "radio", name, value: i, checked: chosen[at] === i, disabled: told[at] && chosen[at] !== i,
      onchange: () => { chosen[at] = i; buttons(); }}), " sample " + (i + 1),
      h("ol", {}, ...sample.steps.map(step => h("li", {}, step))), h("small", {}, "answer: " + sample.answer),
      told[at] ? h("small", {class: sample.right ? "pe-good" : "pe-bad"}, sample.right ? "✓ right" : "✗ wrong") : null,
      told[at] ? h("small", {}, "min " + sample.min.toFixed(3) + ", product " + sample.product.toFixed(3) + ", last " + sample.last.toFixed(3)) : null,
      told[at] && by.length ? h("small", {}, h("strong", {}, "chosen by " + by.join(", "))) : null);
  }
  function draw() {
    const x = data.problems[at], name = freshName();
    head.replaceChildren(h("strong", {}, "Problem " + (at + 1) + " of " + data.problems.length));
    body.replaceChildren(h("p", {class: "pe-problem"}, x.problem),
      h("div", {class: "pe-cards", role: "radiogroup", "aria-label": "samples"}, ...x.samples.map((sample, i) => card(x, sample, i, name))));
    answer.replaceChildren();
    if (told[at]) {
      answer.append(h("p", {}, (x.answer !== undefined ? "The answer is " + x.answer + ". " : "") + "Your choice is ",
        x.samples[chosen[at]].right ? h("span", {class: "pe-good"}, "right") : h("span", {class: "pe-bad"}, "wrong"), "."),
        table(["who", "sample", "answer", ""], who.map(w => [long[w], pick(at, w) + 1, x.samples[pick(at, w)].answer, x.samples[pick(at, w)].right ? "✓" : "✗"])));
    }
    const done = data.problems.map((p, i) => i).filter(i => told[i]);
    score.replaceChildren(h("p", {}, h("strong", {}, "Right so far, of " + done.length + " taken: "),
      who.map(w => long[w] + " " + done.filter(i => data.problems[i].samples[pick(i, w)].right).length).join("; ")));
    buttons();
  }
  draw();
});
