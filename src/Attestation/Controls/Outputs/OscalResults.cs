using System.Text.Json;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>
/// The attestation as OSCAL assessment results, 1.2.1. OSCAL wants an assessment plan, of which there is none: the import points at a resource that
/// says so. Its findings know no middle between satisfied and not: what is present and not judged is not satisfied for another reason than failing, with
/// a property
/// that says so; controls that do not apply are left out of the findings.
/// </summary>
internal sealed class OscalResults(ControlAttestation attestation, string space, Utf8JsonWriter json)
{
    private const string Version = "1.2.1";
    public const string Namespace = "https://gates-ci.github.io/ns/oscal";

    /// <param name="attestation">What is written.</param>
    /// <param name="space">SHA-256 of the JSON form, which all identifiers are made from.</param>
    public static byte[] Of(ControlAttestation attestation, string space)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            new OscalResults(attestation, space, json).Write();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private void Write()
    {
        json.WriteStartObject();
        json.WriteStartObject("assessment-results");
        json.WriteString("uuid", Id("assessment-results"));
        WriteMetadata();
        json.WriteStartObject("import-ap");
        json.WriteString("href", "#" + Id("plan"));
        json.WriteEndObject();
        json.WriteStartArray("results");
        WriteResult();
        json.WriteEndArray();
        WriteBackMatter();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteMetadata()
    {
        json.WriteStartObject("metadata");
        json.WriteString("title", Line($"Control attestation of {attestation.Scope.Repository} {attestation.Scope.Tag}"));
        json.WriteString("last-modified", EvidenceTime.Write(attestation.Created));
        json.WriteString("version", Line(attestation.Scope.Tag));
        json.WriteString("oscal-version", Version);
        WriteProperties(
            ("generator", "gates " + attestation.ToolVersion),
            ("catalogue-sha256", attestation.Evaluation.Catalogue.Digest),
            ("attestation-sha256", space));
        json.WriteString("remarks", ControlAttestation.Meaning);
        json.WriteEndObject();
    }

    private void WriteResult()
    {
        var applicable = attestation.Evaluation.Results.Where(result => result.Outcome != ControlOutcome.NotApplicable).ToList();
        json.WriteStartObject();
        json.WriteString("uuid", Id("result"));
        json.WriteString("title", Line($"Controls of {attestation.Scope.Tag}"));
        json.WriteString(
            "description",
            $"{attestation.Evaluation.Results.Count} controls held against the evidence of {attestation.Scope.Repository} {attestation.Scope.Tag}, commit {attestation.Scope.Commit}.");
        json.WriteString("start", EvidenceTime.Write(attestation.Scope.PreviousTime ?? attestation.Scope.Time));
        json.WriteString("end", EvidenceTime.Write(attestation.Scope.Time));
        WriteProperties(("overall", attestation.Evaluation.Overall
            ? "holds"
            : "fails"), ("controls-present-not-judged", FormattableString.Invariant($"{attestation.Evaluation.Count(ControlOutcome.NotJudged)}")),
            ("commit", attestation.Scope.Commit), ("changes", FormattableString.Invariant($"{attestation.Scope.Population.Changes.Count}")),
            ("changes-unevidenced", FormattableString.Invariant($"{attestation.Unevidenced.Count}")), ("releases-in-year", FormattableString.Invariant($"{attestation.Scope.Population.Releases.Count}")));
        WriteReviewed(applicable);
        OscalStatement.Write(json, attestation);
        if (applicable.Count > 0)
        {
            json.WriteStartArray("observations");
            applicable.ForEach(WriteObservation);
            json.WriteEndArray();
            json.WriteStartArray("findings");
            applicable.ForEach(WriteFinding);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteReviewed(List<ControlResult> applicable)
    {
        json.WriteStartObject("reviewed-controls");
        json.WriteStartArray("control-selections");
        json.WriteStartObject();
        json.WriteString("description", $"The controls of {attestation.Evaluation.Catalogue.Path} that apply.");
        if (applicable.Count == 0)
        {
            json.WriteStartObject("include-all");
            json.WriteEndObject();
        }

        var (name, controls) = applicable.Count == 0 ? ("exclude-controls", attestation.Evaluation.Results) : ("include-controls", applicable);
        json.WriteStartArray(name);
        foreach (var result in controls)
        {
            json.WriteStartObject();
            json.WriteString("control-id", result.Control.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteObservation(ControlResult result)
    {
        json.WriteStartObject();
        json.WriteString("uuid", Id("observation", result));
        json.WriteString("title", Line(result.Control.Name));
        json.WriteString("description", result.Assertions.Count == 0
            ? result.Details
            : string.Join("\n\n", result.Assertions.Select(one => $"{one.Type}: {one.Word}: {one.Detail}")));
        json.WriteStartArray("methods");
        json.WriteStringValue(result.Assertions.Count == 0 ? "EXAMINE" : "TEST");
        json.WriteEndArray();
        if (result.Evidence.Count > 0)
        {
            json.WriteStartArray("relevant-evidence");
            foreach (var item in result.Evidence)
            {
                json.WriteStartObject();
                json.WriteString("href", "#" + Id("evidence/" + item.Path));
                json.WriteString("description", $"{item.Path}, sha256 {item.Sha256}, {AttestationJson.Log(attestation.LogIndexOf(item))}");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteString("collected", EvidenceTime.Write(attestation.Created));
        json.WriteEndObject();
    }

    private void WriteFinding(ControlResult result)
    {
        var control = result.Control;
        json.WriteStartObject();
        json.WriteString("uuid", Id("finding", result));
        json.WriteString("title", Line($"{control.Id} {control.Name}"));
        json.WriteString("description", result.Details);
        WriteProperties([("outcome", result.OutcomeId), .. control.Frameworks.Select(one => ("supports", one.ToString()))]);

        json.WriteStartObject("target");
        json.WriteString("type", "objective-id");
        json.WriteString("target-id", control.Id);
        json.WriteStartObject("status");
        json.WriteString("state", result.Pass == true ? "satisfied" : "not-satisfied");
        json.WriteString("reason", result.Outcome switch { ControlOutcome.Holds => "pass", ControlOutcome.Fails => "fail", _ => "other" });
        if (result.Outcome == ControlOutcome.NotJudged)
        {
            json.WriteString("remarks", "Present, not judged: the evidence is there, and nothing shows what it is worth. OSCAL knows no state for that.");
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("related-observations");
        json.WriteStartObject();
        json.WriteString("observation-uuid", Id("observation", result));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteBackMatter()
    {
        json.WriteStartObject("back-matter");
        json.WriteStartArray("resources");
        json.WriteStartObject();
        json.WriteString("uuid", Id("plan"));
        json.WriteString("title", "No assessment plan");
        json.WriteString(
            "description",
            $"There is no assessment plan in OSCAL. What is assessed is the control catalogue {attestation.Evaluation.Catalogue.Path}, sha256 {attestation.Evaluation.Catalogue.Digest}.");
        json.WriteEndObject();
        foreach (var item in attestation.Evaluation.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("uuid", Id("evidence/" + item.Path));
            json.WriteString("title", Line(item.Path));
            json.WriteStartArray("rlinks");
            json.WriteStartObject();
            json.WriteString("href", string.Join('/', item.Path.Split('/').Select(Uri.EscapeDataString)));
            json.WriteStartArray("hashes");
            json.WriteStartObject();
            json.WriteString("algorithm", "SHA-256");
            json.WriteString("value", item.Sha256);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteProperties(params ReadOnlySpan<(string Name, string Value)> properties)
    {
        json.WriteStartArray("props");
        foreach (var (name, value) in properties)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("ns", Namespace);
            json.WriteString("value", Line(value));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private string Id(string name, ControlResult? result = null) => NameUuid.Of(space, result is null ? name : $"{name}/{result.Control.Id}");

    /// <summary>OSCAL's one-line texts hold no line break.</summary>
    private static string Line(string text) => text.ReplaceLineEndings(" ").Trim();
}
