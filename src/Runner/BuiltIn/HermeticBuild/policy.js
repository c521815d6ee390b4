/// <reference path="../../../../policies/types/gates.d.ts" />
// Says what makes a build depend on the day and the place it runs. The severity of each rule can be set in `rules`.

var SEVERITIES = {
  "download-and-execute": "error",
  "unreadable": "error",
  "docker-build-network": "warning",
  "ignored-lock": "warning",
  "missing-lock": "warning",
  "not-read": "warning",
  "remote-add": "warning",
  "unchecked-download": "warning",
  "unpinned-action": "warning",
  "unpinned-clone": "warning",
  "unpinned-install": "warning",
  "unpinned-requirements": "warning",
  "unpinned-toolchain": "warning",
  "docker-build-pull": "note",
  "floating-runner": "note",
  "missing-library-lock": "note",
  "network-step": "note",
  "requirements-without-hashes": "note",
  "unpinned-image": "note",
  "unpinned-system-package": "note"
};

function judge(evidence, settings, report) {
  var rules = settings.rules || {};

  function say(rule, message, where, milder) {
    var severity = rules[rule] || (milder ? MILDER[SEVERITIES[rule]] : SEVERITIES[rule]);
    if (severity !== "off") {
      where.identity = name(where.identity);
      report[severity](rule, clip(message, 4000), where);
    }
  }

  evidence.unread.forEach(function (file) { judgeUnread(file, say); });
  evidence.actions.forEach(function (action) { judgeAction(action, say); });
  evidence.toolchains.forEach(function (toolchain) { judgeToolchain(toolchain, say); });
  evidence.runners.forEach(function (runner) { judgeRunner(runner, say); });
  evidence.images.forEach(function (image) { judgeImage(image, say); });
  evidence.adds.forEach(function (add) { judgeAdd(add, say); });
  evidence.commands.forEach(function (command) { judgeCommand(command, say); });
  judgeNetworkSteps(evidence.commands, rules, say);
  judgeLocks(evidence.locks, say);
  evidence.requirements.forEach(function (file) { judgeRequirements(file, say); });
  countWhatHolds(evidence, report);
}

// One step down: for Makefiles and scripts, which do much that is no part of the build, and for versions that a matrix tests on purpose.
var MILDER = { "error": "warning", "warning": "note", "note": "note" };

function judgeUnread(file, say) {
  var isBuild = file.kind === "workflow" || file.kind === "action" || file.kind === "dockerfile";
  say(isBuild ? "unreadable" : "not-read", at(file) + " could not be looked at: " + file.reason
    + ". Mend the file, or list it under `exclude` if no build uses it.", place(file, "file"));
}

function judgeAction(action, say) {
  if (action.pin === "commit" || action.trusted) {
    return;
  }

  var why = {
    "version": " is a tag that its owner can move.",
    "name": " is a branch or a tag, and its owner can move both.",
    "short-commit": " names a commit by a part of its id, which a branch or tag can be called too.",
    "none": " names no version at all."
  }[action.pin];
  say("unpinned-action", action.uses + " (" + at(action) + ")" + why + " Pin the commit: `" + action.name + "@<40-hex sha>"
    + (action.pin === "version" || action.pin === "name" ? " # " + action.ref : "") + "`.", place(action, action.uses));
}

function judgeToolchain(setup, say) {
  var file = setup.fileInput ? ", or keep it in a file and give that to `" + setup.fileInput + "`" : "";
  var what = setup.action + " (" + at(setup) + ")";
  if (setup.state === "open") {
    say("unpinned-toolchain", what + " asks for " + setup.input + " " + list(setup.open.map(quote)) + ", which " + (setup.open.length === 1 ? "moves" : "move") + " on with each release. "
      + "Name one whole version, for example `" + setup.input + ": " + setup.example + "`" + file + ".", place(setup, setup.action + " " + setup.open.join(" ")), setup.choices);
  } else if (setup.state === "absent") {
    say("unpinned-toolchain", what + " is given no " + setup.input + ", so the job takes whatever the action or the runner brings that day. "
      + "Name one, for example `" + setup.input + ": " + setup.example + "`" + file + ".", place(setup, setup.action));
  }
}

function judgeRunner(runner, say) {
  var fixed = { "ubuntu-latest": "ubuntu-24.04", "windows-latest": "windows-2025", "macos-latest": "macos-15" }[runner.label.toLowerCase()];
  say("floating-runner", runner.label + " (" + at(runner) + ", " + (runner.jobs.length === 1 ? "job " : "jobs ") + list(runner.jobs)
    + ") becomes another system without a commit here. Name a version" + (fixed ? ", for example `runs-on: " + fixed + "`" : "") + ".",
    place(runner, runner.label));
}

