let lastId = 0;

/** An id that nothing else on the page has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** A new element. Texts become text, never markup; attributes that are null or false are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith("on")) {
      made.addEventListener(attribute.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(attribute, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** A link to another site, or its plain text when it is no web address. */
export function link(title, address) {
  return /^https?:\/\//.test(address)
    ? element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, `${title} (new tab)`)
    : element("span", {}, `${title}: ${address}`);
}

const messageBox = document.getElementById("message");

/** Says something to everybody, also to who cannot see the page; not again what was said last. */
export function say(text) {
  if (messageBox.textContent !== text) {
    messageBox.textContent = text;
  }
}

/** A button that copies a text; what names the text for who hears the button only. */
export function copyButton(text, what) {
  const button = element("button", { type: "button", class: "copy", "aria-label": `Copy ${what}` }, "Copy");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
      say(`${what} copied.`);
    } catch {
      say(`This browser does not let the page copy. Select ${what} and copy it yourself.`);
    }
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2000);
  });
  return button;
}

const KNOWN = { id: "ID", ids: "IDs", url: "URL", urls: "URLs", rest: "REST", oidc: "OIDC", oauth: "OAuth", json: "JSON", api: "API" };

/** camelCase as words for people: {@code clientId} is "Client ID". */
export function words(name) {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[\s_-]+/)
    .map((part) => KNOWN[part.toLowerCase()] ?? part.toLowerCase());
  const text = parts.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const ROLES = {
  "entra-admin": "Entra admin",
  "servicenow-admin": "ServiceNow admin",
  "m365-admin": "Microsoft 365 tenant admin",
  administrator: "administrator",
};

export function roleName(role) {
  return ROLES[role] ?? role;
}
