using Gates.Attestation.Packs;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Packing;

/// <summary>What the gates judged, from the folder of their run: with it anybody can judge again.</summary>
internal static class RunMaterials
{
    /// <summary>The files that the bundles name by digest, where the folder has the very file.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> Of(IReadOnlyList<PackedBundle> bundles, DirectoryInfo folder)
    {
        var files = new FolderEvidence(folder);
        var named = bundles.SelectMany(bundle => Named(bundle)).Distinct().ToList();
        foreach (var (name, digest) in named)
        {
            if (files.Read(name) is { } content && Sha256Hex.Of(content) == digest)
            {
                yield return KeyValuePair.Create(name, content);
            }
        }
    }

    private static IEnumerable<(string Name, string Digest)> Named(PackedBundle bundle)
    {
        var statement = bundle.Statement;
        return statement.PredicateType != StatementKinds.TestResult
            ? []
            : StatementKinds.Materials(statement, bundle.Name)
                .Where(material => material.File is not null)
                .Select(material => (material.File!, material.Sha256));
    }
}
