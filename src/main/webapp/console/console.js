const form = document.getElementById("sign-in");
const message = document.getElementById("message");
const table = document.getElementById("connections");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const data = new FormData(form);
  message.textContent = "Reading the connections ...";
  table.hidden = true;
  try {
    const connections = await allConnections(basic(data.get("name"), data.get("password")));
    show(connections);
  } catch (failure) {
    message.textContent = failure.message;
  }
});

/** UTF-8, as the server announces in its challenge. */
function basic(name, password) {
  const bytes = new TextEncoder().encode(`${name}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

async function allConnections(authorization) {
  const found = [];
  let cursor = null;
  do {
    const page = await onePage(authorization, cursor);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

async function onePage(authorization, cursor) {
  const query = cursor ? `?limit=200&cursor=${encodeURIComponent(cursor)}` : "?limit=200";
  const answer = await fetch(`/admin/v1/connections${query}`, {
    headers: { Accept: "application/json", Authorization: authorization },
    credentials: "omit",
    cache: "no-store",
  });
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(`${body.title}: ${body.detail}`);
  }
  return body;
}

function show(connections) {
  const rows = connections.map((one) =>
    row([one.name, one.tenantDomain, one.instanceUrl ?? "none", one.setupState, one.health]),
  );
  table.tBodies[0].replaceChildren(...rows);
  table.hidden = connections.length === 0;
  message.textContent = connections.length === 0 ? "There is no connection you have a role on." : "";
}

function row(texts) {
  const line = document.createElement("tr");
  for (const text of texts) {
    line.insertCell().textContent = text;
  }
  return line;
}
