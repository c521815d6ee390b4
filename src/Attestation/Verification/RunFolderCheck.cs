using Gates.Attestation.Bundles;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Pipeline.RunFolder;

namespace Gates.Attestation.Verification;

/// <summary>
/// That a run's results belong together: each gate that ran has its statement, the decision rests on all of them, and policies, settings and evidence are those
/// that were signed.
/// </summary>
internal sealed class RunFolderCheck(VerificationRun verification)
{
    private const string Manifest = OutputFolder.Manifest;

    private static readonly string[] Reports =
        [Manifest, RunFileNames.Results, RunFileNames.Proposed, RunFileNames.Sarif, RunFileNames.JUnit, RunFileNames.Summary, RunFileNames.Html];

    /// <summary>Whether a file is one that a run says its results in: a report, in a folder that has a run's bundles or is all there is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="paths">All files.</param>
    public static bool IsReport(string path, IReadOnlyList<string> paths)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        return Reports.Contains(path[folder.Length..], StringComparer.Ordinal)
            && (folder.Length == 0 || paths.Any(other => other.StartsWith(folder + RunBundles.Folder + "/_", StringComparison.Ordinal)));
    }

    public void Verify()
    {
        verification.Try(VerifyFiles);
        verification.Try(VerifyDecisions);
        verification.Try(VerifyMaterials);
        verification.Try(() =>
        {
            if (verification.Files.Read(Manifest) is { } manifest)
            {
                VerifyGates(EvidenceJson.Parse(manifest, Manifest));
            }
        });
    }

    /// <summary>
    /// Reports and <c>run.json</c> are what a signed list says they are. On a branch or in a pack, where that list has another name, they are not.
    /// </summary>
    private void VerifyFiles()
    {
        foreach (var (path, (statement, _)) in verification.Statements
            .Where(one => one.Value.Statement.PredicateType == RunFiles.PredicateType
                && ("/" + one.Key).EndsWith("/" + RunSeal.FileName, StringComparison.Ordinal)))
        {
            foreach (var (name, digest) in RunFiles.Read(statement, path))
            {
                Demand(path[..^RunSeal.FileName.Length], name, digest, (path, IsSigned: true));
            }
        }
    }

    /// <summary>What opens the commitments may be gone: every signature holds without it.</summary>
    private void Demand(string folder, string name, string digest, (string Path, bool IsSigned) namedBy)
    {
        if (name != RunBundles.DisclosuresName || verification.Digest(folder + name) is not null)
        {
            verification.Demand(folder + name, digest, namedBy.Path, namedBy.IsSigned);
        }
    }

    /// <summary>A decision lists what it rests on; a result that was taken away, or that it never saw, is found here.</summary>
    private void VerifyDecisions()
    {
        var results = Results().Select(one => (Digest: verification.Statements[one.Path].File.Sha256, one.Path)).ToList();
        var present = results.Select(result => result.Digest).ToHashSet(StringComparer.Ordinal);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        var decisions = verification.Statements.Where(one => one.Value.Statement.PredicateType == StatementKinds.Decision).ToList();
        foreach (var (path, (statement, _)) in decisions)
        {
            foreach (var input in new EvidenceJson(statement.Predicate, path, "predicate").Array("inputAttestations"))
            {
                var digest = input.Object("digest").Text("sha256");
                if (listed.Add(digest) && !present.Contains(digest))
                {
                    verification.Add(
                        VerificationFault.Incomplete,
                        $"{path}: the decision rests on {input.OptionalText("uri") ?? "a result"} (SHA-256 {digest}), which is not here, or does not hold");
                }
            }
        }

        foreach (var (digest, path) in results.Where(result => decisions.Count > 0 && !listed.Contains(result.Digest)))
        {
            verification.Add(VerificationFault.NotListed, $"{path}: no decision rests on it (SHA-256 {digest})");
        }
    }

    /// <summary>Policies, settings and evidence may be absent, since digests stand for them; what is there must be what was signed.</summary>
    private void VerifyMaterials()
    {
        foreach (var (path, statement) in Results())
        {
            foreach (var (_, digest, file) in StatementKinds.Materials(statement, path).Where(material => material.File is not null))
            {
                verification.DemandIfThere(file!, digest, path);
            }
        }
    }

    private void VerifyGates(EvidenceJson run)
    {
        if (!run.Flag("complete"))
        {
            throw new EvidenceFormatException($"{Manifest}: the run that wrote this folder did not finish");
        }

        var signed = Results().Select(one => StatementKinds.Gate(one.Statement)).ToHashSet(StringComparer.Ordinal);
        foreach (var id in run.Array("gates").Select(gate => gate.Text("id")).Where(id => !signed.Contains(id)))
        {
            verification.Add(VerificationFault.Incomplete, $"{Manifest}: the gate {id} ran, and no statement about it holds");
        }

        foreach (var (name, digest) in run.Object("files").Value.EnumerateObject().Select(file => (file.Name, file.Value.GetString())))
        {
            Demand("", name, digest ?? "", (Manifest, IsSigned: false));
        }
    }

    private IEnumerable<(string Path, Statement Statement)> Results() => verification.Statements
        .Where(one => one.Value.Statement.PredicateType == StatementKinds.TestResult)
        .OrderBy(one => one.Key, StringComparer.Ordinal)
        .Select(one => (one.Key, one.Value.Statement));
}
