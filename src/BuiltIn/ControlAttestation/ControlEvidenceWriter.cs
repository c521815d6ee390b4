using System.Buffers;
using System.Text.Json;
using Gates.Attestation.Controls;
using Gates.Policies;

namespace Gates.BuiltIn.ControlAttestation;

/// <summary>Writes what was found as facts: <c>control-attestation/v1</c>.</summary>
internal static class ControlEvidenceWriter
{
    public const string Kind = "control-attestation/v1";

    /// <param name="evaluation">What was found.</param>
    /// <param name="folder">Where the evidence stands.</param>
    public static Evidence Write(ControlEvaluation evaluation, string folder)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("catalogue");
            json.WriteString("path", evaluation.Catalogue.Path);
            json.WriteString("sha256", evaluation.Catalogue.Digest);
            json.WriteString("version", evaluation.Catalogue.Version);
            json.WriteEndObject();
            json.WriteString("folder", folder);
            Array(json, "controls", evaluation.Results, result => Write(json, result));
            json.WriteEndObject();
        }

        return new Evidence(Kind, JsonElement.Parse(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, ControlResult result)
    {
        var control = result.Control;
        json.WriteStartObject();
        json.WriteString("id", control.Id);
        json.WriteString("name", control.Name);
        json.WriteNumber("line", control.Line);
        json.WriteString("outcome", result.OutcomeId);
        json.WriteString("details", result.Details);
        Array(json, "frameworks", control.Frameworks, one => json.WriteStringValue(one.ToString()));
        Array(json, "assertions", result.Assertions, one =>
        {
            json.WriteStartObject();
            json.WriteString("type", one.Type);
            json.WriteBoolean("holds", one.Holds);
            json.WriteBoolean("unverified", one.IsUnverified);
            json.WriteString("detail", one.Detail);
            json.WriteEndObject();
        });
        Array(json, "evidence", result.Evidence, item =>
        {
            json.WriteStartObject();
            json.WriteString("path", item.Path);
            json.WriteString("sha256", item.Sha256);
            json.WriteNumber("bytes", item.Bytes);
            json.WriteEndObject();
        });
        Array(json, "missing", result.Missing, one =>
        {
            json.WriteStartObject();
            json.WriteString("glob", one.Glob);
            json.WriteString("nearest", one.Nearest);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> all, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            write(one);
        }

        json.WriteEndArray();
    }
}
