/// <reference path="../../../../policies/types/gates.d.ts" />
// Decides on a canary: rollback when an objective was broken, hold when the data cannot tell, promote otherwise.
// The gate has asked Prometheus and found the breaches and the holes; what follows from them is said here.

var REASONS = {
  NoTraffic: ['had no traffic', 'See that the router really sends requests to the canary.'],
  Absent: ['found no such series', 'Check the names and labels of the query, and that the canary is scraped.'],
  Gap: ['has a gap', 'See whether the scrape or the canary was down.'],
  NotANumber: ['is not a number (NaN)', 'A rate over no requests gives NaN: send traffic, or ask for a ratio with `bad` and `total`.'],
  ScrapeDown: ['was not being scraped (`up`)', 'Repair the scrape and watch again.'],
  BeyondBuckets: ['is above the largest bucket of its histogram, where nobody can say how slow it was,', 'Add a bucket at the limit.'],
  Unheard: ['counts failures in what this Prometheus does not have', 'Check the name; a counter that is born with the first failure must be there with 0 from the start.'],
  Shared: ['was beyond its limit, but so was the stable version', 'The trouble is not the canary\'s alone: wait until it is over and watch again.']
};

function judge(evidence, settings, report) {
  var unsure = settings.hold === 'warn' ? 'warning' : 'error';
  evidence.objectives.forEach(function (objective) { judgeObjective(objective, evidence, settings, unsure, report); });
  drawObjectives(evidence, report);
  var burning = judgeBudget(evidence.budget, settings, report);
  evidence.leftOut.forEach(function (one) {
    report.note('left-out', 'The preset\'s objective ' + one + ' was left out.');
  });
  var deciding = evidence.objectives.filter(function (objective) { return objective.severity === 'error'; });
  var broken = burning || deciding.some(function (objective) { return objective.breach || (settings['stage-share'] !== 'hold' && brokenStages(objective).length > 0); });
  var unclear = deciding.some(function (objective) { return objective.holds.length > 0 || brokenStages(objective).length > 0; });
  var decision = broken ? 'rollback' : unclear ? 'hold' : 'promote';
  report.output('decision', decision);
  report.log('decision: ' + decision + ' (' + evidence.mode + ' of ' + clock(evidence.start) + ' to ' + clock(evidence.until) + ' UTC, ' + evidence.objectives.length + (evidence.objectives.length === 1 ? ' objective)' : ' objectives)'));
}

function judgeObjective(objective, evidence, settings, unsure, report) {
  var breach = objective.breach;
  if (breach) {
    var decides = objective.severity === 'error';
    report[objective.severity](decides ? 'rollback' : 'over-limit', (decides ? 'Roll back: ' : '') + objective.name + ' was beyond its limit without a pause from ' + clock(breach.since) + ' to ' + clock(breach.until) + ' UTC, longer than ' +
      duration(evidence.breach) + ' at ' + clock(breach.confirmed) + ': ' + broken(objective, breach) + origin(objective) + '. Query: ' + query(objective) + '.');
  }
  if (!breach && brokenStages(objective).length > 0) { judgeStages(objective, settings, unsure, report); }
  // A milder limit sees the same data as the one that decides, whose holes are said already.
  if (objective.severity !== 'error') { return; }
  var told = {};
  objective.holds.forEach(function (hold) {
    var perStage = hold.reason === 'Thin' || hold.reason === 'Coverage';
    if (perStage && told[hold.reason]) { return; }
    told[hold.reason] = true;
    var more = perStage ? objective.holds.filter(function (other) { return other.reason === hold.reason; }).length - 1 : 0;
    report[unsure]('hold', 'Hold: ' + held(objective, hold, evidence) + (more === 0 ? '' : more === 1 ? ' The same in one more stage.' : ' The same in ' + more + ' more stages.'));
  });
  objective.stages.forEach(function (stage) { measure(objective, stage, report); });
  if (objective.measure.warning) {
    report.warning('interpolated', objective.name + ': ' + objective.measure.warning + '.');
  }
  if (!breach && objective.holds.length === 0 && brokenStages(objective).length === 0) {
    report.pass('kept', objective.name + ' was kept' + (shortBreach(objective) ? ', though it was beyond its limit for a shorter time' : '') + ': ' + kept(objective) + '.');
  }
}

// Bursts, each too short for a breach, of which a stage was full

function brokenStages(objective) { return objective.stages.filter(function (stage) { return stage.broken; }); }

