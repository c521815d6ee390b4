// Judges what dlp-scan found. The scanner says what a value is; this policy says how much it matters.
// Severity: settings.rules by rule, else by category; else the rule's own, lowered in tests and samples.

var WHY = {
  'provider-secret': 'Anyone who reads the repository can use it.',
  'private-key': 'Anyone who reads the repository can sign or decrypt with it.',
  'generic-secret': 'If it is real, anyone who reads the repository can use it.',
  'personal-data': 'A repository is copied and kept for ever; personal data must not be in it.'
};

function judge(evidence, settings, report) {
  var overrides = settings.rules || {};
  var allows = readAllows(settings.allow || []);
  var found = 0;
  evidence.hits.forEach(function (hit) {
    var severity = severityOf(hit, overrides);
    var allow = severity === 'off' ? null : firstAllow(allows, hit);
    if (severity === 'off') return;
    if (allow) {
      allow.used += 1;
      return;
    }
    found += 1;
    report[severity](hit.rule, messageOf(hit), {
      path: hit.path, line: hit.line, endLine: hit.line, column: hit.column, endColumn: hit.endColumn, identity: hit.identity
    });
  });
  found += reportMore(evidence.more, overrides, report);
  reportAllows(allows, evidence.scope, report);
  reportCoverage(evidence, found, report);
}

function severityOf(hit, overrides) {
  if (overrides.hasOwnProperty(hit.rule)) return overrides[hit.rule];
  if (overrides.hasOwnProperty(hit.category)) return overrides[hit.category];
  // A checksum that holds is no accident, wherever it stands.
  if (!hit.testLike || hit.verified) return hit.severity;
  return hit.category === 'provider-secret' || hit.category === 'private-key' ? lower(hit.severity) : 'note';
}

function lower(severity) {
  return severity === 'error' ? 'warning' : 'note';
}

function messageOf(hit) {
  var masked = hit.masked === 'hidden' ? '' : ' (' + hit.masked + ')';
  var proof = hit.verified ? ' Its checksum holds, so it was issued.' : '';
  return hit.title + masked + ' in ' + hit.path + '.' + proof + ' ' + WHY[hit.category] + ' ' + hit.help;
}

// Beyond the scanner's cap only counts are known: said once, as severe as the rule, and new whenever others are behind the count.
function reportMore(more, overrides, report) {
  var count = 0;
  more.forEach(function (rule) {
    var severity = severityOf(rule, overrides);
    if (severity === 'off') return;
    count += rule.count;
    report[severity](rule.rule, rule.count + ' more places hold: ' + rule.title + ' (the first in ' + rule.path + '). They are counted but not listed; mend the listed ones first, or leave the files out with `exclude`.',
      { path: rule.path, identity: 'more:' + rule.rule + ':' + rule.count + ':' + (rule.identity || '') });
  });
  return count;
}

function readAllows(entries) {
  return entries.map(function (entry, index) {
    return { entry: entry, index: index, used: 0, path: entry.path ? globToRegExp(entry.path) : null };
  });
}

function firstAllow(allows, hit) {
  for (var i = 0; i < allows.length; i++) {
    var entry = allows[i].entry;
    var named = !entry.rule || entry.rule === hit.rule || entry.rule === hit.category;
    if (named && (!allows[i].path || allows[i].path.test(hit.path)) && (!entry.identity || entry.identity === hit.identity)) return allows[i];
  }
  return null;
}

function reportAllows(allows, scope, report) {
  allows.forEach(function (allow) {
    var name = 'allow[' + allow.index + ']' + (allow.entry.reason ? ' (' + allow.entry.reason + ')' : '');
    if (allow.used > 0) report.log(name + ' accepts ' + allow.used + (allow.used === 1 ? ' finding' : ' findings'));
    else if (scope === 'tree') report.log(name + ' accepts nothing any more: remove it');
  });
}

function reportCoverage(evidence, found, report) {
  var skipped = 0;
  Object.keys(evidence.skippedCounts).forEach(function (reason) {
    skipped += evidence.skippedCounts[reason];
    report.log(evidence.skippedCounts[reason] + ' files not scanned: ' + reason);
  });
  if (evidence.placeholders > 0) report.log(evidence.placeholders + ' values are obvious placeholders and were left alone');
  report.metric('files scanned', evidence.scanned.files);
  report.metric('bytes scanned', evidence.scanned.bytes, 'bytes');
  if (found === 0) {
    report.pass('dlp-scan', 'No secrets or personal data in ' + evidence.scanned.files + (evidence.scanned.files === 1 ? ' file' : ' files')
      + (evidence.scope === 'diff' ? ' (added lines only)' : '') + (skipped ? '; ' + skipped + ' binary files not scanned' : '') + '.');
  }
}

// ** spans folders, * and ? do not.
function globToRegExp(glob) {
  var text = glob.replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\//g, '\u0001').replace(/\*\*/g, '\u0002').replace(/\*/g, '[^/]*').replace(/\?/g, '[^/]')
    .replace(/\u0001/g, '(?:.*/)?').replace(/\u0002/g, '.*');
  return new RegExp('^' + text + '$');
}
