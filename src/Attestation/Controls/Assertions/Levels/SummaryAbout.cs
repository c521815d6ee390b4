using Gates.Attestation.Statements;

namespace Gates.Attestation.Controls.Assertions.Levels;

/// <summary>What summaries must be about: each file of a list, or the commit.</summary>
/// <param name="Name">For people.</param>
/// <param name="Is">Whether a subject of a statement is it.</param>
internal sealed record SummaryAbout(string Name, Func<Subject, bool> Is)
{
    /// <summary>What is wrong with what an assertion must be about; <see langword="null"/> when nothing is.</summary>
    public static (string Key, string Message)? Refuse(string? subject, bool isCommit) =>
        isCommit && subject is not null ? ("subject", "is for files, and `commit` is set") : null;

    /// <summary>Each of them needs one statement that holds; another one that does not takes nothing away (in-toto's monotonic principle).</summary>
    /// <param name="evidence">Keys and roots, and where statements may be.</param>
    /// <param name="wanted">A glob over files, or the release's commit.</param>
    /// <param name="refusal">Why a statement does not show it of one; <see langword="null"/> when it does.</param>
    /// <param name="said">What is said of all of them, when it holds.</param>
    public static AssertionFinding Judge(
        (AssertionScope Scope, IReadOnlyList<EvidenceItem> Items) evidence,
        (string? Subject, bool IsCommit) wanted,
        Func<SignedStatement, SummaryAbout, string?> refusal,
        string said)
    {
        var all = Of(evidence.Scope, wanted.Subject, wanted.IsCommit);
        if (all.Count == 0)
        {
            return new AssertionFinding(Holds: false, wanted.IsCommit ? "the commit of the release is not known" : SlsaBuildLevel.NoFiles(wanted.Subject));
        }

        var statements = evidence.Items.SelectMany(item => SignedStatement.Of(item, evidence.Scope).Select(read => (Item: item, Read: read))).ToList();
        var (complaints, used) = (new List<string>(), new List<EvidenceItem>());
        foreach (var one in all)
        {
            var judged = statements.ConvertAll(statement => (statement.Item, statement.Read, Refusal: refusal(statement.Read, one)));
            if (judged.Find(statement => statement.Refusal is null) is { Item: { } holds })
            {
                used.Add(holds);
            }
            else
            {
                complaints.Add($"{one.Name}: " + (judged.Count == 0
                    ? "there is no attestation (a DSSE envelope or a Sigstore bundle) among the evidence"
                    : AssertionFinding.Some([.. judged.Select(statement => $"{statement.Read.Source} {statement.Refusal}")], 2)));
            }
        }

        List<EvidenceItem> shown = [.. used.Distinct()];
        return complaints.Count > 0
            ? new AssertionFinding(Holds: false, AssertionFinding.Some(complaints))
            : new AssertionFinding(
                Holds: true,
                $"{said} of {AssertionFinding.Some([.. all.Select(one => one.Name)], 3)}, in {AssertionFinding.Some([.. shown.Select(item => item.Path)], 3)}")
            { Used = shown };
    }

    /// <returns>None when nothing is named.</returns>
    private static IReadOnlyList<SummaryAbout> Of(AssertionScope scope, string? subject, bool isCommit) => isCommit
        ? scope.Commit is { } commit
            ? [new SummaryAbout("commit " + commit, one => (one.Digest.GetValueOrDefault("gitCommit") ?? one.Digest.GetValueOrDefault("sha1")) == commit)]
            : []
        : [.. SlsaBuildLevel.FilesOf(scope, subject).Select(file => new SummaryAbout(file.Path, file.IsOf))];
}