function judgeImage(image, say) {
  if (!image.pinned) {
    say("unpinned-image", image.image + " (" + image.how + ", " + at(image) + ") has no digest, so what the build runs in can change without a commit here. "
      + "Pin it: `" + image.image.split("@")[0] + "@sha256:<digest>`.", place(image, image.how + " " + image.image));
  }
}

function judgeAdd(add, say) {
  if (add.pinned) {
    return;
  }

  say("remote-add", "ADD " + add.source + " (" + at(add) + ") " + (add.kind === "git"
    ? "takes whatever commit its branch or tag names that day. Name the commit: `ADD " + add.source + "#<40-hex commit>`."
    : "is not compared with anything, so whatever the server sends becomes part of the image. Fix what is expected: `ADD --checksum=sha256:<digest> "
      + add.source + "`."), place(add, add.source));
}

function judgeCommand(command, say) {
  var message = COMMANDS[command.problem];
  if (message) {
    say(command.problem, command.tool + message(command), place(command, command.tool + " " + command.subjects.join(" ")),
      command.where === "makefile" || command.where === "script");
  }
}

var COMMANDS = {
  "download-and-execute": function (command) {
    return " " + command.subjects[0] + " (" + at(command) + ") is run as it comes: whoever controls that server, or the way to it, controls the build. "
      + "Fetch a fixed version into a file, compare it with a checksum kept here (`echo \"<sha256>  <file>\" | sha256sum -c`), then run it.";
  },
  "unchecked-download": function (command) {
    return " " + command.subjects[0] + " (" + at(command) + ") is used without comparing it with anything. Add `echo \"<sha256>  <file>\" | sha256sum -c` after it in the same step"
      + (command.where === "dockerfile" ? ", or use `ADD --checksum=sha256:<digest> " + command.subjects[0] + "`." : ".");
  },
  "unpinned-install": function (command) {
    return " (" + at(command) + ") takes whatever version of " + list(command.subjects) + " is the newest that day. Name the version: `" + command.better + "`.";
  },
  "unpinned-system-package": function (command) {
    return " (" + at(command) + ") takes whatever version of " + list(command.subjects) + " the distribution has that day. "
      + "Name versions (`" + command.better + "`), use a dated snapshot of the distribution, or start from an image that has them.";
  },
  "unpinned-toolchain": function (command) {
    return " (" + at(command) + ") takes whatever " + quote(command.subjects[0]) + " is that day. Name the version: `" + command.better + "`.";
  },
  "unpinned-clone": function (command) {
    return " " + command.subjects[0] + " (" + at(command) + ") takes whatever its branch or tag names that day. Check out one commit in the same step: `git checkout <40-hex commit>`.";
  },
  "ignored-lock": function (command) {
    return " (" + at(command) + ") may resolve other versions than " + command.subjects[0] + " says. Use `" + command.better + "`.";
  },
  "docker-build-network": function (command) {
    return " (" + at(command) + ") lets the steps of the build use the network" + (command.subjects.length ? ", and `" + command.subjects[0] + "` fetches newer bases" : "")
      + ". " + (/\//.test(command.tool) ? "Set" : "Add") + " `" + command.better + "`, and bring what the steps need into the build context first.";
  },
  "docker-build-pull": function (command) {
    return " (" + at(command) + ") " + (command.subjects.length ? "fetches newer bases because of `" + command.subjects[0] + "`" : "does not say that it keeps to the bases the machine has")
      + ". " + (/\//.test(command.tool) ? "Set" : "Use") + " `" + command.better + "`.";
  }
};

// One note for each file, and only for Dockerfiles unless the rule is set: a workflow is expected to fetch.
function judgeNetworkSteps(commands, rules, say) {
  var files = [];
  var byPath = {};
  commands.forEach(function (command) {
    if (command.problem !== "network-step" || (command.where !== "dockerfile" && !rules["network-step"])) {
      return;
    }

    if (!byPath.hasOwnProperty(command.path)) {
      byPath[command.path] = [];
      files.push(command.path);
    }

    byPath[command.path].push(command);
  });

  files.forEach(function (path) {
    var steps = byPath[path];
    say("network-step", list(steps.map(function (step) { return step.tool + " (" + at(step) + ")"; })) + (steps.length === 1 ? " needs" : " need")
      + " the network while the image is built, also where a lock file or a checksum says what must come. "
      + "To build without one, fetch before the build and add `--network=none`.",
      { path: path, line: steps[0].line, identity: "network " + steps.map(function (step) { return step.tool + " " + step.subjects.join(" "); }).join("; ") });
  });
}

function judgeLocks(locks, say) {
  var projects = [];
  locks.forEach(function (lock) {
    if (lock.ecosystem === "nuget") {
      projects.push(lock);
      return;
    }

    say(lock.library ? "missing-library-lock" : "missing-lock", lock.path + " has dependencies, but there is no " + list(lock.locks, "or", lock.locks.length)
      + (lock.locks.length > 1 || lock.ecosystem === "cargo" ? " beside or above it" : " beside it")
      + (lock.library ? ", so its own tests build with other versions each day" : ", so each build resolves them anew")
      + ". Commit one: `" + lock.command + "` writes it.", { path: lock.path, line: 1, identity: lock.ecosystem });
  });

  [true, false].forEach(function (required) {
    var some = projects.filter(function (project) { return project.required === required; });
    if (some.length > 0) {
      say(required ? "missing-lock" : "missing-library-lock", list(some.map(function (project) { return project.path; })) + (some.length === 1 ? " has" : " have")
        + " no packages.lock.json, " + (required ? "though RestorePackagesWithLockFile asks for it" : "so each restore may bring other versions of indirect packages")
        + ". " + (required ? "" : "Set `<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>` and commit ")
        + (required ? "Commit what `dotnet restore` writes." : "what `dotnet restore` writes."), nugetPlace(some));
    }
  });
}

// Several projects have no one line; without it, all of the base is looked at for the same ones.
function nugetPlace(projects) {
  var where = { path: projects[0].path, identity: "nuget " + projects.map(function (project) { return project.path; }).join(" ") };
  if (projects.length === 1) {
    where.line = 1;
  }

  return where;
}

function judgeRequirements(file, say) {
  var where = place(file, "requirements " + file.open.join(" "));
  if (file.open.length > 0) {
    say("unpinned-requirements", at(file) + " leaves the version of " + list(file.open) + " open. Pin every package with `==`, best together with hashes: "
      + "`uv pip compile --generate-hashes` or `pip-compile --generate-hashes` writes both.", where);
  } else {
    say("requirements-without-hashes", file.path + " names versions but not hashes for " + (file.pinned - file.hashed) + " of " + file.pinned
      + " packages, so what an index serves under a version is taken on trust. `uv pip compile --generate-hashes` or `pip-compile --generate-hashes` writes them.", where);
  }
}

function countWhatHolds(evidence, report) {
  var pinned = evidence.actions.filter(function (action) { return action.pin === "commit"; }).length;
  var exact = evidence.toolchains.filter(function (setup) { return setup.state === "exact" || setup.state === "file"; }).length;
  if (pinned > 0) {
    report.pass("unpinned-action", pinned + (pinned === 1 ? " use of an action is" : " uses of actions are") + " pinned to a commit");
  }

  if (exact > 0) {
    report.pass("unpinned-toolchain", exact + (exact === 1 ? " toolchain names" : " toolchains name") + " one version");
  }

  report.metric("actions", evidence.actions.length);
  report.metric("actions-pinned", pinned);
}

function at(fact) {
  return fact.path + ":" + fact.line;
}

// The identity stays the same when the line moves.
function place(fact, identity) {
  return { path: fact.path, line: fact.line, identity: identity };
}

/** Texts of a judgement have a limit, and a file may hold anything. */
function clip(text, most) {
  return text.length > most ? text.slice(0, most) + "…" : text;
}

/** A long name stays short and still says which one it is: its end counts as well. */
function name(text) {
  return text.length > 1000 ? text.slice(0, 900) + "… " + text.length + " " + sum(text, 2166136261) + sum(text, 40389) : text;
}

/** FNV-1a, 32 bits. */
function sum(text, start) {
  var hash = start;
  for (var i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  }

  return (hash >>> 0).toString(16);
}

function quote(text) {
  return "\"" + text + "\"";
}

/** `a`, `a and b`, `a, b and c`, `a, b, c and 4 more`. */
function list(items, word, most) {
  var shown = items.slice(0, most || 4);
  var rest = items.length - shown.length;
  if (rest > 0) {
    return shown.join(", ") + " and " + rest + " more";
  }

  return shown.length < 2 ? shown.join("") : shown.slice(0, -1).join(", ") + " " + (word || "and") + " " + shown[shown.length - 1];
}
