using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Verification;

/// <summary>A pack holds what its signed manifest lists, each file as it was then, and nothing else.</summary>
internal sealed class PackContents(VerificationRun verification)
{
    /// <value>Recognises a pack, and is the one file that it does not list.</value>
    public const string Manifest = "manifest" + SigstoreBundle.Extension;

    /// <value>That the manifest was logged; made after it, so it cannot list it either.</value>
    public const string ManifestProof = "manifest" + TlogProof.Extension;

    /// <summary>
    /// What a manifest lists was there when the log took the manifest, or an authority stamped it, and so were its signatures: their keys are asked about that
    /// moment.
    /// </summary>
    public void ReadTimes()
    {
        if (verification.Files.Read(Manifest) is not { } bytes)
        {
            return;
        }

        var entry = verification.LoggedAs(Sha256Hex.Of(bytes));
        if (entry is null && bytes.AsSpan().IndexOf("\"timestampVerificationData\""u8) < 0)
        {
            return;
        }

        verification.Try(() =>
        {
            var envelope = SigstoreBundle.Read(bytes, Manifest).Envelope;
            var statement = Statement.Read(envelope, Manifest);
            if (statement.PredicateType == StatementKinds.Reference
                && VerificationRun.Earliest(entry?.Time, verification.StampedTime(Manifest, bytes, envelope)) is { } time
                && verification.Trust.Check(envelope, KeyUse.Release, time).Signer is not null)
            {
                foreach (var (_, sha256) in References(statement))
                {
                    verification.AddCommitted(sha256, time);
                }
            }
        });
    }

    public void Verify()
    {
        if (verification.Files is ArchiveEvidence && verification.Files.Read(Manifest) is null)
        {
            verification.Add(VerificationFault.Missing, $"{Manifest}: missing; without it nobody can tell what was taken out of a pack");
        }

        if (!verification.Statements.TryGetValue(Manifest, out var manifest))
        {
            return;
        }

        verification.Try(() =>
        {
            var listed = new HashSet<string>(StringComparer.Ordinal) { Manifest, ManifestProof };
            foreach (var (path, sha256) in References(manifest.Statement))
            {
                listed.Add(path);
                verification.Demand(path, sha256, Manifest);
            }

            foreach (var path in verification.Files.Paths.Where(path => !listed.Contains(path)))
            {
                verification.Add(VerificationFault.NotListed, $"{path}: {Manifest} does not list it: it was put in afterwards");
            }

            if (NamedRelease.Of(manifest.Statement) is { } release)
            {
                VerifyRelease(release);
            }
        });
    }

    /// <summary>A pack is about one commit: what was made for another release must not stand in for what is missing.</summary>
    private void VerifyRelease(NamedRelease release)
    {
        foreach (var (path, (statement, _)) in verification.Statements.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var named = NamedRelease.Of(statement);
            if (statement.Commits.Any() && !statement.Commits.Contains(release.Commit, StringComparer.Ordinal))
            {
                verification.Add(VerificationFault.NotListed, $"{path}: is about the commit {statement.Commits.First()}; {Manifest} is of {release.Commit}");
            }
            else if (named is not null && (named.Commit != release.Commit || named.Tag != release.Tag))
            {
                verification.Add(
                    VerificationFault.NotListed,
                    $"{path}: is of {named.Tag}, commit {named.Commit}; {Manifest} is of {release.Tag}, commit {release.Commit}");
            }
        }
    }

    private static IEnumerable<(string Path, string Sha256)> References(Statement manifest) =>
        new EvidenceJson(manifest.Predicate, Manifest, "predicate").Array("references")
            .Select(reference => (reference.Text("downloadLocation"), reference.Object("digest").Text("sha256")));
}
