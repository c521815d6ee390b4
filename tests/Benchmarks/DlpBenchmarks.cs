using System.Diagnostics;
using System.Globalization;
using Gates.BuiltIn.DlpScan;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Doors.Files;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;

namespace Benchmarks;

/// <summary>Scans a folder as the gate does and prints throughput, memory and hits by rule: secrets alone, all rules, and all rules in what is encoded, too. Run by <c>dlp.sh</c>, which compares.</summary>
internal static class DlpBenchmarks
{
    public static int Run(string folder)
    {
        var clock = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var rules = RuleReader.Shipped.Rules;
        Print($"rules      {rules.Count} read in {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds:0} ms CPU");
        Print($"rules      {rules.Sum(rule => rule.Pattern.ToString().Length > 0 ? 1 : 0)} proven, were all needed, in {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds:0} ms CPU");
        var tree = WorkingTree.Walk(folder);
        var bytes = tree.Files.Sum(file => file.Size);
        clock.Restart();
        foreach (var file in tree.Files)
        {
            using var stream = tree.Open(file.Path);
            stream.CopyTo(Stream.Null, 256 << 10);
        }

        Print($"reading    {tree.Files.Count} files, {bytes / 1e6:0} MB, {bytes / 1e6 / clock.Elapsed.TotalSeconds:0} MB/s on one thread");
        var all = RuleReader.Shipped;
        var secrets = new RuleSet([.. all.Rules.Where(rule => !rule.IsPersonal)]);
        Scan("warm-up, decoded    ", tree, bytes, all, decode: true);
        Scan("secrets, plain      ", tree, bytes, secrets, decode: false);
        Scan("everything, plain   ", tree, bytes, all, decode: false);
        var evidence = Scan("everything, decoded ", tree, bytes, all, decode: true);
        foreach (var (rule, count) in evidence)
        {
            Print($"  {rule,-32} {count,6}");
        }

        return 0;
    }

    private static IEnumerable<KeyValuePair<string, int>> Scan(string name, ISourceTree tree, long bytes, RuleSet rules, bool decode)
    {
        var clock = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var gate = new DlpScanGate(new DlpScanOptions { Decode = decode }, TimeProvider.System, rules);
        var evidence = gate.InspectAsync(new GateContext(tree, ChangeSet.None, new byte[16]), CancellationToken.None).GetAwaiter().GetResult();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime - before;
        Print($"{name}  {bytes / 1e6 / clock.Elapsed.TotalSeconds,6:0} MB/s wall, {bytes / 1e6 / cpu.TotalSeconds,6:0} MB/s per CPU second, peak RSS {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        var facts = evidence.Facts;
        return facts.GetProperty("hits")
            .EnumerateArray()
            .Select(hit => (Id: hit.GetProperty("rule").GetString()! + " " + hit.GetProperty("severity").GetString(), Count: 1))
            .Concat(facts.GetProperty("more")
                .EnumerateArray()
                .Select(more =>
                    (Id: more.GetProperty("rule").GetString()! + " " + more.GetProperty("severity").GetString(), Count: more.GetProperty("count").GetInt32())))
            .AggregateBy(pair => pair.Id, 0, (sum, pair) => sum + pair.Count, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ToArray();
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
