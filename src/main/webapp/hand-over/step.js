import { element, freshId, link, roleName, say } from "./element.js";
import { sheetOf } from "./sheet.js";
import { StepForm } from "./form.js";
import { valuesOf } from "./values.js";

const STATES = {
  blocked: "Not yet",
  ready: "To do",
  waiting: "Waiting",
  done: "Done",
  failed: "Failed",
  skipped: "Skipped",
};

/** Answering these runs a check, whatever else is given. */
const CHECKS = new Set(["instance-access", "test-connection"]);

export function stateName(state) {
  return STATES[state] ?? state;
}

export function isFinished(step) {
  return step.state === "done" || step.state === "skipped";
}

/** One of this admin's own steps on the page. It shows itself anew only when the step has changed. */
export class StepCard {
  constructor(work, changed) {
    this.work = work;
    this.changed = changed;
    this.title = element("h2", { id: freshId("step"), tabindex: "-1" });
    this.state = element("p", {});
    this.body = element("div", {});
    this.alert = element("div", { role: "alert" });
    this.element = element(
      "section",
      { class: "step", "aria-labelledby": this.title.id },
      this.title,
      this.state,
      this.alert,
      this.body,
    );
    this.body.addEventListener("input", () => {
      this.typing = true;
    });
  }

  /** Shows the step as it is now; what somebody is typing is never taken away. */
  show(step, number, plan) {
    const seen = JSON.stringify([step, number, this.waits(step, plan)]);
    if (seen === this.seen) {
      return;
    }
    const before = this.step;
    this.step = step;
    this.seen = seen;
    this.title.textContent = `${number}. ${step.title}`;
    this.state.className = `state state-${step.state}`;
    this.state.textContent = stateName(step.state);
    if (this.typing && before && before.state === step.state) {
      this.alert.replaceChildren(this.tellChange(plan, number));
    } else {
      this.render(plan);
    }
    if (before && before.state !== step.state) {
      say(`${step.title}: ${stateName(step.state)}.`);
    }
  }

  focus() {
    this.title.focus();
  }

  tellChange(plan, number) {
    const again = () => {
      this.typing = false;
      this.seen = undefined;
      this.show(this.step, number, plan);
    };
    return element(
      "div",
      { class: "alert" },
      element("p", {}, "This step has changed since you began to type."),
      element("button", { type: "button", onclick: again }, "Show it as it is now, and drop what I typed"),
    );
  }

  render(plan) {
    this.typing = false;
    this.alert.replaceChildren();
    const parts = [this.waits(this.step, plan), this.problems()].map((text) => (text ? element("div", {}, text) : null));
    const detail = [this.instructions(), ...valuesOf(this.step), this.sheet(), this.form()];
    const open = this.step.state !== "blocked" && this.step.state !== "waiting" && !isFinished(this.step);
    const rest = open
      ? detail
      : [element("details", {}, element("summary", {}, isFinished(this.step) ? "Look again, or change it" : "Look ahead"), detail)];
    this.body.replaceChildren(...[...parts, ...rest].flat().filter(Boolean));
  }

  /** In words, because a person wants to know whom to ask. */
  waits(step, plan) {
    if (step.state === "waiting" && step.waitingFor) {
      const since = step.waitingFor.since ? ` since ${new Date(step.waitingFor.since).toLocaleString()}` : "";
      return `Waits for the ${roleName(step.waitingFor.adminRole)}${since}.`;
    }
    const names = step.blockedBy.map((id) => {
      const other = plan.steps.find((one) => one.id === id);
      const whose = other?.adminRole === step.adminRole ? "your own step" : roleName(other?.adminRole);
      return other ? `${other.title} (${whose}: ${stateName(other.state).toLowerCase()})` : id;
    });
    return names.length > 0 ? `Needs first: ${names.join("; ")}.` : null;
  }

  problems() {
    return this.step.problems.length > 0
      ? element("ul", { class: "alert" }, this.step.problems.map((text) => element("li", {}, text)))
      : null;
  }

  instructions() {
    return this.step.instructions.length > 0
      ? element("ol", {}, this.step.instructions.map((text) => element("li", {}, text)))
      : null;
  }

  sheet() {
    if (this.step.id !== "complete-integration" || this.step.state === "blocked") {
      return null;
    }
    const place = element("div", {}, element("p", { class: "quiet" }, "Reading the completion sheet ..."));
    sheetOf(this.work).then(
      (sheet) => place.replaceChildren(sheet),
      (refusal) => place.replaceChildren(element("p", { class: "error" }, refusal.message)),
    );
    return place;
  }

  form() {
    if (this.step.state === "blocked" || this.step.state === "waiting") {
      return null;
    }
    this.fields = new StepForm(this.step);
    this.button = element("button", { class: "main" }, CHECKS.has(this.step.id) ? "Check now" : "Save");
    const skip = this.step.optional
      ? element("button", { type: "button", onclick: () => this.send({ skip: true }) }, "Skip this step")
      : null;
    const form = element("form", { novalidate: true }, this.fields.elements, element("p", { class: "row" }, this.button, skip));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send({ answers: this.fields.answers() });
    });
    return form;
  }

  async send(body) {
    this.button.disabled = true;
    this.alert.replaceChildren();
    this.fields.showErrors([]);
    say(`${this.step.title}: checking ...`);
    try {
      const answer = await this.work.answer(this.step, body);
      this.typing = false;
      this.seen = undefined;
      say(answer.status === 202 ? "The check goes on. This page looks for its end by itself." : `${this.step.title}: saved.`);
      await this.changed();
      this.focus();
    } catch (refusal) {
      this.refused(refusal);
    } finally {
      this.button.disabled = false;
    }
  }

  refused(refusal) {
    const problem = refusal.problem ?? {};
    if (refusal.ended) {
      this.changed();
      return;
    }
    say("");
    const errors = problem.errors ?? [];
    const left = this.fields.showErrors(errors);
    const remedy = problem.remedy;
    const beside = errors.length > left.length;
    const detail = beside ? "Nothing was stored. See the marked fields." : refusal.message;
    this.alert.replaceChildren(
      element(
        "div",
        { class: "alert" },
        element("p", {}, refusal.problem ? detail : "SupportLink cannot be reached. Nothing was stored; try again."),
        left.map((error) => element("p", {}, `${error.field}: ${error.message}`)),
        remedy ? element("p", {}, `To do, ${roleName(remedy.adminRole)}: ${remedy.text} `, more(remedy)) : null,
      ),
    );
    if (refusal.status === 412 || refusal.status === 409) {
      this.changed();
    }
  }
}

function more(remedy) {
  return remedy.link ? link("More", remedy.link) : null;
}
