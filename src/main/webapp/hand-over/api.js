/** An answer of the admin API that is not what was asked for, with the problem that it names. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `The server answered ${status}.`);
    this.status = status;
    this.problem = problem;
  }

  get ended() {
    return this.status === 401;
  }
}

/** Calls the admin API with the session's cookie. Throws Refusal, or TypeError when the server cannot be reached. */
export async function call(method, path, body, etag) {
  const headers = { Accept: "application/json" };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  if (etag) {
    headers["If-Match"] = etag;
  }
  const answer = await fetch(path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    credentials: "same-origin",
    cache: "no-store",
    redirect: "error",
  });
  const json = await bodyOf(answer);
  if (!answer.ok) {
    throw new Refusal(answer.status, json);
  }
  return { status: answer.status, json };
}

async function bodyOf(answer) {
  try {
    return answer.status === 204 ? {} : await answer.json();
  } catch {
    return {};
  }
}

const SESSIONS = "/admin/v1/hand-over-sessions";

export async function trade(token) {
  return (await call("POST", SESSIONS, { token })).json;
}

export async function currentSession() {
  return (await call("GET", `${SESSIONS}/current`)).json;
}

export async function leave() {
  await call("DELETE", `${SESSIONS}/current`);
}

/** What the holder of a hand-over may ask of its connection. */
export class Work {
  constructor(connectionId) {
    this.path = `/admin/v1/connections/${encodeURIComponent(connectionId)}`;
  }

  async plan() {
    return (await call("GET", `${this.path}/setup`)).json;
  }

  async answer(step, body) {
    return call("PUT", `${this.path}/setup/steps/${encodeURIComponent(step.id)}?wait=PT60S`, body, step.etag);
  }

  async sheet() {
    return (await call("GET", this.sheetPath)).json;
  }

  get sheetPath() {
    return `${this.path}/completion-sheet`;
  }

  async makeValue(name) {
    return (await call("POST", `${this.sheetPath}/values/${encodeURIComponent(name)}`)).json.value;
  }
}
