using Benchmarks;

return args switch
{
    ["dlp", var folder] => DlpBenchmarks.Run(folder),
    ["policies"] => await PolicyBenchmarks.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Benchmarks dlp FOLDER | policies");
    return 2;
}
