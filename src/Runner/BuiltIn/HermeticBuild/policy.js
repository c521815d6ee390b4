function judge(evidence, settings, report) { }
