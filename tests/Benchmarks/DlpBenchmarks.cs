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

/// <summary>Scans a folder as the gate does and prints throughput, memory and hits by rule: secrets, all rules, and all in what is encoded. Run by <c>dlp.sh</c>, which compares.</summary>
internal static class DlpBenchmarks
{
    public static int Run(string folder, string? only = null)
    {
        var clock = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var rules = RuleReader.Shipped.Rules;
        Print($"rules      {rules.Count} read in {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds:0} ms CPU");
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
        (string Name, RuleSet Rules, bool Decode)[] rows =
        [
            ("secrets", new RuleSet([.. all.Rules.Where(rule => !rule.IsPersonal)]), false),
            ("everything", all, false),
            ("decoded", all, true),
        ];
        IEnumerable<KeyValuePair<string, int>> evidence = [];
        foreach (var row in rows.Where(row => only is null || row.Name == only))
        {
            // What a process does first also pays for the compiler.
            Scan(row.Name + ", first", tree, bytes, row.Rules, row.Decode);
            evidence = Scan(row.Name, tree, bytes, row.Rules, row.Decode);
        }

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
        var (wall, work) = (bytes / 1e6 / clock.Elapsed.TotalSeconds, bytes / 1e6 / cpu.TotalSeconds);
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        Print($"{name,-17}  {wall,6:0} MB/s wall, {work,6:0} MB/s per CPU second, peak RSS {peak:0} MB");
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
