using System.Globalization;
using System.Text;
using Gates.Formats.Settings;

namespace Gates.Pipeline.Baselines;

/// <summary>The baseline as text: one finding a line in a fixed order, so that a difference shows which were added and which are gone.</summary>
internal static class BaselineWriter
{
    public static string Write(Baseline baseline)
    {
        var text = new StringBuilder("{\n  \"version\": 1,\n");
        if (!baseline.Salt.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"salt\": \"{Convert.ToHexStringLower(baseline.Salt.Span)}\",\n");
        }

        if (baseline.Growths.Count > 0)
        {
            List(text, "grown", baseline.Growths.Select(growth =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"on\": \"{growth.On:yyyy-MM-dd}\", \"reason\": {Quote(growth.Reason)}, \"added\": {growth.Added}")));
            text.Append(",\n");
        }

        List(text, "findings", Sort(baseline.Entries).Select(Describe));
        return text.Append("\n}\n").ToString();
    }

    public static IEnumerable<BaselineEntry> Sort(IEnumerable<BaselineEntry> entries) => entries
        .OrderBy(entry => entry.Gate, StringComparer.Ordinal)
        .ThenBy(entry => entry.Path, StringComparer.Ordinal)
        .ThenBy(entry => entry.Rule, StringComparer.Ordinal)
        .ThenBy(entry => entry.Fingerprint.Text, StringComparer.Ordinal);

    private static string Describe(BaselineEntry entry)
    {
        var place = entry.Path is null ? "" : $", \"path\": {Quote(entry.Path)}";
        var line = entry.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $", \"line\": {number}") : "";
        return $"\"gate\": {Quote(entry.Gate)}, \"rule\": {Quote(entry.Rule)}{place}{line}, \"fingerprint\": {Quote(entry.Fingerprint)}";
    }

    private static void List(StringBuilder text, string name, IEnumerable<string> items)
    {
        text.Append(CultureInfo.InvariantCulture, $"  \"{name}\": [");
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator).Append("\n    { ").Append(item).Append(" }");
            separator = ",";
        }

        text.Append(separator.Length > 0 ? "\n  ]" : "]");
    }

    private static string Quote(string text) => SettingJson.ToText(text);
}
