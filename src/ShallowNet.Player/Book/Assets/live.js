(function () {
  "use strict";
  var note = document.createElement("p"), events = new EventSource("/live");
  note.className = "live";
  note.setAttribute("role", "status");
  document.body.append(note);
  events.addEventListener("state", function (e) { note.textContent = e.data; });
  events.addEventListener("reload", function () { location.reload(); });
})();
