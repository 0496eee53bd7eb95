// What a script can add and no page needs: the size of print is remembered, and a long list can be filtered.
(function () {
  "use strict";
  var root = document.documentElement;
  function stored(value) {
    try {
      if (value !== undefined) localStorage.setItem("print", value);
      return localStorage.getItem("print");
    } catch (refused) {
      return null; // no storage: the page at hand is still enlarged
    }
  }
  if (stored() === "large") root.classList.add("large");
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-large-print], a[data-normal-print]");
    if (!link) return;
    var large = link.hasAttribute("data-large-print");
    root.classList.toggle("large", large);
    stored(large ? "large" : "normal");
  });
  document.querySelectorAll("table[data-filter]").forEach(function (table) {
    var label = document.createElement("label");
    var input = document.createElement("input");
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    label.className = "filter";
    label.textContent = table.getAttribute("data-filter");
    input.type = "search";
    label.appendChild(input);
    table.parentNode.insertBefore(label, table);
    input.addEventListener("input", function () {
      var wanted = input.value.trim().toLowerCase();
      rows.forEach(function (row) {
        row.hidden = row.textContent.toLowerCase().indexOf(wanted) < 0;
      });
    });
  });
})();
