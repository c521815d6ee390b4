/// <reference path="../../../../policies/types/gates.d.ts" />
// Judges what load tests measured. The gate has read the files, evaluated the thresholds and computed the intervals; what they mean is said here.

var SIGNIFICANT = 0.05;
// Runs that might not show a change of twice the budget prove nothing by showing none; budgets below 5 % count as 5 %.
var BLIND = 2;
var LEAST = 0.05;
// No noise between two runs doubles a value; a budget that allows as much allows twice its excess.
var DOUBLED = 2;

function judge(evidence, settings, report) {
  var unsure = settings.inconclusive === 'fail' ? 'error' : 'warning';
  evidence.current.forEach(function (run) { judgeRun(run, unsure, report); });
  judgeThresholds(evidence.thresholds, settings, report);
  judgeUndisclosed(evidence.undisclosed, settings, report);
  judgeBaseline(evidence, settings, unsure, report);
  if (evidence.thresholds.length === 0 && evidence.undisclosed.length === 0 && evidence.budgets.length === 0 && evidence.missingBaseline.length === 0) {
    report.error('nothing-to-judge', 'Neither the load test nor the settings have a threshold, and there is no baseline, so nothing was judged. Set `thresholds` or `baseline`.',
      { path: evidence.current[0].path, identity: 'nothing' });
  }
}

function judgeRun(run, unsure, report) {
  run.doubts.forEach(function (doubt) {
    report[unsure]('doubtful-run', 'Inconclusive: ' + run.path + ': ' + doubt + '. Repeat the run.', { path: run.path, identity: 'doubt' });
  });
}

// Thresholds

function judgeThresholds(thresholds, settings, report) {
  var worst = worstCrossings(thresholds);
  thresholds.forEach(function (threshold) {
    var by = group(threshold.results);
    var name = '`' + threshold.expression + '` on ' + threshold.metric;
    tell(by.invalid, 'error', 'threshold-invalid', function (one) { return name + ' (' + threshold.from + ') cannot be evaluated: ' + one.reason + '.'; });
    tell(by['not-in-file'], 'error', 'not-in-file', function (one) {
      return name + ' (' + threshold.from + ') cannot be evaluated from ' + one.path + ': ' + one.reason + '.';
    });
    tell(by['no-samples'], settings['allow-no-samples'] ? 'note' : 'error', 'no-samples', function (one) {
      return name + ' (' + threshold.from + ') was never measured in ' + one.path + (one.stated ? ', although k6 calls it passed' : '') + (one.reason ? ': ' + one.reason : '') + '. Look for a typo in a name or a tag, or for a test that ended early.';
    });
    tell(by.crossed, threshold.severity, 'threshold-crossed', function (one) { return crossed(threshold, one); });
    judgeStated(threshold, name, report);
    measure(threshold, report);
    if ((by.held || []).length === threshold.results.length) {
      report.pass('threshold-held', name + ' holds' + (by.held[0].value === undefined ? ', ' + by.held[0].reason : ': ' + highest(by.held, threshold)) + origin(threshold) + '.');
    }

    // The worst run speaks for the others; one threshold is one finding.
    function tell(results, severity, rule, message) {
      if (!results) { return; }
      if (rule === 'threshold-crossed' && worst[key(threshold)] !== threshold) { return; }
      var one = pickWorst(results, threshold);
      var others = threshold.results.length > 1 ? ' ' + results.length + ' of ' + threshold.results.length + ' runs.' : '';
      report[severity](rule, message(one) + others, { path: one.path, identity: threshold.metric + ' ' + threshold.expression });
    }
  });
}

// When a milder limit and a harder one on the same number are both crossed, only the harder is said.
function worstCrossings(thresholds) {
  var rank = { note: 0, warning: 1, error: 2 };
  var worst = {};
  thresholds.forEach(function (threshold) {
    if (!group(threshold.results).crossed) { return; }
    var known = worst[key(threshold)];
    if (!known || rank[threshold.severity] > rank[known.severity]) { worst[key(threshold)] = threshold; }
  });
  return worst;
}

