// Runs before the page is painted: the theme the reader chose, and where figures find plotly.js.
(function () {
  "use strict";
  var root = document.documentElement, chosen = null;
  try { chosen = localStorage.getItem("shallownet-theme"); } catch (e) { /* storage is off: follow the system */ }
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  if (root.dataset.plotly) window.shallowNet = { plotlyUrl: root.dataset.plotly };
})();
