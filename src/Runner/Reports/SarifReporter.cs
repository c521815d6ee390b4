using System.IO.Compression;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Gates.Runner.Reports;

/// <summary>Writes <c>results.sarif</c> (SARIF 2.1.0), kept within what GitHub code scanning accepts.</summary>
internal sealed class SarifReporter(OutputFolder folder) : IReporter
{
    public const string FileName = RunFileNames.Sarif;

    /// <value>GitHub refuses a run with more results.</value>
    private const int MaxResults = 25_000;

    /// <value>GitHub refuses a larger upload: 10 MB after gzip.</value>
    private const int MaxBytes = 10_000_000;

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        var document = Render(report);
        folder.Write(FileName, stream => stream.Write(document));
        return Task.CompletedTask;
    }

    /// <summary>The document; results that would not fit are left out from the end and counted in a notification.</summary>
    public static byte[] Render(RunReport report)
    {
        var findings = FindingOrder.All(report);
        for (var keep = Math.Min(findings.Count, MaxResults); ; keep = keep * 3 / 4)
        {
            using var stream = new MemoryStream();
            new SarifDocument(report, findings, keep).Write(stream);
            if (keep == 0 || stream.Length <= MaxBytes || Compressed(stream) <= MaxBytes)
            {
                return stream.ToArray();
            }
        }
    }

    private static long Compressed(MemoryStream document)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            document.WriteTo(gzip);
        }

        return packed.Length;
    }
}
