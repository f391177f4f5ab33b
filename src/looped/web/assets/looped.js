// Saves a return as typed. Only what the server acknowledged is called saved; nothing is kept in the browser.
(() => {
  "use strict";
  // Without script this button opens a new tab, so that nothing typed goes.
  for (const risk of document.querySelectorAll("form[data-risk]")) risk.removeAttribute("target");
  const cookie = (name) => document.cookie.split("; ").find((each) => each.startsWith(name + "="))?.slice(name.length + 1) ?? "";
  // A page that holds what was sent goes out with this browser's secret as it is after somebody signed in elsewhere.
  for (const held of document.querySelectorAll("form[data-fresh]")) {
    held.addEventListener("submit", () => { held.elements.csrfmiddlewaretoken.value = cookie(held.dataset.fresh); });
  }
  const form = document.querySelector("form[data-save]");
  if (!form) return;

  const PAUSE = 800, LONGEST_WAIT = 30000, PATIENCE = 15000, KEPT_ALIVE = 60000;
  const line = document.querySelector("[data-line]"), told = document.querySelector("[data-told]");
  const text = (name) => form.elements.namedItem(name).value;
  // By field. sent: texts without an answer yet; against: another tab's text stands against it.
  const fields = new Map();
  for (const version of form.querySelectorAll("input[name^='version.']")) {
    const name = version.name.slice(8);
    fields.set(name, { version, saved: text(name), sent: [], against: !!form.querySelector(`[data-conflict="${name}"]`) });
  }
  let timer, busy, tries = 0, state = "", leaving = false, last = clock(new Date());

  const unsaved = () => [...fields].filter(([name, each]) => !each.against && text(name) !== each.saved).map(([name]) => name);
  const open = () => [...fields.values()].some((each) => each.against);
  const failing = () => state === "lost" || state === "out" || state === "late";

  function clock(moment) {
    const parts = { hour: "numeric", minute: "2-digit", second: "2-digit", hour12: true, timeZone: "Europe/London" };
    return moment.toLocaleTimeString("en-GB", parts).replace(/\s/g, "");
  }

  function token() {
    return cookie(form.dataset.csrf);
  }

  // Screen readers are told of changes, not of each save.
  function say(now, words, tell) {
    line.textContent = words;
    line.parentElement.dataset.saving = now;
    if (tell || (now !== state && (failing() || now === "lost" || now === "out" || now === "late"))) told.textContent = words;
    state = now;
  }

  function settled() {
    tries = 0;
    if (unsaved().length) return say("waits", "Not saved yet");
    say("saved", `Saved at ${last}` + (open() ? ", except where another tab saved another text: choose beside it" : ""));
  }

  function failed(now, words) {
    say(now, `${words} Nothing has been saved since ${last}; keep this page open. `);
    if (now === "out") line.append(signIn(), " Saving then goes on by itself.");
    later(Math.min(LONGEST_WAIT, 1000 * 2 ** ++tries));
  }

  function signIn() {
    const shown = { className: "govuk-link", href: form.dataset.signIn, target: "_blank", rel: "noopener" };
    return make("a", "Sign in again (opens in a new tab).", shown);
  }

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  function save() {
    clearTimeout(timer);
    const names = unsaved();
    if (busy || !names.length || state === "late") return busy;
    busy = post(Object.fromEntries(names.map((name) => [name, text(name)]))).finally(() => {
      busy = undefined;
      if (unsaved().length && !failing()) later(PAUSE);
    });
    return busy;
  }

  async function post(asked) {
    try {
      const answer = await send(asked, 0);
      if (answer.ok) return took(asked, await answer.json());
      const { what } = await answer.json().catch(() => ({}));
      // 0: led to the sign-in; 403: a token from before the last one.
      if ([401, 403, 0].includes(answer.status)) return failed("out", what ?? "You are signed out.");
      if (answer.status !== 409 && answer.status !== 404) return failed("lost", "The service doesn’t answer. Trying again.");
      say("late", `${what ?? "This return is no longer yours to write."} What you typed since ${last} is not saved.`);
    } catch {
      failed("lost", "The connection is lost. Trying again.");
    }
  }

  // ahead: 1 on the way out, while a save is under way.
  function send(asked, ahead) {
    const body = new URLSearchParams({ writer: form.elements.writer.value });
    for (const name in asked) {
      const each = fields.get(name);
      body.set(name, asked[name]);
      body.set("version." + name, +each.version.value + (each.sent.length ? ahead : 0));
      each.sent.push(asked[name]);
    }
    const headers = { "X-CSRFToken": token(), Accept: "application/json" };
    const keepalive = String(body).length < KEPT_ALIVE, signal = AbortSignal.timeout(PATIENCE);
    return fetch(form.dataset.save, { method: "POST", body, headers, keepalive, signal, redirect: "manual" });
  }

  function took(asked, answer) {
    let more = false;
    for (const name in asked) {
      const each = fields.get(name), other = answer.conflicts[name];
      const ours = !other || each.sent.includes(other.theirs) || text(name) === other.theirs;
      // Until somebody chose, the version stays: a button pressed meanwhile overwrites nothing.
      if (ours) each.version.value = answer.versions[name];
      each.saved = other ? other.theirs : asked[name];
      // One of ours whose answer was lost looks like another tab's.
      if (!ours) more = disagree(name, each, other);
      each.sent = each.sent.slice(each.sent.indexOf(asked[name]) + 1);
    }
    last = clock(new Date(answer.saved_at));
    settled();
    if (more) told.textContent = "Another tab saved another text. Choose beside the field which one to keep.";
  }

  function make(kind, words, more) {
    return Object.assign(document.createElement(kind), { textContent: words }, more);
  }

  function disagree(name, each, { theirs, version }) {
    const box = make("div", "", { className: "looped-conflict" });
    const choice = (words, does) => {
      const button = make("button", words, { type: "button", className: "govuk-button govuk-button--secondary" });
      button.addEventListener("click", () => {
        does();
        each.version.value = version;
        each.against = false;
        box.remove();
        document.getElementById(name).focus();
        settled();
        save();
      });
      return button;
    };
    const radio = form.querySelector(`input[type=radio][name="${name}"][value="${CSS.escape(theirs)}"]`);
    box.append(make("p", "Another tab saved this meanwhile:", { className: "govuk-body govuk-!-font-weight-bold" }));
    box.append(make("p", (radio ? radio.labels[0].textContent : theirs) || "(nothing)", { className: "looped-theirs" }));
    box.append(choice("Use this", () => (form.elements.namedItem(name).value = theirs)), choice("Keep mine", () => {}));
    const beside = document.getElementById(name);
    (beside.closest(".govuk-radios") ?? beside).before(box);
    return (each.against = true);
  }

  async function flush() {
    do await save(); while (unsaved().length && !failing());
    await busy;
  }

  form.addEventListener("input", () => {
    if (failing() || !unsaved().length) return;
    say("waits", "Not saved yet");
    later(PAUSE);
  });
  for (const event of ["change", "focusout"]) form.addEventListener(event, () => save());
  for (const event of ["online", "focus"]) addEventListener(event, () => save());
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("pagehide", part);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && part());

  function part() {
    const names = unsaved();
    if (!busy) save();
    else if (names.length) send(Object.fromEntries(names.map((name) => [name, text(name)])), 1).catch(() => {});
  }

  addEventListener("beforeunload", (event) => {
    if (!leaving && (open() || (failing() && unsaved().length))) event.preventDefault();
  });

  // Leaving waits until all is saved; where it can't be, the page stays.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.target || link.hash || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!unsaved().length && !busy) return;
    event.preventDefault();
    await flush();
    location.href = link.href;
  });
  document.addEventListener("submit", async (event) => {
    const sent = event.target;
    if (leaving || "risk" in sent.dataset) return save();
    if (!busy && !unsaved().length) return;
    event.preventDefault();
    await flush();
    if (unsaved().length && state !== "late") return;
    leaving = true;
    // Until this event is over the form takes no other.
    setTimeout(() => sent.requestSubmit(event.submitter));
  });
})();