function key(threshold) {
  return isFile(threshold) ? threshold.metric + '|' + threshold.aggregation + '|' + /[<>]/.exec(threshold.expression) : threshold.from + '|' + threshold.metric + '|' + threshold.expression;
}

function isFile(threshold) {
  return threshold.from !== 'the load test' && threshold.from !== 'the settings';
}

function crossed(threshold, one) {
  if (one.value === undefined) {
    return '`' + threshold.expression + '` on ' + threshold.metric + ' is crossed in ' + one.path + ', ' + one.reason + '.';
  }
  // Rounded, a value just beyond its limit would look like the limit.
  var limit = Number(threshold.expression.replace(/^[^<>=!]*[<>=!]+/, ''));
  var value = Number(round(one.value)) === limit || Math.abs(one.value - limit) < Math.abs(limit) / 100 ? one.value + (one.unit ? ' ' + one.unit : '') : amount(one.value, one.unit);
  return threshold.aggregation + ' of ' + threshold.metric + ' is ' + value + ' in ' + one.path + '; the limit is `' + threshold.expression + '`, from ' + threshold.from +
    (threshold.replaced.length > 0 ? ', which replaces ' + threshold.replaced.join(' and ') : '') + '.';
}

function judgeStated(threshold, name, report) {
  threshold.results.forEach(function (one) {
    if (one.value !== undefined && one.stated !== undefined && one.stated !== (one.result === 'held')) {
      report.warning('verdict-differs', name + ': ' + one.path + ' says that it ' + (one.stated ? 'passed' : 'was crossed') + ', but its value is ' + amount(one.value, one.unit) +
        ', with which it ' + (one.result === 'held' ? 'holds' : 'does not hold') + '. Was the file edited?', { path: one.path, identity: 'stated ' + threshold.metric + ' ' + threshold.expression });
    }
  });
}

function judgeUndisclosed(undisclosed, settings, report) {
  undisclosed.forEach(function (one) {
    var where = { path: one.path, identity: 'undisclosed ' + one.metric };
    if (one.samples > 0) {
      report.note('threshold-undisclosed', one.metric + ' has thresholds in the script, which k6 does not write among points. Repeat them under `thresholds` to have them judged.', where);
    } else {
      report[settings['allow-no-samples'] ? 'note' : 'error']('no-samples', one.metric + ' has thresholds in the script and was never measured in ' + one.path +
        '. k6 calls that passed. Look for a typo in a name or a tag, or for a test that ended early.', where);
    }
  });
}

// Budgets

function judgeBaseline(evidence, settings, unsure, report) {
  var where = { path: evidence.current[0].path, identity: 'baseline' };
  if (evidence.missingBaseline.length > 0) {
    report[unsure]('no-baseline', 'Inconclusive: nothing was compared, because there is no baseline: ' + evidence.missingBaseline.join('; ') + '.', where);
  }
  evidence.refusals.forEach(function (reason) {
    // What speaks against a run of now has been said of the run.
    if (evidence.current.some(function (run) { return run.doubts.some(function (doubt) { return reason === run.path + ': ' + doubt; }); })) { return; }
    report[unsure]('not-comparable', 'Inconclusive: the runs cannot be compared with the baseline: ' + reason + '.', { path: where.path, identity: reason.split(':')[0] });
  });
  var origin = originOf(evidence.baseline);
  evidence.budgets.forEach(function (budget) {
    var at = { path: where.path, identity: budget.metric + ' ' + budget.expression };
    if (budget.unmeasured) {
      report[settings['allow-no-samples'] ? 'note' : 'error']('no-samples', '`' + budget.expression + '` of ' + budget.metric + ' was never measured: ' + budget.reason + (/\?$/.test(budget.reason) ? '' : '.') + ' Look for a typo in a name or a tag, or for a test that ended early.', at);
      return;
    }
    if (budget.reason) {
      report[unsure]('inconclusive', 'Inconclusive: `' + budget.expression + '` of ' + budget.metric + ' cannot be evaluated: ' + budget.reason + '.', at);
      return;
    }
    report.metric(budget.metric + ' ' + budget.aggregation + ', baseline', budget.baseline.value, budget.unit);
    report.metric(budget.metric + ' ' + budget.aggregation + ', now', budget.current.value, budget.unit);
    if (evidence.refusals.length === 0) {
      judgeBudget(budget, basis(budget, evidence.budgets.length) + origin, settings, unsure, at, report);
    }
  });
}

