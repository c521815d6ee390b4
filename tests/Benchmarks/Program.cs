using Benchmarks;

return args switch
{
    ["dlp", var folder] => DlpBenchmarks.Run(folder),
    ["reports", var findings] => await ReportBenchmarks.RunAsync(int.Parse(findings, System.Globalization.CultureInfo.InvariantCulture)),
    ["log"] => await LogBenchmarks.AppendAsync(),
    ["log-writers", var writers, var appends] => await LogBenchmarks.WritersAsync(
        int.Parse(writers, System.Globalization.CultureInfo.InvariantCulture), int.Parse(appends, System.Globalization.CultureInfo.InvariantCulture)),
    ["policies"] => await PolicyBenchmarks.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Benchmarks dlp FOLDER | reports COUNT | policies | log | log-writers WRITERS APPENDS");
    return 2;
}
