/* Wakes dkfds, tells what htmx changed, and never fails silently. No text here: it stands in the page, translated. */
(function () {
  "use strict";

  function announce(text) {
    var announcer = document.getElementById("announcer");
    announcer.textContent = "";
    window.setTimeout(function () { announcer.textContent = text; }, 50);
  }

  var failed = document.getElementById("request-failed");

  function hideFailure() { failed.hidden = true; }

  function showFailure() {
    hideFailure(); // shown anew, so that a screen reader says it again
    window.setTimeout(function () {
      failed.hidden = false;
      failed.scrollIntoView({ block: "nearest" });
    }, 50);
  }

  function afterSwap(event) {
    var changed = event.detail.elt;
    window.DKFDS.init({ scope: changed });
    var said = changed.matches("[data-announce]") ? changed : changed.querySelector("[data-announce]");
    if (said) { announce(said.dataset.announce); }
  }

  /* What was typed survives a session that ended: kept in this tab from submit to the next page, and longer only if
     that page asks for sign-in. Never passwords, hidden fields or CPR numbers. */
  var kept = window.sessionStorage;

  function controls(form) {
    return Array.from(form.querySelectorAll("input:not([type=hidden], [type=password], [type=file]), textarea, select"))
      .filter(function (each) { return each.name && each.autocomplete !== "off" && !/cpr/.test(each.name); });
  }

  function keep(form) {
    var typed = controls(form).map(function (each) { return [each.name, each.value, each.checked === true]; });
    kept.setItem("typed", JSON.stringify({ path: location.pathname, typed: typed }));
  }

  function putBack(typed) {
    controls(document.querySelector("main")).forEach(function (each) {
      var one = typed.find(function (row) {
        return row[0] === each.name && (!/radio|checkbox/.test(each.type) || row[1] === each.value);
      });
      if (one && /radio|checkbox/.test(each.type)) {
        each.checked = one[2];
      } else if (one) {
        each.value = one[1];
      }
    });
    document.getElementById("typed-again").hidden = false;
  }

  function takeUpTyped() {
    var left = JSON.parse(kept.getItem("typed") || "null");
    if (left && document.querySelector("[data-sign-in]")) { return kept.setItem("signed-out", "1"); }
    if (left && kept.getItem("signed-out") && left.path === location.pathname) { putBack(left.typed); }
    kept.clear();
  }

  document.addEventListener("submit", function (event) {
    if (event.target.matches("main form[method=post]:not([data-unkept])") && !document.querySelector("[data-sign-in]")) { keep(event.target); }
  });

  window.DKFDS.init();
  takeUpTyped();
  ["htmx:responseError", "htmx:sendError", "htmx:timeout"].forEach(function (name) {
    document.body.addEventListener(name, showFailure);
  });
  document.body.addEventListener("htmx:beforeRequest", hideFailure);
  document.body.addEventListener("htmx:afterSettle", afterSwap);

  /* Ten minutes before the session ends the page says so; one press prolongs it, and the page stays as it is. */
  var ending = document.getElementById("session-ends");
  function warn() {
    var left = new Date(ending.dataset.ends) - Date.now();
    ending.hidden = left < 0 || left > 600000;
  }
  if (ending) {
    var form = ending.querySelector("form");
    warn();
    window.setInterval(warn, 5000);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      fetch(form.action, { method: "POST", body: new FormData(form) })
        .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : Promise.reject(answer.status); })
        .then(function (until) { ending.dataset.ends = until; warn(); form.hidden = !ending.hidden; })
        .catch(showFailure);
    });
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) { window.print(); }
  });
})();