function judgeStages(objective, settings, unsure, report) {
  var all = brokenStages(objective);
  var decides = objective.severity === 'error';
  var holds = settings['stage-share'] === 'hold';
  report[!decides ? objective.severity : holds ? unsure : 'error'](!decides ? 'over-limit' : holds ? 'hold' : 'rollback', (!decides ? '' : holds ? 'Hold: ' : 'Roll back: ') + objective.name +
    ' was beyond its limit in the stage at ' + all[0].weight + ' % as a whole, with pauses in between: ' + brokenStage(objective, all[0]) + origin(objective) + '.' +
    (all.length > 1 ? ' The same in ' + (all.length - 1) + (all.length === 2 ? ' more stage.' : ' more stages.') : '') + ' Query: ' + query(objective) + '.');
}

function brokenStage(objective, stage) {
  return stage.share === undefined
    ? stage.beyond + ' of ' + stage.points + ' points, ' + (objective.kind === 'Counter' ? 'up to ' + short(stage.worst) + ' in a minute' : objective.kind === 'Quantile' ? 'up to ' + seconds(stage.worst) + ', ' + seconds(objective.max) + ' is allowed' : limits(objective))
    : broken(objective, { value: stage.share, requests: stage.requests, low: stage.low, high: stage.high });
}

// Rollback

function broken(objective, breach) {
  var counted = breach.requests === undefined ? '' : ' of ' + Math.round(breach.requests) + ' requests (95 % CI ' + percent(breach.low) + ' to ' + percent(breach.high) + ')';
  switch (objective.kind) {
    case 'Ratio':
      return objective.measure.isGood
        ? percent(1 - breach.value) + ' good' + (breach.requests === undefined ? '' : ' of ' + Math.round(breach.requests) + ' requests') + ', at least ' + percent(objective.min) + ' are needed'
        : percent(breach.value) + counted + ', ' + percent(objective.max) + ' is allowed';
    case 'Quantile':
      return objective.measure.form === 'Share'
        ? percent(breach.value) + counted + ' took longer than ' + seconds(objective.max) + ', where p' + short(objective.quantile * 100) + ' allows ' + percent(1 - objective.quantile)
        : 'p' + short(objective.quantile * 100) + ' reached ' + seconds(breach.value) + ', ' + seconds(objective.max) + ' is allowed';
    case 'Counter':
      return 'up to ' + short(breach.value) + ' in a minute, where this stage\'s share of ' + short(objective.max) + ' is ' + short(breach.limit);
    default:
      return 'it reached ' + short(breach.value) + ', ' + limits(objective);
  }
}

function origin(objective) {
  return objective.from ? ' by ' + objective.from + (objective.replaced.length > 0 ? ', which replaces ' + objective.replaced.join(' and ') : '') : '';
}

// Hold

function held(objective, hold, evidence) {
  var span = ' from ' + clock(hold.since) + ' to ' + clock(hold.until) + ' UTC';
  switch (hold.reason) {
    case 'Thin':
      return objective.name + ' saw ' + Math.round(hold.requests) + ' requests' + span + ', and ' + evidence.minRequests + ' are needed to judge a stage. Let the stage last longer, give it more traffic, or lower `min-requests`.';
    case 'Chance':
      return objective.name + ' was beyond its limit' + span + ', but with ' + Math.round(hold.requests) + ' requests that can be chance. Give the canary more traffic, or more time, before it goes on.';
    case 'Open':
      return objective.name + ' was beyond its limit when the last stage ended, since ' + clock(hold.since) + ' UTC, and not yet for ' + duration(evidence.breach) + '. Watch on before the old version goes. Query: ' + query(objective) + '.';
    case 'Burst':
      return objective.name + ' was beyond its limit' + span + ', not for longer than ' + duration(evidence.breach) + ', but so far that the whole stage was beyond ' +
        (hold.requests === undefined ? 'it most of the time' : 'twice its limit') + '. See what it was before the canary goes on. Query: ' + query(objective) + '.';
    case 'Coverage':
      return objective.name + ' had no data for more than half of the stage' + span + '. See that the canary has traffic and is scraped.';
    default:
      return objective.name + ' ' + REASONS[hold.reason][0] + (objective.measure.unheard && hold.reason === 'Unheard' ? ' (' + objective.measure.unheard + ')' : '') + span + ', longer than ' + duration(evidence.breach) + (hold.mayHideBreach ? '; it was beyond its limit beside that, so a breach may hide there' : '') + '. ' +
        REASONS[hold.reason][1] + ' Query: ' + query(objective) + '.';
  }
}

// Promote