function judgeBudget(budget, grounds, settings, unsure, at, report) {
  var verdict = decide(budget, settings);
  var text = compared(budget) + '; ' + allowed(budget) + verdict.why;
  if (verdict.is === 'pass') {
    report.pass('within-budget', text + ' ' + grounds);
  } else if (verdict.is === 'fail') {
    report.error('over-budget', text + ' ' + grounds, at);
  } else if (verdict.is === 'small') {
    report[verdict.certain ? 'warning' : 'note']('below-floor', text + ' ' + grounds, at);
  } else {
    report[unsure]('inconclusive', 'Inconclusive: ' + text + ' ' + grounds, at);
  }
  var side = worse(budget);
  if (side.ratio < 1 - settings['suspicious-improvement'] / 100 && (budget.probability < SIGNIFICANT || budget.low === undefined)) {
    report.warning('suspicious-improvement', compared(budget) + '. Such a leap is more often a test that no longer does its work. Check that requests still succeed.',
      { path: at.path, identity: 'improvement ' + at.identity });
  }
}

// A budget is broken when the number is beyond its limit and chance alone does not explain that anything changed.
function decide(budget, settings) {
  var side = worse(budget);
  if (settings.strict) {
    return { is: budget.holds ? 'pass' : 'fail', why: '' };
  }
  if (budget.low === undefined) {
    return !budget.holds && side.ratio >= Math.max(DOUBLED, 1 + 2 * (side.limit - 1))
      ? { is: 'fail', why: ' One value a side says nothing about noise, but noise does not do that; `strict: true` takes every value at its word.' }
      : { is: 'unsure', why: ' One value a side says nothing about noise: give at least three runs a side, or the points (--out json), or take single values at their word with `strict: true`.' };
  }
  var few = tooFew(budget);
  if (few) {
    return { is: 'unsure', why: ' ' + few };
  }
  if (!budget.holds) {
    var certain = side.low > 1 && budget.probability < SIGNIFICANT;
    var floor = budget.floor === undefined ? 0 : Math.min(budget.floor, budget.baseline.value);
    var difference = Math.abs(budget.current.value - budget.baseline.value);
    return difference < floor
      ? { is: 'small', certain: certain, why: ' It is not held against it: the difference of ' + amount(difference, budget.unit) + ' is below the floor of ' + amount(floor, budget.unit) + (certain ? ', though no chance. With `floor: 0` it fails.' : '.') }
      : certain ? { is: 'fail', why: '' } : { is: 'unsure', why: ' That can be chance.' };
  }
  return side.high <= side.limit || budget.detectable <= BLIND * Math.max(side.limit - 1, LEAST)
    ? { is: 'pass', why: '' }
    : { is: 'unsure', why: ' The runs are too few or too noisy: even a change of ' + percent(BLIND * Math.max(side.limit - 1, LEAST)) + ' might go unseen.' };
}

function tooFew(budget) {
  var samples = Math.min(budget.baseline.samples, budget.current.samples);
  return budget.samplesNeeded !== undefined && samples < budget.samplesNeeded
    ? 'With ' + samples + ' samples ' + budget.aggregation + ' is hardly more than ' + (budget.aggregation === 'avg' ? 'a few of them' : 'the largest of them') + '; ' + budget.samplesNeeded + ' are needed.'
    : null;
}

// The ratio, its interval and the limit, turned so that more is worse.
function worse(budget) {
  return budget.upper
    ? { ratio: budget.ratio, low: budget.low, high: budget.high, limit: budget.factor }
    : { ratio: 1 / budget.ratio, low: 1 / budget.high, high: 1 / budget.low, limit: 1 / budget.factor };
}

