// Optional: everything works without it. Marks the words of the statement that the address or the pointer is at.
"use strict";
(function () {
  var body = document.querySelector(".body");
  if (!body) return;
  function mark(name, number, on) {
    body.querySelectorAll(".m").forEach(function (run) {
      if ((" " + run.dataset.s + " ").indexOf(" " + number + " ") >= 0) run.classList.toggle(name, on);
    });
  }
  var at = null;
  function follow() {
    if (at) mark("chosen", at, false);
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    at = target && target.dataset.n ? target.dataset.n : null;
    if (at) mark("chosen", at, true);
  }
  document.querySelectorAll(".notes li").forEach(function (note) {
    ["mouseenter", "focusin"].forEach(function (type) {
      note.addEventListener(type, function () { mark("near", note.dataset.n, true); });
    });
    ["mouseleave", "focusout"].forEach(function (type) {
      note.addEventListener(type, function () { mark("near", note.dataset.n, false); });
    });
  });
  window.addEventListener("hashchange", follow);
  follow();
})();
