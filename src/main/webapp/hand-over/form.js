import { element, freshId, words } from "./element.js";

/** The inputs of one step as fields: what is typed can be read as answers, and errors be told beside their fields. */
export class StepForm {
  constructor(step) {
    this.fields = step.inputs.map((input) => new Field(input, step.values ?? {}));
    this.elements = this.fields.map((field) => field.element);
  }

  answers() {
    const given = {};
    for (const field of this.fields) {
      const value = field.read();
      if (value !== undefined) {
        given[field.name] = value;
      }
    }
    return given;
  }

  /** Shows each error at its field, moves to the first one, and answers those that belong to none. */
  showErrors(errors) {
    this.fields.forEach((field) => field.clear());
    const left = errors.filter((error) => {
      const name = /^(?:answers\.)?([A-Za-z0-9]+)/.exec(error.field)?.[1];
      const field = this.fields.find((one) => one.name === name);
      field?.show(error.field === name ? error.message : `${error.field}: ${error.message}`);
      return !field;
    });
    this.fields.find((field) => field.wrong)?.focus();
    return left;
  }
}

class Field {
  constructor(input, values) {
    this.name = input.name;
    this.wrong = false;
    this.error = element("p", { class: "error", id: freshId("error"), hidden: true });
    this.kind = kindOf(input, values, this.error.id);
    const label = element("label", { for: this.kind.control.id }, words(input.name), note(input));
    const parts = input.type === "boolean" ? [this.kind.element, " ", label] : [label, this.kind.element];
    this.element = element("div", { class: input.type === "boolean" ? "field tick" : "field" }, parts, this.error);
  }

  read() {
    return this.kind.read();
  }

  show(message) {
    this.wrong = true;
    this.error.hidden = false;
    this.error.append(element("span", {}, this.error.textContent ? `; ${message}` : message));
    this.kind.control.setAttribute("aria-invalid", "true");
  }

  clear() {
    this.wrong = false;
    this.error.hidden = true;
    this.error.replaceChildren();
    this.kind.control.removeAttribute("aria-invalid");
  }

  focus() {
    this.kind.control.focus();
  }
}

const NOTES = {
  "transient-secret": "used for this request only, kept nowhere",
  secret: "kept sealed, shown to nobody",
  date: "as the portal shows it",
};

/** What a script wrote has many lines. */
const PASTED = /Output$/;

function note(input) {
  const told = [input.required ? "required" : "optional", NOTES[input.type]].filter(Boolean);
  return element("span", { class: "quiet" }, ` (${told.join("; ")})`);
}

function kindOf(input, values, errorId) {
  const common = { id: freshId(input.name), name: input.name, "aria-describedby": errorId };
  switch (input.type) {
    case "boolean":
      return tick(input, common, values);
    case "choice":
      return (input.choices ?? []).length > 0
        ? choice(input, common, values)
        : line(input, { ...common, type: "text", autocomplete: "off", value: known(input, values) });
    case "list":
      return Array.isArray(values.roles) ? users(common, values.roles) : lines(common);
    case "secret":
    case "transient-secret":
      return line(input, { ...common, type: "password", autocomplete: "off" }, (text) => text);
    case "date":
      return line(input, { ...common, type: "date" }, (text) => text);
    case "text":
    case "url":
      if (PASTED.test(input.name)) {
        return area(common);
      }
      return line(input, { ...common, type: "text", autocomplete: "off", spellcheck: "false", value: known(input, values) });
    default:
      return area(common);
  }
}

function known(input, values) {
  return typeof values[input.name] === "string" ? values[input.name] : null;
}

function line(input, attributes, cleaned = (text) => text.trim()) {
  const control = element("input", { ...attributes, "aria-required": input.required ? "true" : null });
  return { control, element: control, read: () => cleaned(control.value) || undefined };
}

/** What is not ticked is false where an answer is needed, and no answer where none is. */
function tick(input, attributes, values) {
  const on = values[input.name] === true || (input.name === "test" && values.environment === "test");
  const control = element("input", { ...attributes, type: "checkbox" });
  control.checked = on;
  return { control, element: control, read: () => (control.checked ? true : input.required ? false : undefined) };
}

function choice(input, attributes, values) {
  const present = known(input, values);
  const options = input.choices.map((word) => element("option", { value: word, selected: word === present }, words(word)));
  const none = element("option", { value: "" }, input.required ? "Choose" : "As it is");
  const control = element("select", attributes, none, options);
  return { control, element: control, read: () => control.value || undefined };
}

function area(attributes) {
  const control = element("textarea", { ...attributes, rows: "6", spellcheck: "false" });
  return { control, element: control, read: () => control.value.trim() || undefined };
}

function lines(attributes) {
  const kind = area(attributes);
  const read = () => {
    const all = kind.control.value.split("\n").map((text) => text.trim());
    const given = all.filter((text) => text !== "");
    return given.length > 0 ? given : undefined;
  };
  return { ...kind, read };
}

/** Names of users, each with one of the roles that the step offers. */
function users(attributes, roles) {
  const rows = element("div", {});
  const first = userRow(rows, roles, attributes);
  const more = element("button", { type: "button", onclick: () => userRow(rows, roles, {}).focus() }, "Add a user");
  const read = () => {
    const given = [...rows.children].map((row) => row.read()).filter((user) => user.userName !== "");
    return given.length > 0 ? given : undefined;
  };
  return { control: first, element: element("div", {}, rows, more), read };
}

function userRow(rows, roles, attributes) {
  const name = element("input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": "User name",
    placeholder: "User name",
    ...attributes,
  });
  const role = element("select", { "aria-label": "Role" }, roles.map((one) => element("option", { value: one }, one)));
  const remove = element("button", { type: "button", "aria-label": "Remove this user" }, "Remove");
  const row = element("div", { class: "row" }, element("div", {}, name), element("div", {}, role), remove);
  remove.addEventListener("click", () => (rows.children.length > 1 ? row.remove() : (name.value = "")));
  row.read = () => ({ userName: name.value.trim(), role: role.value });
  rows.append(row);
  return name;
}
