using Benchmarks;

return args switch
{
    ["dlp", var folder] => DlpBenchmarks.Run(folder),
    ["reports", var findings] => await ReportBenchmarks.RunAsync(int.Parse(findings, System.Globalization.CultureInfo.InvariantCulture)),
    ["load"] => LoadBenchmarks.Run(),
    ["load-file", var file] => LoadBenchmarks.ReadFile(file),
    ["noise"] => NoiseBenchmarks.Run(null),
    ["noise", var folder] => NoiseBenchmarks.Run(folder),
    ["policies"] => await PolicyBenchmarks.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Benchmarks dlp FOLDER | reports COUNT | policies | load | load-file FILE | noise [FOLDER with pairs of k6 runs]");
    return 2;
}
