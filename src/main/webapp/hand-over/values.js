import { copyButton, element, link, words } from "./element.js";

/** Shown elsewhere: links and scripts have a form of their own, and the sheet is shown whole. */
const APART = new Set(["links", "scripts", "completionSheet"]);

/** Everything that a step shows to be copied, opened or run. */
export function valuesOf(step) {
  const values = step.values ?? {};
  const plain = Object.entries(values).filter(([name]) => !APART.has(name));
  return [
    (values.links ?? []).length > 0 ? links(values.links) : null,
    plain.length > 0 ? table(plain) : null,
    ...(values.scripts ?? []).map(script),
  ];
}

function links(list) {
  return element(
    "div",
    {},
    element("h3", {}, "Where to go"),
    element("ul", {}, list.map((one) => element("li", {}, link(one.title, one.url)))),
  );
}

function table(entries) {
  const rows = entries.map(([name, value]) =>
    wide(value)
      ? element("tr", {}, element("td", { colspan: "2" }, element("strong", {}, words(name)), shown(value, words(name))))
      : element("tr", {}, element("th", { scope: "row" }, words(name)), element("td", {}, shown(value, words(name)))),
  );
  return element("div", {}, element("h3", {}, "Values"), element("table", {}, element("tbody", {}, rows)));
}

function wide(value) {
  return Array.isArray(value) && value.some((one) => one !== null && typeof one === "object");
}

function shown(value, what) {
  if (value === null || value === undefined) {
    return element("span", { class: "quiet" }, "none yet");
  }
  if (Array.isArray(value)) {
    return wide(value) ? records(value) : list(value, what);
  }
  if (typeof value === "object") {
    const parts = Object.entries(value).map(([name, part]) =>
      element("div", {}, element("span", { class: "quiet" }, `${words(name)}: `), shown(part, words(name))),
    );
    return element("div", {}, parts);
  }
  return copyable(String(value), what);
}

function list(texts, what) {
  const all = texts.length > 1 ? element("p", {}, copyButton(texts.join("\n"), `all of ${what}`), " all of these") : null;
  return element("div", {}, element("ul", {}, texts.map((one) => element("li", {}, shown(one, what)))), all);
}

/** What is copied of a record; the rest of it explains. */
const COPIED = new Set(["id", "name", "value", "url"]);

function records(all) {
  const names = [...new Set(all.flatMap((one) => Object.keys(one)))];
  const row = (one) => element("tr", {}, names.map((name) => element("td", {}, cell(name, one[name]))));
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, names.map((name) => element("th", { scope: "col" }, words(name))))),
    element("tbody", {}, all.map(row)),
  );
}

function cell(name, value) {
  const plain = value === null || typeof value !== "object";
  return plain && !COPIED.has(name) ? element("span", {}, String(value ?? "")) : shown(value, words(name));
}

/** A text with a button beside it that copies it. */
export function copyable(text, what) {
  return element("span", {}, element("code", {}, text), copyButton(text, what));
}

const LANGUAGES = { bash: "Azure CLI, bash", powershell: "PowerShell", javascript: "ServiceNow background script" };

function script(one) {
  return element(
    "details",
    {},
    element("summary", {}, `${one.title} (${LANGUAGES[one.language] ?? one.language})`),
    element("p", {}, copyButton(one.text, `the script ${one.title}`)),
    element("pre", { tabindex: "0", "aria-label": one.title }, one.text),
  );
}
