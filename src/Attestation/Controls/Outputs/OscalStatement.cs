using System.Text.Json;
using Gates.Pipeline.Waivers;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>What the attestation says in words, in its OSCAL form: what it means, what it leaves open, and which exceptions there are.</summary>
internal static class OscalStatement
{
    /// <summary>As the <c>attestations</c> of a result.</summary>
    public static void Write(Utf8JsonWriter json, ControlAttestation attestation)
    {
        json.WriteStartArray("attestations");
        json.WriteStartObject();
        json.WriteStartArray("parts");
        WritePart(json, "meaning", ControlAttestation.Meaning);
        WritePart(json, "not-covered", string.Join("\n\n", attestation.NotCovered));
        foreach (var result in attestation.Evaluation.Results.Where(result => result.Outcome == ControlOutcome.NotApplicable))
        {
            WritePart(json, "not-applicable", $"{result.Control.Id}: {result.Control.NotApplicable}");
        }

        foreach (var waiver in attestation.Waivers)
        {
            WritePart(json, "waiver", $"{waiver.Gate}: {waiver.Reason} (until {waiver.ExpiresText}, {attestation.OwnerOf(waiver)})");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, string name, string prose)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("ns", OscalResults.Namespace);
        json.WriteString("prose", prose);
        json.WriteEndObject();
    }
}
