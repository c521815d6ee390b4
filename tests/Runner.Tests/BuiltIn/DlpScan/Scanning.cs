using System.Text;
using System.Text.Json;
using Gates.BuiltIn.DlpScan;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Support;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>What the tests of this folder share. Secrets are put together here, so that none stands in a file.</summary>
internal static class Scanning
{
    public static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public static string Token { get; } = "gh" + "p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17";

    public static FileReport Scan(byte[] content, string path = "config/settings.txt", IReadOnlyList<LineRange>? lines = null, TimeProvider? time = null)
    {
        using var scanner = new FileScanner(RuleReader.Shipped, Salt);
        using var stream = new MemoryStream(content);
        return scanner.Scan(path, stream, lines, new FileDeadline(time ?? TimeProvider.System, path, content.Length, CancellationToken.None));
    }

    public static FileReport Scan(string content, string path = "config/settings.txt", IReadOnlyList<LineRange>? lines = null) =>
        Scan(Encoding.UTF8.GetBytes(content), path, lines);

    public static IEnumerable<string> Rules(string content, string path = "config/settings.txt") => Scan(content, path).Hits.Select(hit => hit.Rule.Id);

    public static async Task<JsonElement> Inspect(ISourceTree tree, DlpScanOptions? options = null, ChangeSet? changes = null)
    {
        var gate = new DlpScanGate(options ?? new DlpScanOptions(), TimeProvider.System);
        return (await gate.InspectAsync(new GateContext(tree, changes ?? ChangeSet.None, Salt), CancellationToken.None)).Facts;
    }

    public static Task<JsonElement> Inspect(params (string Path, string Text)[] files) => Inspect(new MemoryTree(files));
}
