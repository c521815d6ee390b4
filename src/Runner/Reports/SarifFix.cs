using System.Text.Json;
using Gates.Formats.Foundation.Text;
using Gates.Policies;

namespace Gates.Runner.Reports;

/// <summary>The edit that mends a finding, as SARIF has it (section 3.55).</summary>
internal static class SarifFix
{
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        if (finding is not { Fix: { Column: { } column } fix, Location: { Line: { } line } location } || Escape.RelativeUri(location.Path) is not { } uri)
        {
            return;
        }

        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartObject("description");
        json.WriteString("text", $"Replace {fix.Replace} by {fix.With}.");
        json.WriteEndObject();
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", uri);
        json.WriteString("uriBaseId", SarifDocument.Root);
        json.WriteEndObject();
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        json.WriteStartObject("deletedRegion");
        json.WriteNumber("startLine", line);
        json.WriteNumber("startColumn", column);
        json.WriteNumber("endColumn", column + fix.Replace.Length);
        json.WriteEndObject();
        json.WriteStartObject("insertedContent");
        json.WriteString("text", fix.With);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
