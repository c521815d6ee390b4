using Benchmarks;

return args switch
{
    ["diffs", var files] => await DiffBenchmarks.RunAsync(int.Parse(files, System.Globalization.CultureInfo.InvariantCulture)),
    ["dlp", var folder] => DlpBenchmarks.Run(folder),
    ["dlp", var folder, var only] => DlpBenchmarks.Run(folder, only),
    ["dlp-quality"] => DlpQuality.Run(showMisses: false),
    ["dlp-quality", "--misses"] => DlpQuality.Run(showMisses: true),
    ["reports", var findings] => await ReportBenchmarks.RunAsync(int.Parse(findings, System.Globalization.CultureInfo.InvariantCulture)),
    ["keyless", var bundle, var trustedRoot] => KeylessBenchmarks.Run(bundle, trustedRoot),
    ["verify", var entries] => await VerifyBenchmarks.RunAsync(int.Parse(entries, System.Globalization.CultureInfo.InvariantCulture)),
    ["audit", var releases] => await AuditBenchmarks.RunAsync(int.Parse(releases, System.Globalization.CultureInfo.InvariantCulture)),
    ["log"] => await LogBenchmarks.AppendAsync(),
    ["log-writers", var writers, var appends] => await LogBenchmarks.WritersAsync(
        int.Parse(writers, System.Globalization.CultureInfo.InvariantCulture), int.Parse(appends, System.Globalization.CultureInfo.InvariantCulture)),
    ["load"] => LoadBenchmarks.Run(),
    ["load-file", var file] => LoadBenchmarks.ReadFile(file),
    ["noise"] => NoiseBenchmarks.Run(null),
    ["noise", var folder] => NoiseBenchmarks.Run(folder),
    ["policies"] => await PolicyBenchmarks.RunAsync(),
    ["publish-start"] => await PublishBenchmarks.StartAsync(),
    ["publish", var latency] => await PublishBenchmarks.RunAsync(int.Parse(latency, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Benchmarks diffs FILES | dlp FOLDER [secrets|everything|decoded] | dlp-quality [--misses] | reports COUNT | "
        + "policies | publish MILLISECONDS | publish-start | verify ENTRIES | audit RELEASES | keyless BUNDLE TRUSTED_ROOT | log | log-writers WRITERS APPENDS "
            + "| load | load-file FILE | noise [FOLDER with pairs of k6 runs]");
    return 2;
}
