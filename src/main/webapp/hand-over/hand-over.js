import { currentSession, leave, Refusal, trade, Work } from "./api.js";
import { element, roleName, say } from "./element.js";
import { isFinished, StepCard, stateName } from "./step.js";

const EVERY = 15_000;
const notice = document.getElementById("notice");
const workPlace = document.getElementById("work");
const stepPlace = document.getElementById("steps");

/** Kept for as long as the page is open, so that it can say why a session ended; the address has forgotten it. */
let token = null;
let session = null;
let work = null;
let cards = new Map();
let timer = null;

/** The token leaves the address before anything else happens: no history, no bookmark and no shoulder keeps it. */
function takeToken() {
  const found = location.hash.slice(1);
  if (found === "" || document.getElementById(found)) {
    return false;
  }
  history.replaceState(null, "", location.pathname);
  token = found;
  return true;
}

async function begin() {
  clearTimeout(timer);
  notice.hidden = true;
  workPlace.hidden = true;
  say("Opening your link ...");
  try {
    session = token ? await trade(token) : await currentSession();
    work = new Work(session.connectionId);
    cards = new Map();
    stepPlace.replaceChildren();
    greet();
    await refresh();
  } catch (failure) {
    explain(failure);
  }
}

function greet() {
  const role = roleName(session.adminRole);
  document.getElementById("greeting").textContent = `Connection ${session.connectionName}: your steps as ${role}.`;
  document.getElementById("expiry").textContent =
    `Your link is good until ${new Date(session.expiresAt).toLocaleString()}, in this browser only.`;
  document.title = `Your steps as ${role} - SupportLink`;
  say("");
}

async function refresh() {
  clearTimeout(timer);
  try {
    show(await work.plan());
    timer = setTimeout(refresh, EVERY);
  } catch (failure) {
    if (failure instanceof Refusal) {
      await ended(failure);
    } else {
      say("SupportLink cannot be reached at the moment. This page tries again by itself.");
      timer = setTimeout(refresh, EVERY);
    }
  }
}

/** The link itself knows best why its session is over. Another link of this browser may have taken its place, too. */
async function ended(failure) {
  try {
    const now = token ? await trade(token) : await currentSession();
    if (now.handOver === session.handOver) {
      timer = setTimeout(refresh, EVERY);
    } else {
      tell("Another link was opened in this browser", "Only one can be worked on at a time. Open your link again to go on here.");
    }
  } catch (reason) {
    explain(reason instanceof Refusal ? reason : failure);
  }
}

function show(plan) {
  const own = plan.steps.filter((step) => step.adminRole === session.adminRole);
  own.forEach((step, index) => cardOf(step).show(step, index + 1, plan));
  for (const [id, card] of cards) {
    if (!own.some((step) => step.id === id)) {
      card.element.remove();
      cards.delete(id);
    }
  }
  showOthers(plan.steps.filter((step) => step.adminRole !== session.adminRole));
  document.getElementById("finished").hidden = !own.every(isFinished);
  workPlace.hidden = false;
}

function cardOf(step) {
  let card = cards.get(step.id);
  if (!card) {
    card = new StepCard(work, refresh);
    cards.set(step.id, card);
    stepPlace.append(card.element);
  }
  return card;
}

function showOthers(steps) {
  const left = steps.filter((step) => !isFinished(step));
  document.getElementById("before").hidden = left.length === 0;
  document
    .getElementById("before-list")
    .replaceChildren(
      ...left.map((step) => element("li", {}, `${step.title} (${roleName(step.adminRole)}): ${stateName(step.state).toLowerCase()}`)),
    );
}

const REASONS = {
  "unknown-link": "This link is not known",
  revoked: "This link has been revoked",
  expired: "This link has expired",
  "other-browser": "This link belongs to another browser",
};

function explain(failure) {
  say("");
  if (!(failure instanceof Refusal)) {
    tell("SupportLink cannot be reached", "Check your connection, then try again.", begin);
  } else if (failure.problem.reason) {
    tell(REASONS[failure.problem.reason] ?? "This link does not work", failure.message);
  } else if (failure.ended) {
    tell("Open your link", "This page shows your steps once you open it by the link that you were given. If you did so before,"
      + " the link may have expired or been revoked.");
  } else {
    tell("This did not work", failure.message, begin);
  }
}

function tell(title, text, again) {
  clearTimeout(timer);
  workPlace.hidden = true;
  notice.replaceChildren(
    element("h2", { tabindex: "-1" }, title),
    element("p", {}, text),
    ...(again ? [element("button", { type: "button", onclick: again }, "Try again")] : []),
  );
  notice.hidden = false;
}

/** Other tabs must not come back by the token that they still hold. */
const tabs = new BroadcastChannel("hand-over");
tabs.addEventListener("message", () => goOut());

function goOut() {
  token = null;
  say("");
  tell("You have left", "This browser is signed out. You may open your link again here as long as it is good.");
}

document.getElementById("leave").addEventListener("click", async () => {
  try {
    await leave();
    tabs.postMessage("left");
    goOut();
  } catch (failure) {
    explain(failure);
  }
});

addEventListener("hashchange", () => {
  if (takeToken()) {
    begin();
  }
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") {
    clearTimeout(timer);
  } else if (work && !workPlace.hidden) {
    refresh();
  }
});

takeToken();
begin();
