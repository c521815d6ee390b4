using System.Text.Json;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Lifetime;

/// <summary>How statements hold who asked for something and why: as commitments, the way results do.</summary>
internal static class PersonCommitments
{
    /// <summary>An object with commitments and the name of their algorithm.</summary>
    public static void Write(Utf8JsonWriter json, string name, params ReadOnlySpan<string> commitments)
    {
        json.WriteStartObject(name);
        json.WriteString(Commitments.AlgorithmProperty, Commitments.Algorithm);
        json.WriteStartArray(Commitments.Property);
        foreach (var commitment in commitments)
        {
            json.WriteStringValue(commitment);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
