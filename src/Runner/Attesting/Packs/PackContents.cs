using Gates.Runner.Attesting.Envelopes;
using Gates.Runner.Attesting.Verification;

namespace Gates.Runner.Attesting.Packs;

/// <summary>A pack holds what its signed manifest lists, each file as it was then, and nothing else.</summary>
internal sealed class PackContents(VerificationRun verification)
{
    /// <value>Recognises a pack, and is the one file that it does not list.</value>
    public const string Manifest = "manifest" + SigstoreBundle.Extension;

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
            var listed = new HashSet<string>(StringComparer.Ordinal) { Manifest };
            foreach (var reference in new EvidenceJson(manifest.Statement.Predicate, Manifest, "predicate").Array("references"))
            {
                var path = reference.Text("downloadLocation");
                listed.Add(path);
                verification.Demand(path, reference.Object("digest").Text("sha256"), Manifest);
            }

            foreach (var path in verification.Files.Paths.Where(path => !listed.Contains(path)))
            {
                verification.Add(VerificationFault.NotListed, $"{path}: {Manifest} does not list it: it was put in afterwards");
            }
        });
    }
}
