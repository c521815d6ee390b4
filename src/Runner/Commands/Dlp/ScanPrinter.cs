using System.Globalization;
using System.Text;
using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Settings;
using Gates.Pipeline.Unseen;
using Gates.Policies;

namespace Gates.Runner.Commands.Dlp;

/// <summary>Shows a scan to people, a line for each finding, and to programs.</summary>
internal static class ScanPrinter
{
    public static void Print(Scanned scanned, TextWriter output)
    {
        foreach (var finding in Sorted(scanned))
        {
            Write(output, $"{Prose.Place(finding.Location)}: {Name(finding.Severity)}: {finding.Message} [{finding.Rule}]");
        }

        foreach (var line in scanned.Log)
        {
            Write(output, "note: " + line);
        }

        if (scanned.Coverage.Problem is { } problem)
        {
            Write(output, "not scanned whole: " + problem);
        }

        var size = scanned.Bytes < 1_000_000 ? $"{scanned.Bytes:N0} bytes" : $"{scanned.Bytes / 1_000_000.0:N1} MB";
        Write(output, string.Create(
            CultureInfo.InvariantCulture,
            $"{Prose.Count(scanned.Count, "file")}, {size}: {Prose.Count(scanned.Of(Severity.Error), "error")}, "
                + $"{Prose.Count(scanned.Of(Severity.Warning), "warning")}, {Prose.Count(scanned.Of(Severity.Note), "note")}."));
    }

    public static string ToJson(Scanned scanned, Evidence evidence)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteNumber("exitCode", (int)scanned.ExitCode);
            json.WriteNumber("files", scanned.Count);
            json.WriteNumber("bytes", scanned.Bytes);
            if (evidence.Facts.TryGetProperty("rules", out var rules))
            {
                json.WritePropertyName("rules");
                rules.WriteTo(json);
            }

            json.WriteStartArray("findings");
            foreach (var finding in Sorted(scanned))
            {
                Write(json, finding);
            }

            json.WriteEndArray();
            json.WriteStartArray("notes");
            scanned.Log.Concat(scanned.Coverage.Problem is { } problem ? [problem] : []).ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static IEnumerable<Finding> Sorted(Scanned scanned) => scanned.Findings
        .OrderBy(finding => finding.Location?.Path, StringComparer.Ordinal).ThenBy(finding => finding.Location?.Line)
            .ThenBy(finding => finding.Location?.Column);

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", Name(finding.Severity));
        json.WriteString("path", finding.Location?.Path);
        foreach (var (name, number) in new[] { ("line", finding.Location?.Line), ("column", finding.Location?.Column),
            ("endColumn", finding.Location?.EndColumn) })
        {
            if (number is { } known)
            {
                json.WriteNumber(name, known);
            }
        }

        json.WriteNumber("count", finding.Count);
        json.WriteString("identity", finding.Identity);
        json.WriteString("message", finding.Message);
        json.WriteEndObject();
    }

    private static string Name(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    private static void Write(TextWriter output, string line) => output.WriteLine(TerminalLine.Of(line));
}
