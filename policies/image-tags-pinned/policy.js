/// <reference path="../types/gates.d.ts" />
// Which image runs must be written in the repository, not decided by whoever pushed last.

function judge(evidence, settings, report) {
  var documents = (evidence.yaml || []).concat(evidence.json || []);
  var pinned = 0;

  documents.forEach(function (doc) {
    imagesOf(doc).forEach(function (node) {
      if (!isExempt(node.value, settings.exempt)) {
        pinned += judgeImage(node, settings, report) ? 1 : 0;
      }
    });
  });

  if (pinned > 0) {
    report.pass("image-tags-pinned", pinned + (pinned === 1 ? " image names its version" : " images name their version"));
  }
}

/** The scalars that name an image: in Kubernetes every `image`, in a compose file those of services that are not built there. */
function imagesOf(doc) {
  var found = [];
  var root = doc.root;
  if (isText(root.get("apiVersion")) && isText(root.get("kind"))) {
    if (!/^(ConfigMap|Secret)$/.test(root.get("kind").value)) {
      found = doc.find("**.image").concat(doc.find("**.image.reference"));
    }
  } else {
    found = doc.find("services.*.image").filter(function (image) { return !image.parent.has("build"); });
  }

  return found.filter(isText);
}

function judgeImage(node, settings, report) {
  var written = short(node.value);
  var image = parse(withDefaults(node.value));
  var name = short(image.name);

  if (/^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/.test(image.digest)) {
    return true;
  }

  if (/\$/.test(image.digest || image.tag || image.name)) {
    report.warning("image-tag-unknown", written + " takes its version from a variable, so this file does not say which image runs. "
      + "Write the version here, or pin it where the variable is set and list the image under `exempt`.", node);
  } else if (image.digest) {
    report.error("image-digest-invalid", written + " is not pinned: a digest is sha256: and 64 lower-case hexadecimal digits.", node);
  } else if (!image.tag) {
    report.error("image-untagged", written + " has no tag, so it runs whatever \"latest\" is that day. "
      + "Write a version (" + name + ":<version>) or a digest (" + name + "@sha256:…).", node);
  } else if (matchesAny(settings["floating-tags"], image.tag)) {
    report.error("image-floating-tag", written + " can become another image without a commit: the tag " + short(image.tag) + " moves. "
      + "Write a version (" + name + ":<version>) or a digest (" + name + "@sha256:…).", node);
  } else if (settings["require-digest"]) {
    report.error("image-without-digest", written + " has no digest, so its tag can be moved to another image. "
      + "Write " + short(name + ":" + image.tag) + "@sha256:….", node);
  } else {
    return true;
  }

  return false;
}

/** `registry:5000/team/app:1.2@sha256:…` into name, tag and digest. */
function parse(reference) {
  var at = reference.indexOf("@");
  var name = at < 0 ? reference : reference.slice(0, at);
  var colon = name.indexOf(":", name.lastIndexOf("/") + 1);
  return {
    name: colon < 0 ? name : name.slice(0, colon),
    tag: colon < 0 ? "" : name.slice(colon + 1),
    digest: at < 0 ? "" : reference.slice(at + 1)
  };
}

/** Compose's `${TAG:-1.2}` becomes `1.2`; a variable without a default becomes `$`. */
function withDefaults(reference) {
  return reference
    .replace(/\$\{\w+:?-([^{}]*)\}/g, "$1")
    .replace(/\$\{[^{}]*\}|\$\([^()]*\)|\$\w+/g, "$$");
}

function isExempt(reference, globs) {
  return matchesAny(globs, reference) || matchesAny(globs, parse(withDefaults(reference)).name);
}

function matchesAny(globs, text) {
  return globs.some(function (glob) {
    var pattern = glob.replace(/[.+^${}()|\[\]\\?]/g, "\\$&").replace(/\*+/g, ".*");
    return new RegExp("^" + pattern + "$").test(text);
  });
}

/** Messages have a limit, and a file may hold anything. */
function short(text) {
  return text.length > 300 ? text.slice(0, 300) + "…" : text;
}

function isText(node) {
  return node !== undefined && typeof node.value === "string" && node.value !== "";
}
