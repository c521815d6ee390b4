using System.Diagnostics;
using System.Globalization;
using Gates.Attestation.Sigstore;

namespace Benchmarks;

/// <summary>How long a keyless bundle takes: read, chain, logs, timestamps and signature, with nothing remembered but the trusted root.</summary>
internal static class KeylessBenchmarks
{
    private const int Rounds = 500;

    public static int Run(string bundle, string trustedRoot)
    {
        var bytes = File.ReadAllBytes(bundle);
        var roots = TrustedRoots.Read(File.ReadAllBytes(trustedRoot), trustedRoot);
        var times = new List<double>(Rounds);
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            _ = BundleVerifier.Verify(ForeignBundle.Read(bytes, bundle), roots, artifact: null);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        var warm = times.Skip(Rounds / 10).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"first {times[0]:0.0} ms; warm median {warm[warm.Count / 2]:0.0} ms, p95 {warm[warm.Count * 95 / 100]:0.0} ms"));
        return 0;
    }
}
