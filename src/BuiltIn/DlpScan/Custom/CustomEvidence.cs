using System.Globalization;
using System.Text.Json;
using Gates.Doors.Files;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.DlpScan.Custom;

/// <summary>Writes which rules looked, and what the repository's own file accepts.</summary>
internal static class CustomEvidence
{
    private static readonly Lazy<string> ShippedDigest = new(() => Sha256Hex.Of(string.Concat(
        new EmbeddedFiles(typeof(CustomEvidence).Assembly).Below("BuiltIn/DlpScan/rules/").Select(file => $"{Sha256Hex.Of(file.Value)}  {file.Key}\n"))));

    /// <summary>
    /// Names the rules: SHA-256 over the list of the shipped files as sha256sum(1) writes it; with a file of the repository, over that digest and the file's.
    /// </summary>
    public static string Digest(CustomRules own) => own.Digest is { } file ? Sha256Hex.Of($"{ShippedDigest.Value}  shipped\n{file}  {CustomRules.Path}\n")
        : ShippedDigest.Value;

    public static void Write(Utf8JsonWriter json, CustomRules own, TimeProvider time)
    {
        json.WriteStartObject("rules");
        json.WriteString("version", ToolVersion.Short(ToolVersion.Text));
        json.WriteString("digest", Digest(own));
        json.WriteNumber("count", own.All.Rules.Count);
        json.WriteNumber("custom", own.Own.Count);
        json.WriteEndObject();
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        json.WriteStartArray("allow");
        foreach (var entry in own.Allow)
        {
            json.WriteStartObject();
            json.WriteString("file", CustomRules.Path);
            json.WriteNumber("line", entry.Line);
            WriteGiven(json, "rule", entry.Rule);
            WriteGiven(json, "path", entry.Path);
            WriteGiven(json, "identity", entry.Identity);
            json.WriteString("reason", entry.Reason);
            json.WriteString("expires", entry.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteBoolean("expired", entry.IsExpired(today));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGiven(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
