function judge(evidence, settings, report) {
  evidence.json[0].find('weeks.*').forEach(function (week) {
    if (week.items().length < settings.people) {
      report.error('too-few', 'week ' + week.key + ' has fewer than ' + settings.people + ' people', week);
    }
  });
}
