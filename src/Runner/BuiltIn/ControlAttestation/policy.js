// Judges the controls that the gate held against their evidence. A control's id, in lower case, is the rule.
function judge(evidence, settings, report) {
  evidence.controls.forEach(function (control) {
    var rule = control.id.toLowerCase();
    var where = { path: evidence.catalogue.path, line: control.line, identity: control.id };
    if (control.outcome === 'not-applicable') {
      report.note(rule, named(control) + ' ' + lowerFirst(control.details), where);
    } else if (control.outcome === 'holds') {
      report.pass(rule, named(control) + ' holds: ' + control.details);
    } else if (control.outcome === 'present-not-judged') {
      report.warning(rule, named(control) + ' is ' + lowerFirst(control.details), where);
    } else {
      report.error(rule, named(control) + ' does not hold. ' + reasons(control, evidence.folder), where);
    }
  });
  ['holds', 'fails', 'present-not-judged', 'not-applicable'].forEach(function (outcome) {
    report.metric('controls-' + outcome, evidence.controls.filter(function (control) { return control.outcome === outcome; }).length);
  });
}

function named(control) {
  return control.id + ' (' + control.name + ')';
}

function reasons(control, folder) {
  var missing = control.missing.map(function (one) {
    return 'No file matches ' + folder + '/' + one.glob + (one.nearest ? '; nearest: ' + one.nearest : '') + '.';
  });
  var failed = control.assertions.filter(function (one) { return !one.holds && !one.unverified && control.evidence.length > 0; }).map(function (one) {
    return one.type + ': ' + one.detail + '.';
  });
  return missing.concat(failed).join(' ');
}

function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
