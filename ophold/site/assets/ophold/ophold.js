/* Wakes dkfds, tells what htmx changed, and never fails silently. No text here: it stands in the page, translated. */
(function () {
  "use strict";

  function announce(text) {
    var announcer = document.getElementById("announcer");
    announcer.textContent = "";
    window.setTimeout(function () { announcer.textContent = text; }, 50);
  }

  function showFailure() {
    var box = document.getElementById("request-failed");
    box.hidden = true; // shown anew, so that a screen reader says it again
    window.setTimeout(function () {
      box.hidden = false;
      box.scrollIntoView({ block: "nearest" });
    }, 50);
  }

  function hideFailure() {
    document.getElementById("request-failed").hidden = true;
  }

  function afterSwap(event) {
    var changed = event.detail.elt;
    window.DKFDS.init({ scope: changed });
    var said = changed.matches("[data-announce]") ? changed : changed.querySelector("[data-announce]");
    if (said) {
      announce(said.dataset.announce);
    }
  }

  window.DKFDS.init();
  ["htmx:responseError", "htmx:sendError", "htmx:timeout"].forEach(function (name) {
    document.body.addEventListener(name, showFailure);
  });
  document.body.addEventListener("htmx:beforeRequest", hideFailure);
  document.body.addEventListener("htmx:afterSettle", afterSwap);

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) {
      window.print();
    }
  });
})();
