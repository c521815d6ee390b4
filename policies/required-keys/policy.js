/// <reference path="../types/gates.d.ts" />
// Structured files must say what others rely on: an owner label, a licence field, a schema version.

function judge(evidence, settings, report) {
  var documents = (evidence.yaml || []).concat(evidence.json || []);
  settings.require.forEach(function (requirement, index) {
    var chosen = documents.filter(function (doc) { return applies(requirement, doc); });
    var missing = chosen.reduce(function (count, doc) { return count + judgeDocument(doc, requirement.keys, report); }, 0);
    if (chosen.length === 0) {
      report.note("nothing-to-check", "No document is covered by require[" + index + "] (files " + requirement.files + "). "
        + "Check the glob, and that `facts` selects these files.");
    } else if (missing === 0) {
      report.pass("required-key", requirement.keys.join(", ") + " in " + chosen.length + (chosen.length === 1 ? " document" : " documents")
        + " of " + requirement.files);
    }
  });
}

function judgeDocument(doc, keys, report) {
  return keys.filter(function (key) {
    var found = doc.root.find(key);
    if (found.length === 0) {
      report.error("required-key", doc.path + " has no " + key + (doc.index > 0 ? " in its document " + (doc.index + 1) : "") + ". Add it.",
        at(nearest(doc.root, key), doc, key));
      return true;
    }

    var empty = found.filter(function (node) { return node.value === null || node.value === ""; });
    empty.forEach(function (node) {
      report.error("required-key-empty", short(node.pointer) + " in " + doc.path + " has no value. Give it one.", at(node, doc, short(node.pointer)));
    });
    return empty.length > 0;
  }).length;
}

/** The last node on the way to a key that does exist, so that the finding stands where the key belongs. */
function nearest(root, key) {
  var steps = key.match(/("[^"]*"|\[[^\]]*\]|[^."\[])+/g) || [];
  for (var length = steps.length - 1; length > 0; length--) {
    var node = root.get(steps.slice(0, length).join("."));
    if (node) {
      return node;
    }
  }

  return root;
}

/** Messages have a limit, and a file may hold anything. */
function short(text) {
  return text.length > 300 ? text.slice(0, 300) + "…" : text;
}

function at(node, doc, key) {
  return {
    path: doc.path,
    line: node.keyLine || node.line,
    column: node.keyColumn || node.column,
    identity: doc.index + ":" + key
  };
}

function applies(requirement, doc) {
  var when = requirement.when;
  return toRegExp(requirement.files).test(doc.path) && Object.keys(when).every(function (key) {
    var node = doc.root.get(key);
    return node !== undefined && String(node.value) === when[key];
  });
}

/** `*` within one folder, `**` over folders. */
function toRegExp(glob) {
  var pattern = glob.replace(/[.+^${}()|\[\]\\]/g, "\\$&").replace(/\*\*\/|\*\*|\*|\?/g, function (wild) {
    return { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" }[wild];
  });
  return new RegExp("^" + pattern + "$");
}
