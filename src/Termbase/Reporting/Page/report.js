(function () {
  "use strict";
  var form = document.getElementById("filters");
  var shown = document.getElementById("shown");
  var none = document.querySelector(".none");
  var sections = Array.from(document.querySelectorAll("main section"));
  var items = Array.from(document.querySelectorAll("main article")).map(function (node) {
    return { node: node, file: node.parentNode.dataset.file, text: node.textContent.toLowerCase() };
  });

  function read() {
    var hash = new URLSearchParams(location.hash.slice(1));
    form.rule.value = hash.get("rule") || "";
    form.file.value = hash.get("file") || "";
    form.q.value = hash.get("q") || "";
    var levels = hash.get("sev");
    form.querySelectorAll("[name=sev]").forEach(function (box) {
      box.checked = levels === null || levels.split(",").indexOf(box.value) >= 0;
    });
  }

  function apply() {
    var levels = Array.from(form.querySelectorAll("[name=sev]:checked")).map(function (box) { return box.value; });
    var words = form.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    items.forEach(function (item) {
      var fits = levels.indexOf(item.node.dataset.sev) >= 0
        && (!form.rule.value || item.node.dataset.rule === form.rule.value)
        && (!form.file.value || item.file === form.file.value)
        && words.every(function (word) { return item.text.indexOf(word) >= 0; });
      item.node.hidden = !fits;
      count += fits ? 1 : 0;
    });
    sections.forEach(function (section) {
      section.hidden = !section.querySelector("article:not([hidden])");
    });
    if (items.length) { none.hidden = count > 0; }
    shown.textContent = count + " of " + items.length;
    return levels;
  }

  function write() {
    var levels = apply();
    var hash = new URLSearchParams();
    if (levels.length < 3) { hash.set("sev", levels.join(",")); }
    ["rule", "file", "q"].forEach(function (name) {
      if (form[name].value) { hash.set(name, form[name].value); }
    });
    history.replaceState(null, "", "#" + hash.toString());
  }

  form.addEventListener("input", write);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(write); });
  window.addEventListener("hashchange", function () { read(); apply(); });
  read();
  apply();
})();
