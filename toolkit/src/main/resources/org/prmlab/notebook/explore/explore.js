// Shared by all kinds: elements, and starting every view of a kind that has not been started.
const NS = "http://www.w3.org/2000/svg";
function make(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "onkeydown") element.peKeys = value; // called below
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) if (child !== undefined && child !== null) element.append(child);
  return element;
}
const h = (tag, attributes, ...children) => make(document.createElement(tag), attributes, children);
const s = (tag, attributes, ...children) => make(document.createElementNS(NS, tag), attributes, children);
const percent = (part, all) => all ? (100 * part / all).toFixed(1) : "–";
const verdict = step => step < 0 ? "no error" : "first error in step " + (step + 1);
const roomIn = live => Math.min(560, Math.max(300, live.clientWidth || 560)); // so that a picture's letters keep their size
let named = window.prmlabExploreNames || 0;
function freshName() { window.prmlabExploreNames = ++named; return "prmlab-explore-" + named; }
function table(columns, rows) { // rows of texts under columns; the first column stands left
  const cells = [];
  columns.forEach((c, i) => cells.push(h("div", {role: "columnheader", class: "pe-head" + (i ? "" : " pe-name")}, c)));
  const line = (content) => h("div", {role: "row", style: "display:contents"}, ...content);
  return h("div", {class: "pe-table", role: "table", style: "grid-template-columns:minmax(4.5em,auto) repeat(" + (columns.length - 1) + ",auto)"}, line(cells),
    ...rows.map(row => line(row.map((c, i) => h("div", {role: i ? "cell" : "rowheader", class: i ? null : "pe-name"}, c)))));
}
if (!window.prmlabExploreKeys) { // JupyterLab takes arrow keys before they reach what has the focus: here a view keeps its own
  window.prmlabExploreKeys = true;
  window.addEventListener("keydown", event => {
    const live = event.target.closest && event.target.closest(".pe-live");
    if (!live || !/^(Arrow.*|Home|End|Page.*|Enter| )$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    let element = event.target;
    while (element !== live && !element.peKeys) element = element.parentElement;
    if (element.peKeys) element.peKeys(event);
  }, true);
}
function start(kind, show) {
  for (const root of document.querySelectorAll('.prmlab-explore[data-kind="' + kind + '"]:not(.pe-on)')) {
    const data = JSON.parse(root.querySelector(".pe-data").textContent);
    const live = h("div", {class: "pe-live"}, h("p", {class: "pe-title"}, root.getAttribute("aria-label")));
    root.append(live);
    root.classList.add("pe-on");
    show(data, live);
  }
}
