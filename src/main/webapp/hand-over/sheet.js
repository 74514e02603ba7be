import { copyable } from "./values.js";
import { element, say } from "./element.js";

/** The completion sheet: every value to copy into the admin center; the two secrets are made when they are asked for. */
export async function sheetOf(work) {
  const sheet = await work.sheet();
  const tabs = [...new Set(sheet.fields.map((field) => field.portalTab))];
  return element(
    "div",
    {},
    element("h3", {}, "Completion sheet"),
    element(
      "p",
      {},
      element("a", { href: work.sheetPath, target: "_blank", rel: "noopener" }, "The sheet as a page to print (new tab)"),
    ),
    tabs.map((tab) => table(tab, sheet.fields.filter((field) => field.portalTab === tab), work)),
  );
}

function table(tab, fields, work) {
  const rows = fields.map((field) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, field.portalLabel),
      element("td", {}, field.secret ? secret(field, work) : plain(field)),
    ),
  );
  return element("table", {}, element("caption", {}, `Tab ${tab}`), element("tbody", {}, rows));
}

function plain(field) {
  return field.value === null || field.value === undefined
    ? element("span", { class: "quiet" }, "not known yet")
    : copyable(String(field.value), field.portalLabel);
}

/** Asking again makes another value, so the button says what it does. */
function secret(field, work) {
  const place = element("span", {});
  const button = element("button", { type: "button" }, "Show");
  button.setAttribute("aria-label", `Show ${field.portalLabel}`);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const value = await work.makeValue(field.name);
      const hide = element("button", { type: "button", class: "copy" }, "Hide");
      hide.addEventListener("click", () => place.replaceChildren());
      place.replaceChildren(copyable(value, field.portalLabel), hide);
      say(`${field.portalLabel} is shown, this once. Copy it now.`);
    } catch (refusal) {
      place.replaceChildren(element("span", { class: "error" }, refusal.message));
      say(refusal.message);
    } finally {
      button.disabled = false;
    }
  });
  const note = element("span", { class: "quiet" }, " Shown once. ");
  return element("div", {}, button, note, place);
}
