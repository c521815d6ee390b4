using Benchmarks;

return args switch
{
    ["dlp", var folder] => DlpBenchmarks.Run(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Benchmarks dlp FOLDER");
    return 2;
}
