import { view } from "./view.js";

/** @typedef {HTMLElement & { shallowNet?: { recolor(): void } }} PlaygroundFigure */

/**
 * Begins a figure; some hosts run its script before the figure stands in the page.
 * @param {string} id
 * @param {import("./model.js").Spec} spec
 */
export function start(id, spec, tries = 0) {
  const found = /** @type {PlaygroundFigure[]} */ (Array.from(document.querySelectorAll(`[id="${id}"]`)));
  if (!found.length && tries < 40) setTimeout(() => start(id, spec, tries + 1), 50);
  for (const figure of found) {
    if (figure.shallowNet) continue;
    figure.shallowNet = view(figure, spec);
    figures.add(figure);
  }
}

/** @type {Set<PlaygroundFigure>} */
const figures = new Set();

function recolor() {
  for (const figure of figures) {
    if (figure.isConnected) figure.shallowNet?.recolor();
    else figures.delete(figure);
  }
}

const watch = new MutationObserver(() => setTimeout(recolor, 120));
for (const element of [document.documentElement, document.body]) {
  if (element) watch.observe(element, { attributes: true, attributeFilter: ["class", "style", "data-theme", "data-color-mode", "data-jp-theme-light", "data-vscode-theme-kind", "data-vscode-theme-id"] });
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(recolor, 120));