function compared(budget) {
  var change = budget.ratio - 1;
  var relation = Math.abs(change) < 0.0005 ? 'as much as the baseline\'s' : percent(Math.abs(change)) + (change > 0 ? ' above' : ' below') + ' the baseline\'s';
  return budget.aggregation + ' of ' + budget.metric + ' is ' + amount(budget.current.value, budget.unit) + ', ' + relation + ' ' + amount(budget.baseline.value, budget.unit) +
    (budget.low === undefined ? '' : ' (95 % CI ' + signed(budget.low - 1) + ' to ' + signed(budget.high - 1) + ')');
}

function allowed(budget) {
  var change = budget.factor - 1;
  return 'the budget ' + (budget.upper
    ? (Math.abs(change) < 0.00005 ? 'allows no increase' : 'allows ' + signed(change))
    : (Math.abs(change) < 0.00005 ? 'allows no decrease' : (change < 0 ? 'allows ' : 'asks for ') + signed(change))) + '.';
}

function basis(budget, count) {
  var runs = budget.baseline.runs + ' + ' + budget.current.runs + ' runs';
  var how = {
    runs: 'From ' + runs + ' with ' + budget.baseline.samples + ' + ' + budget.current.samples + ' samples, runs and samples drawn',
    samples: 'From ' + budget.baseline.samples + ' + ' + budget.current.samples + ' samples of ' + runs + '; with fewer than three runs a side, noise between runs is not seen',
    summaries: 'From the summaries of ' + runs,
    single: 'From the summaries of ' + runs
  }[budget.resolution];
  return how + (count > 1 && budget.low !== undefined ? ', corrected for ' + count + ' budgets' : '') +
    (budget.detectable === undefined ? '.' : '; a change of ' + percent(budget.detectable) + ' would be seen four times in five.');
}

// Whose word the baseline is, when it was taken from the evidence branch.
function originOf(runs) {
  var seen = {};
  return runs.filter(function (run) { return run.origin; }).map(function (run) {
    var age = run.origin.ageHours;
    return ' The baseline is of commit ' + run.origin.commit.slice(0, 12) + ', logged ' +
      (age < 1 ? 'less than an hour' : age < 48 ? plural(age, 'hour') : plural(Math.floor(age / 24), 'day')) + ' ago and signed by the key ' + run.origin.key.slice(0, 12) + '.';
  }).filter(function (text) { return seen[text] ? false : (seen[text] = true); }).join('');
}

// Words

function plural(count, word) {
  return count + ' ' + word + (count === 1 ? '' : 's');
}

function group(results) {
  var by = {};
  results.forEach(function (one) { (by[one.result] = by[one.result] || []).push(one); });
  return by;
}

function pickWorst(results, threshold) {
  var upper = /</.test(threshold.expression);
  return results.reduce(function (worst, one) {
    return one.value === undefined || (worst.value !== undefined && (upper ? one.value <= worst.value : one.value >= worst.value)) ? worst : one;
  });
}

function highest(results, threshold) {
  var one = pickWorst(results, threshold);
  return amount(one.value, one.unit) + (results.length > 1 ? ' in the worst of ' + results.length + ' runs' : '');
}

function origin(threshold) {
  return isFile(threshold) ? ', from ' + threshold.from + (threshold.replaced.length > 0 ? ', which replaces ' + threshold.replaced.join(' and ') : '') : '';
}

function measure(threshold, report) {
  var measured = threshold.results.filter(function (one) { return one.value !== undefined; });
  if (measured.length > 0) {
    var one = pickWorst(measured, threshold);
    report.metric(threshold.metric + ' ' + threshold.aggregation + ' (limit ' + threshold.expression.replace(/^[^<>=!]*/, '') + ')', one.value, one.unit);
  }
}

function amount(value, unit) {
  return round(value) + (unit ? ' ' + unit : '');
}

// Three significant digits, and never fewer than the whole number.
function round(value) {
  if (value === 0 || Math.abs(value) >= 100) { return String(Math.round(value)); }
  var scale = Math.pow(10, 2 - Math.floor(Math.log(Math.abs(value)) / Math.LN10));
  return String(Math.round(value * scale) / scale);
}

function percent(share) {
  var value = share * 100;
  return (Math.abs(value) >= 9.95 ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, '')) + ' %';
}

function signed(share) {
  return (share < 0 ? '−' : '+') + percent(Math.abs(share));
}
