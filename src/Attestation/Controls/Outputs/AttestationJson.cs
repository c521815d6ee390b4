using System.Text.Json;
using Gates.Formats.Settings;
using Gates.Pipeline.Recognition;
using Gates.Pipeline.Waivers;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>The attestation for programs: <c>.overall</c> and <c>.controls[]</c> say it all, the rest says what it rests on.</summary>
internal sealed class AttestationJson(ControlAttestation attestation, Utf8JsonWriter json)
{
    /// <value>Stands where a place in a log would.</value>
    public const string NotInALog = "not in a log";

    /// <summary>A place in a log in words.</summary>
    public static string Log(long? index) => index is { } known ? FormattableString.Invariant($"log index {known}") : NotInALog;

    /// <summary>The same attestation has the same bytes.</summary>
    public static byte[] Of(ControlAttestation attestation)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            new AttestationJson(attestation, json).Write();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private void Write()
    {
        var evaluation = attestation.Evaluation;
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("type", ControlAttestation.PredicateType);
        json.WriteBoolean("overall", evaluation.Overall);
        WriteSummary(evaluation);
        json.WriteString("meaning", ControlAttestation.Meaning);
        json.WriteString("created", EvidenceTime.Write(attestation.Created));
        WriteScope();
        WritePopulation();
        WriteCatalogue(evaluation.Catalogue);
        WriteFrameworks();
        Array("controls", evaluation.Results, WriteControl);
        Array("waivers", attestation.Waivers, WriteWaiver);
        Texts("notCovered", attestation.NotCovered);
        WriteOrigin();
        json.WriteEndObject();
    }

