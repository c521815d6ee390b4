/// <reference path="../../../policies/types/gates.d.ts" />
// Says what is wrong with the waivers themselves. Nothing here blocks: a waiver that has expired no longer covers its findings, and those block.

var NOTICE = 14;

function judge(evidence, settings, report) {
  var active = 0;
  evidence.waivers.forEach(function (waiver) {
    var where = { path: evidence.path, line: waiver.line, identity: identityOf(waiver) };
    if (!waiver.gateIsKnown) {
      report.warning("unknown-gate", "A waiver names " + waiver.gate + ", which is not a gate of the configuration" +
        (waiver.suggestion ? "; did you mean " + waiver.suggestion + "?" : ".") + " It covers nothing.", where);
    } else if (waiver.expired) {
      report.warning("expired", "The waiver for " + subjectOf(waiver) + " expired on " + waiver.expires + " and no longer applies. " + (waiver.matches > 0
        ? "It would still cover " + count(waiver.matches) + ": mend " + (waiver.matches === 1 ? "it" : "them") + ", or have " + waiver.owner + " decide again."
        : waiver.sawEverything ? "Nothing needs it: remove it." : "Remove it, or have " + waiver.owner + " decide again."), where);
    } else if (waiver.matches === 0 && waiver.sawEverything) {
      report.warning("unused", "The waiver for " + subjectOf(waiver) + " matches nothing any more: remove it, so that it cannot cover something new.", where);
    } else {
      active++;
      if (waiver.daysLeft <= NOTICE) {
        report.note("expiring", "The waiver for " + subjectOf(waiver) + " of " + waiver.owner + " expires " + (waiver.daysLeft === 0 ? "today" : "on " + waiver.expires) + ".", where);
      }
    }
  });
  if (active > 0) {
    report.pass("in-force", active === 1 ? "1 waiver is in force" : active + " waivers are in force");
  }
}

function subjectOf(waiver) {
  var what = waiver.gate + (waiver.rule ? " " + waiver.rule : "");
  return what + (waiver.fingerprint ? " finding " + waiver.fingerprint.slice(0, 15) : "") + (waiver.path ? " in " + waiver.path : "");
}

function identityOf(waiver) {
  return [waiver.gate, waiver.rule || "", waiver.path || "", waiver.fingerprint || "", waiver.added, waiver.expires].join("|");
}

function count(number) {
  return number === 1 ? "1 finding" : number + " findings";
}
