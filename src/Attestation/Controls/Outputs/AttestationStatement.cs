using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>What is signed: a statement about the release files, or the commit, whose predicate names the attestation's files by digest.</summary>
internal static class AttestationStatement
{
    /// <param name="attestation">What is attested.</param>
    /// <param name="files">The attestation's own files.</param>
    public static byte[] Of(ControlAttestation attestation, IReadOnlyList<EvidenceItem> files)
    {
        var scope = attestation.Scope;
        IReadOnlyList<Subject> subjects = scope.Artefacts.Count > 0
            ? [.. scope.Artefacts.Select(file => Subject.File(file.Path, file.Sha256))]
            : [Subject.Commit($"{scope.Repository}@{scope.Tag}", scope.Commit)];
        var predicate = EvidenceJson.ParseElement(CanonicalJson.Of(json => Write(json, attestation, files)), "the predicate");
        return new Statement(subjects, ControlAttestation.PredicateType, predicate).ToBytes();
    }

    private static void Write(Utf8JsonWriter json, ControlAttestation attestation, IReadOnlyList<EvidenceItem> files)
    {
        json.WriteStartObject();
        json.WriteBoolean("overall", attestation.Evaluation.Overall);
        json.WriteString("repository", attestation.Scope.Repository);
        json.WriteString("release", attestation.Scope.Tag);
        json.WriteString("commit", attestation.Scope.Commit);
        json.WriteString("created", EvidenceTime.Write(attestation.Created));
        json.WriteString("catalogueSha256", attestation.Evaluation.Catalogue.Digest);
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Path);
            json.WriteStartObject("digest");
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("controls");
        foreach (var result in attestation.Evaluation.Results)
        {
            json.WriteStartObject();
            json.WriteString("id", result.Control.Id);
            json.WriteString("outcome", result.OutcomeId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