function kept(objective) {
  var last = objective.stages[objective.stages.length - 1];
  var worst = objective.stages.reduce(function (all, stage) {
    return stage.worst !== undefined && (all === undefined || (lowerIsWorse(objective) ? stage.worst < all : stage.worst > all)) ? stage.worst : all;
  }, undefined);
  switch (objective.kind) {
    case 'Ratio':
      return objective.measure.isGood
        ? percent(1 - last.share) + ' good at ' + last.weight + ' % (95 % CI from ' + percent(1 - last.high) + '), at least ' + percent(objective.min)
        : percent(last.share) + ' at ' + last.weight + ' % (95 % CI up to ' + percent(last.high) + '), at most ' + percent(objective.max);
    case 'Quantile':
      return objective.measure.form === 'Share'
        ? percent(1 - last.share) + ' within ' + seconds(objective.max) + ' at ' + last.weight + ' %, p' + short(objective.quantile * 100) + ' needs ' + percent(objective.quantile)
        : 'at most ' + seconds(worst) + ', ' + seconds(objective.max) + ' is allowed';
    case 'Counter':
      return 'at most ' + short(worst) + ' in a minute, ' + short(objective.max) + ' for all traffic';
    default:
      return (lowerIsWorse(objective) ? 'at least ' : 'at most ') + short(worst) + ', ' + limits(objective);
  }
}

function measure(objective, stage, report) {
  var name = objective.name + ', stage at ' + stage.weight + ' %';
  if (stage.share !== undefined) {
    var good = objective.measure.isGood;
    report.metric(name + (objective.kind === 'Quantile' ? ', within ' + seconds(objective.max) : ''), round((good ? 1 - stage.share : stage.share) * 100), '%');
    if (objective.kind === 'Ratio') { report.metric(name + ', requests', Math.round(stage.requests)); }
  } else if (stage.worst !== undefined && Math.abs(stage.worst) < 1e300) {
    report.metric(name + ', ' + (lowerIsWorse(objective) ? 'lowest' : 'highest'), round(objective.kind === 'Quantile' ? stage.worst * 1000 : stage.worst), objective.kind === 'Quantile' ? 'ms' : null);
  }
}

// Charts: a line for each objective, with all its limits.

function drawObjectives(evidence, report) {
  var names = [];
  evidence.objectives.forEach(function (objective) { if (names.indexOf(objective.name) < 0) { names.push(objective.name); } });
  names.forEach(function (name) {
    var same = evidence.objectives.filter(function (objective) { return objective.name === name; });
    same.sort(function (one, other) { return (other.severity === 'error') - (one.severity === 'error'); });
    if (same[0].values.length > 0) { draw(same, evidence, report); }
  });
}

function draw(same, evidence, report) {
  var objective = same[0];
  var form = chartForm(objective);
  function all(values) { return values.map(function (value) { return value === null ? null : form.of(value); }); }
  function at(time) { return Math.max(0, Math.min(objective.values.length - 1, Math.round((Date.parse(time) - Date.parse(evidence.start)) / 1000 / evidence.step))); }
  var lines = [{ name: 'canary', values: all(objective.values) }];
  if (objective.stable) { lines.push({ name: 'stable', values: all(objective.stable) }); }
  report.chart(objective.name, {
    unit: form.unit,
    start: evidence.start,
    step: evidence.step,
    lines: lines,
    limits: same.reduce(function (limits, one) { return limits.concat(chartLimits(one, one === objective ? '' : one.severity + ': ')); }, []),
    spans: chartSpans(objective, at),
    marks: chartMarks(objective, evidence, at)
  });
}

// How values become what people read: the share that is talked about in per cent, times in milliseconds.
function chartForm(objective) {
  if (objective.measure.form === 'Share') {
    return { unit: '%', of: function (value) { return round((objective.measure.isGood ? 1 - value : value) * 100, 6); } };
  }
  return objective.kind === 'Quantile' ? { unit: 'ms', of: function (value) { return Math.abs(value) > 1e300 ? value : value * 1000; } }
    : { unit: objective.kind === 'Counter' ? 'a minute' : null, of: function (value) { return value; } };
}

function chartLimits(objective, prefix) {
  if (objective.kind === 'Quantile' && objective.measure.form === 'Share') {
    return [{ name: prefix + 'at least ' + percent(objective.quantile) + ' within ' + seconds(objective.max), values: objective.quantile * 100 }];
  }
  if (objective.kind === 'Counter') {
    return [{ name: prefix + 'at most ' + short(objective.max) + ' for all traffic', values: objective.stages.reduce(function (values, stage) {
      for (var i = 0; i < stage.points; i++) { values.push(objective.max * stage.weight / 100); }
      return values;
    }, []) }];
  }
  var share = objective.kind === 'Ratio';
  var scale = share ? 100 : objective.kind === 'Quantile' ? 1000 : 1;
  return ['max', 'min'].filter(function (side) { return objective[side] !== undefined; }).map(function (side) {
    return { name: prefix + (side === 'max' ? 'at most ' : 'at least ') + (share ? percent(objective[side]) : objective.kind === 'Quantile' ? seconds(objective[side]) : short(objective[side])), values: objective[side] * scale };
  });
}

