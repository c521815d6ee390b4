using Gates.Attestation.Controls.Assertions;
using Gates.Formats.Documents;

namespace Gates.Attestation.Controls;

/// <summary>The commits that evidence is about: those that signed statements name, and where no key is trusted at all, the heads of unsigned results.</summary>
internal static class EvidencedCommits
{
    public static IReadOnlySet<string> Of(IReadOnlyList<EvidenceItem> evidence, AssertionScope scope)
    {
        var commits = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in evidence.Where(item => item.Bytes <= EvidenceFolder.Limits.Bytes))
        {
            commits.UnionWith(SignedStatement.Of(item, scope).Where(one => one.Refusal is null).SelectMany(one => one.Statement!.Commits));
            if (scope.Trust is null && item.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && HeadOf(item, scope.Evidence) is { } head)
            {
                commits.Add(head);
            }
        }

        return commits;
    }

    /// <summary>The commit of a results.json; anything else has none.</summary>
    private static string? HeadOf(EvidenceItem item, EvidenceFolder folder)
    {
        try
        {
            var root = folder.Json(item);
            return root.Get("gates") is not null ? root.Get("changes")?.GetText("head") : null;
        }
        catch (DocumentException)
        {
            // It is no evidence of a commit; whether it is what it says is for assertions to judge.
            return null;
        }
    }
}