    private void WriteSummary(ControlEvaluation evaluation)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("controls", evaluation.Results.Count);
        json.WriteNumber("hold", evaluation.Count(ControlOutcome.Holds));
        json.WriteNumber("fail", evaluation.Count(ControlOutcome.Fails));
        json.WriteNumber("presentNotJudged", evaluation.Count(ControlOutcome.NotJudged));
        json.WriteNumber("notApplicable", evaluation.Count(ControlOutcome.NotApplicable));
        json.WriteNumber("evidenceFiles", evaluation.Evidence.Count);
        json.WriteEndObject();
    }

    private void WriteScope()
    {
        var scope = attestation.Scope;
        json.WriteStartObject("scope");
        json.WriteString("repository", scope.Repository);
        json.WriteString("release", scope.Tag);
        json.WriteString("commit", scope.Commit);
        Array("artefacts", scope.Artefacts, artefact => WriteFile(artefact, isEvidence: false));
        json.WriteEndObject();
        json.WriteStartObject("period");
        json.WriteString("after", scope.PreviousTag);
        json.WriteString("from", scope.PreviousTime is { } time ? EvidenceTime.Write(time) : null);
        json.WriteString("to", EvidenceTime.Write(scope.Time));
        json.WriteEndObject();
    }

    private void WritePopulation()
    {
        var population = attestation.Scope.Population;
        json.WriteStartObject("population");
        json.WriteStartObject("releases");
        json.WriteNumber("year", population.Year);
        json.WriteString("tags", population.Prefix + "*");
        json.WriteNumber("count", population.Releases.Count);
        json.WriteNumber("position", population.Releases.ToList().IndexOf(attestation.Scope.Tag) + 1);
        Texts("names", population.Releases);
        json.WriteEndObject();
        json.WriteStartObject("changes");
        json.WriteNumber("count", population.Changes.Count);
        json.WriteNumber("evidenced", population.Changes.Count - attestation.Unevidenced.Count);
        Texts("unevidenced", attestation.Unevidenced);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteCatalogue(ControlCatalogue catalogue)
    {
        json.WriteStartObject("catalogue");
        json.WriteString("path", catalogue.Path);
        json.WriteString("sha256", catalogue.Digest);
        json.WriteString("title", catalogue.Title);
        json.WriteString("version", catalogue.Version);
        json.WriteString("atRelease", attestation.CatalogueAtRelease);
        json.WriteEndObject();
    }

    private void WriteFrameworks() => Array("frameworks", attestation.Frameworks, one =>
    {
        json.WriteStartObject();
        json.WriteString("id", one.Framework);
        json.WriteString("version", one.Version);
        Array("requirements", one.Requirements, requirement =>
        {
            json.WriteStartObject();
            json.WriteString("id", requirement.Requirement.Requirement);
            json.WriteString("paraphrase", requirement.Requirement.Paraphrase);
            Texts("controls", [.. requirement.Controls.Select(result => result.Control.Id)]);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });

    private void WriteControl(ControlResult result)
    {
        var control = result.Control;
        json.WriteStartObject();
        json.WriteString("id", control.Id);
        json.WriteString("name", control.Name);
        json.WritePropertyName("pass");
        SettingJson.Write(json, result.Pass);
        json.WriteString("outcome", result.OutcomeId);
        json.WriteString("details", result.Details);
        json.WriteString("claim", control.Claim);
        json.WriteString("owner", control.Owner);
        Texts("frameworks", [.. control.Frameworks.Select(one => one.ToString())]);
        Array("assertions", result.Assertions, one =>
        {
            json.WriteStartObject();
            json.WriteString("type", one.Type);
            json.WritePropertyName("pass");
            SettingJson.Write(json, one.IsUnverified ? null : one.Holds);
            json.WriteString("detail", one.Detail);
            json.WriteEndObject();
        });
        Array("evidence", result.Evidence, item => WriteFile(item, isEvidence: true));
        Array("missing", result.Missing, one =>
        {
            json.WriteStartObject();
            json.WriteString("path", one.Glob);
            json.WriteString("nearest", one.Nearest);
            json.WriteEndObject();
        });
        Texts("notCovered", control.NotCovered);
        json.WriteEndObject();
    }

    private void WriteFile(EvidenceItem item, bool isEvidence)
    {
        json.WriteStartObject();
        json.WriteString("path", item.Path);
        json.WriteString("sha256", item.Sha256);
        json.WriteNumber("bytes", item.Bytes);
        if (isEvidence)
        {
            json.WritePropertyName("logIndex");
            SettingJson.Write(json, attestation.LogIndexOf(item));
        }

        json.WriteEndObject();
    }

    private void WriteWaiver(Waiver waiver)
    {
        json.WriteStartObject();
        json.WriteString("gate", waiver.Gate);
        json.WriteString("rule", waiver.Rule);
        json.WriteString("path", waiver.Path);

        // Kept for years, so only the form that nobody can try values against.
        json.WriteString("fingerprint", waiver.Fingerprint is { } print && new Fingerprint(print).IsMasked ? print : null);
        json.WriteString("reason", waiver.Reason);
        json.WriteString("owner", attestation.OwnerOf(waiver));
        json.WriteString("ticket", waiver.Ticket);
        json.WriteString("expires", waiver.ExpiresText);
        json.WriteEndObject();
    }

    private void WriteOrigin()
    {
        json.WriteStartObject("generator");
        json.WriteString("name", "gates");
        json.WriteString("version", attestation.ToolVersion);
        json.WriteString("command", attestation.Command);
        json.WriteEndObject();
        json.WriteStartObject("trust");
        json.WriteString("source", attestation.TrustSource);
        Texts("keyIds", attestation.TrustedKeyIds);
        json.WriteEndObject();
        Texts("startedBy", attestation.Actors);
        json.WriteStartObject("signature");
        json.WriteString("status", attestation.KeyId is null ? "unsigned" : "signed");
        json.WriteString("keyId", attestation.KeyId);
        json.WriteString("bundle", attestation.KeyId is null ? null : attestation.BaseName + Gates.Attestation.Envelopes.SigstoreBundle.Extension);
        json.WriteEndObject();
        json.WriteStartObject("log");
        json.WriteString("status", attestation.Checkpoint is null ? NotInALog : "logged");
        json.WriteString("checkpoint", attestation.Checkpoint);
        json.WriteEndObject();
    }

    private void Texts(string name, IReadOnlyList<string> texts) => Array(name, texts, json.WriteStringValue);

    private void Array<T>(string name, IReadOnlyList<T> all, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            write(one);
        }

        json.WriteEndArray();
    }
}
