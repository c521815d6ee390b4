using System.Buffers;
using System.Text;
using System.Text.Json;
using Gates.BuiltIn.DlpScan.History;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.BuiltIn.DlpScan;

/// <summary>Writes what was scanned, left out and found. Lists are capped, counts are exact.</summary>
internal static class SecretEvidenceWriter
{
    public const string Kind = "dlp-scan/v1";

    private const int HitsPerRule = 1_000;
    private const int HitsInAll = 3_000;
    private const int ColumnsInAll = 1_000;
    private const int SkippedListed = 100;
    private const int PlaceholdersListed = 100;

    /// <param name="scanned">What was looked at, and what it gave.</param>
    /// <param name="more">Writes what others know.</param>
    public static Evidence Write(ScannedTree scanned, Action<Utf8JsonWriter> more)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("scope", scanned.Scope);
            WriteScanned(json, scanned.Files, scanned.Reports);
            WriteSkipped(json, scanned.Reports);
            WriteSubmodules(json, scanned.Submodules);
            scanned.History.Write(json);
            WritePlaceholders(json, scanned.Reports);
            WriteHits(json, [.. scanned.Reports, .. scanned.Names, .. scanned.History.Reports]);
            WriteColumns(json, scanned.Reports);
            more(json);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return new Evidence(Kind, document.RootElement.Clone());
    }

    private static void WriteScanned(Utf8JsonWriter json, IReadOnlyList<SourceFile> files, IReadOnlyList<FileReport> reports)
    {
        var scanned = reports.Index().Where(report => IsScanned(report.Item)).Select(report => files[report.Index].Size).ToArray();
        json.WriteStartObject("scanned");
        json.WriteNumber("files", scanned.Length);
        json.WriteNumber("bytes", scanned.Sum());
        json.WriteEndObject();
    }

    /// <summary>Text that holds binary data was scanned as text all the same.</summary>
    private static bool IsScanned(FileReport report) => report.Unseen is null || report.Unseen == UnseenReasons.BinaryText;

    private static void WritePlaceholders(Utf8JsonWriter json, IReadOnlyList<FileReport> reports)
    {
        json.WriteNumber("placeholders", reports.Sum(report => (long)report.PlaceholderCount));
        json.WriteStartArray("placeholdersAt");
        foreach (var (report, placeholder) in reports.SelectMany(report =>
            report.Placeholders.Select(placeholder => (report, placeholder))).Take(PlaceholdersListed))
        {
            json.WriteStartObject();
            json.WriteString("rule", placeholder.Rule.Id);
            json.WriteString("path", report.Path);
            json.WriteNumber("line", placeholder.Line);
            json.WriteNumber("column", placeholder.Column);
            WriteNumber(json, "offset", placeholder.Offset);
            WriteText(json, "member", placeholder.Member);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteSkipped(Utf8JsonWriter json, IReadOnlyList<FileReport> reports)
    {
        var skipped = reports.Where(report => report.Unseen is not null).OrderBy(report => report.Unseen!.IsExpected).ToArray();
        json.WriteStartArray("skipped");
        foreach (var report in skipped.Take(SkippedListed))
        {
            json.WriteStartObject();
            json.WriteString("path", report.Path);
            json.WriteString("reason", report.Unseen!.Id);
            WriteText(json, "problem", report.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("skippedCounts");
        foreach (var reason in skipped.CountBy(report => report.Unseen!.Id, StringComparer.Ordinal))
        {
            json.WriteNumber(reason.Key, reason.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteSubmodules(Utf8JsonWriter json, IReadOnlyList<UnseenFile> submodules)
    {
        json.WriteStartArray("submodules");
        foreach (var submodule in submodules.Take(SkippedListed))
        {
            json.WriteStartObject();
            json.WriteString("path", submodule.Path.TrimEnd('/'));
            json.WriteString("commit", submodule.Commit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Severe hits first: when there are too many, notes make room for errors.
    private static void WriteHits(Utf8JsonWriter json, IReadOnlyList<FileReport> reports)
    {
        var more = new Dictionary<DlpRule, MoreHits>();
        foreach (var report in reports)
        {
            foreach (var (rule, hidden) in report.More)
            {
                MoreOf(more, rule, report.Path).Add(report.Path, hidden.Count, hidden.Digest.Span);
            }
        }

        var listed = new Dictionary<DlpRule, int>();
        var total = 0;
        json.WriteStartArray("hits");
        foreach (var (report, hit) in reports.SelectMany(report => report.Hits.Select(hit => (report, hit))).OrderBy(pair => Order(pair.hit.Rule)))
        {
            var count = listed.GetValueOrDefault(hit.Rule);
            if (count == HitsPerRule || total == HitsInAll)
            {
                MoreOf(more, hit.Rule, report.Path).Add(report.Path, 1, Encoding.UTF8.GetBytes(hit.Identity));
                continue;
            }

            listed[hit.Rule] = count + 1;
            total++;
            WriteHit(json, report, hit);
        }

        json.WriteEndArray();
        WriteMore(json, more);
    }

    private static MoreHits MoreOf(Dictionary<DlpRule, MoreHits> more, DlpRule rule, string path) =>
        more.TryGetValue(rule, out var known) ? known : more[rule] = new MoreHits(path);

    private static void WriteMore(Utf8JsonWriter json, Dictionary<DlpRule, MoreHits> more)
    {
        json.WriteStartArray("more");
        foreach (var (rule, hidden) in more.OrderBy(pair => pair.Key.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            WriteRule(json, rule);
            json.WriteString("path", hidden.Path);
            json.WriteNumber("count", hidden.Count);
            json.WriteString("identity", ValueIdentity.Of(rule, hidden.Finish()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHit(Utf8JsonWriter json, FileReport report, Hit hit)
    {
        json.WriteStartObject();
        WriteRule(json, hit.Rule);
        json.WriteString("path", report.Path);
        WriteText(json, "commit", report.Commit);
        json.WriteNumber("line", hit.Line);
        json.WriteNumber("column", hit.Column);
        json.WriteNumber("endColumn", hit.EndColumn);
        WriteNumber(json, "offset", hit.Offset);
        WriteText(json, "member", hit.Member);
        if (hit.IsInName)
        {
            json.WriteBoolean("inName", true);
        }
        else if (hit.IsInTarget)
        {
            json.WriteBoolean("inTarget", true);
        }

        WriteText(json, "inside", hit.Inside);
        json.WriteString("masked", hit.Masked);
        json.WriteString("identity", hit.Identity);
        json.WriteBoolean("verified", hit.Verified);
        json.WriteBoolean("testLike", TestPaths.IsTestLike(report.Path) || (hit.Member is { } member && TestPaths.IsTestLike(member)));
        json.WriteString("help", hit.Rule.Help);
        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, IReadOnlyList<FileReport> reports)
    {
        json.WriteStartArray("columns");
        foreach (var (report, column) in reports.SelectMany(report => report.Columns.Select(column => (report, column)))
            .OrderBy(pair => Order(pair.column.Rule)).Take(ColumnsInAll))
        {
            json.WriteStartObject();
            WriteRule(json, column.Rule);
            json.WriteString("path", report.Path);
            json.WriteString("column", column.Column);
            WriteNumber(json, "line", column.Line);
            json.WriteNumber("values", column.Values);
            json.WriteNumber("checked", column.Checked);
            json.WriteNumber("valid", column.Valid);
            json.WriteNumber("share", Math.Round((double)column.Valid / column.Checked, 4));
            json.WriteString("identity", column.Identity);
            json.WriteBoolean("testLike", TestPaths.IsTestLike(report.Path));
            json.WriteString("help", column.Rule.Help);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter json, DlpRule rule)
    {
        json.WriteString("rule", rule.Id);
        json.WriteString("title", rule.Title);
        json.WriteString("category", rule.Category);
        json.WriteString("severity", rule.Severity);
    }

    private static int Order(DlpRule rule) => rule.Severity switch { "error" => 0, "warning" => 1, _ => 2 };
}