function chartSpans(objective, at) {
  var first = 0;
  return objective.stages.filter(function (stage) { return stage.points > 0; }).map(function (stage) {
    var last = first + stage.points - 1;
    function within(one) { return at(one.since) <= last && at(one.until) > first; }
    var span = {
      at: first,
      name: stage.weight + ' %',
      text: stageText(objective, stage),
      severity: stage.broken || (objective.breach && within(objective.breach)) ? objective.severity : objective.holds.some(within) ? 'warning' : null
    };
    first += stage.points;
    return span;
  });
}

function stageText(objective, stage) {
  if (stage.share !== undefined) {
    return percent(objective.measure.isGood ? 1 - stage.share : stage.share) + ' of ' + Math.round(stage.requests);
  }
  if (stage.worst === undefined || stage.requests === 0) { return 'no data'; }
  return (lowerIsWorse(objective) ? 'from ' : 'up to ') + (objective.kind === 'Quantile' ? seconds(stage.worst) : short(stage.worst));
}

function chartMarks(objective, evidence, at) {
  var others = { Burst: 'was beyond its limit, and the whole stage beyond twice as much', Chance: 'was beyond its limit, which so few requests can be by chance', Open: 'was beyond its limit when the last stage ended' };
  var marks = objective.holds.filter(function (hold) { return REASONS[hold.reason] || others[hold.reason]; }).map(function (hold) {
    return { from: at(hold.since), to: at(hold.until), severity: 'warning', text: REASONS[hold.reason] ? REASONS[hold.reason][0] : others[hold.reason] };
  });
  if (objective.breach) {
    marks.push({ from: at(objective.breach.since), to: at(objective.breach.until), severity: objective.severity, text: 'was beyond its limit, longer than ' + duration(evidence.breach) + ' at ' + clock(objective.breach.confirmed) });
  }
  return marks.slice(0, 100);
}

// The error budget: another question, about the whole service and a month.

function judgeBudget(budget, settings, report) {
  if (!budget) { return false; }
  if (budget.whole.share === undefined) {
    report.note('error-budget', 'The error budget is not known: its queries give nothing over ' + span(budget.whole.window) + '.');
  } else {
    var left = 1 - budget.whole.rate;
    report.metric('availability over ' + span(budget.whole.window), round((1 - budget.whole.share) * 100, 6), '%');
    report.metric('error budget left', round(left * 100), '%');
    if (left < 0) {
      report.warning('error-budget', 'The error budget of ' + span(budget.whole.window) + ' is spent: ' + percent(budget.whole.share) + ' failed, where ' + percent(1 - budget.target) + ' may. Release what repairs, and hold the rest.');
    }
  }
  var enforced = false;
  budget.alerts.forEach(function (alert) {
    if (!alert.burns) { return; }
    var decides = alert.pages && settings.burn === 'enforce';
    enforced = enforced || decides;
    report[decides ? 'error' : 'warning'](decides ? 'rollback' : 'burn-rate', (decides ? 'Roll back: the' : 'The') + ' error budget burns at more than ' + alert.factor + (alert.factor === 1 ? ' time' : ' times') + ' the pace it can bear, over both ' + alert.long + ' and ' + alert.short + '.');
  });
  return enforced;
}

// Words

function lowerIsWorse(objective) { return objective.kind === 'Value' && objective.max === undefined; }

function shortBreach(objective) { return objective.states.indexOf('X') >= 0; }

function limits(objective) {
  return [objective.max === undefined ? '' : 'at most ' + short(objective.max), objective.min === undefined ? '' : 'at least ' + short(objective.min)].filter(Boolean).join(' and ') + ' is allowed';
}

function query(objective) {
  return '`' + objective.measure.query + '`' + (objective.measure.whole ? ' over `' + objective.measure.whole + '`' : '');
}

function clock(time) { return time.slice(11, 16); }

function duration(value) { return value >= 60 && value % 60 === 0 ? value / 60 + ' min' : short(value) + ' s'; }

function span(window) {
  var match = /^([0-9]+)s$/.exec(window);
  return match ? short(match[1] / 86400) + ' days' : window;
}

function seconds(value) { return Math.abs(value) > 1e300 ? 'more than the last bucket' : value < 1 ? short(value * 1000) + ' ms' : short(value) + ' s'; }

function percent(share) { return short(share * 100) + ' %'; }

function short(value) { return Math.abs(value) > 1e300 ? 'infinity' : String(round(value)); }

// Three significant digits, and never fewer than the whole number.
function round(value, digits) {
  if (value === 0 || (Math.abs(value) >= 100 && !digits)) { return Math.round(value); }
  var scale = Math.pow(10, (digits || 3) - 1 - Math.floor(Math.log(Math.abs(value)) / Math.LN10));
  return Math.round(value * scale) / scale;
}
