using Gates.Attestation.Controls.Outputs;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Verification;

/// <summary>
/// What statements are about, where it lies beside them: a pack, an artefact, the pages of a control attestation. Each must be the one that was signed.
/// </summary>
internal sealed class AttestedFilesCheck(VerificationRun verification)
{
    public void Verify()
    {
        foreach (var (path, (statement, _)) in verification.Statements
            .Where(one => one.Value.Statement.PredicateType == ControlAttestation.PredicateType
                && one.Key.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal)))
        {
            verification.Try(() =>
            {
                var folder = path[..(path.LastIndexOf('/') + 1)];
                foreach (var file in new EvidenceJson(statement.Predicate, path, "predicate").Array("files"))
                {
                    verification.Demand(folder + file.Text("name"), file.Object("digest").Text("sha256"), path);
                }
            });
        }

        foreach (var (path, (statement, _)) in verification.Statements)
        {
            var folder = path[..(path.LastIndexOf('/') + 1)];
            foreach (var subject in statement.Subjects.Where(subject => subject.Name.Length > 0 && subject.Digest.ContainsKey("sha256")))
            {
                verification.Try(() => verification.DemandIfThere(folder + subject.Name, subject.Digest["sha256"], path));
            }
        }

        foreach (var orphan in verification.Files.Paths.Where(IsAttestation).Except(verification.Named, StringComparer.Ordinal))
        {
            verification.Add(VerificationFault.NotListed, $"{orphan}: no signature covers this control attestation");
        }
    }

    private static bool IsAttestation(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.StartsWith("control-attestation-", StringComparison.Ordinal)
            && !name.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal)
            && !name.EndsWith(Gates.Attestation.Log.TlogProof.Extension, StringComparison.Ordinal);
    }
}
