using Gates.Attestation.Log;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Verification;

/// <summary>That files which are laid out as an evidence branch are one: there is a log, it names each of them, and something was decided.</summary>
/// <param name="verification">The files, and what is found.</param>
/// <param name="logs">What the logs say.</param>
/// <param name="branch">What is known of the branch; <see langword="null"/> for files in a folder or an archive.</param>
internal sealed class BranchContents(VerificationRun verification, LoggedFilesCheck logs, EvidenceBranchName? branch)
{
    private const int MaxNamed = 100;

    private readonly bool isLayout = branch is not null || LogFolder.IsLayout(verification.Files.Paths);

    public void Verify()
    {
        if (!isLayout)
        {
            return;
        }

        DemandLogs();
        if (logs is { AllOpened: true, Opened.Count: > 0 })
        {
            NameStrays();
        }

        if (!verification.Statements.Values.Any(one => one.Statement.PredicateType == StatementKinds.Decision))
        {
            verification.Add(
                VerificationFault.Incomplete, "no release decision (*-_vsa-*.json) that holds is here: what is logged was never decided about, or the decisions were taken away");
        }
    }

    private void DemandLogs()
    {
        var known = LogFolder.In(verification.Files.Paths).Where(folder => folder.IsWhole).Select(folder => folder.Year).ToHashSet(StringComparer.Ordinal);
        if (branch?.Year is { } year && FormattableString.Invariant($"{year:D4}") is var name && !known.Contains(name))
        {
            Missing(name, "the branch of that year always has one");
        }
        else if (known.Count == 0)
        {
            var years = verification.Files.Paths.Where(path => path.StartsWith(LogFolder.Audit, StringComparison.Ordinal))
                .CountBy(YearOf, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
            years.ForEach(one => Missing(one.Key, FormattableString.Invariant($"{LogFolder.Audit}{one.Key}/ holds {one.Value} of its files")));
            if (years.Count == 0)
            {
                Missing("YEAR", "an evidence branch always has one");
            }
        }
    }

    private void Missing(string year, string why) =>
        verification.Add(LogFault.Missing, $"log/{year}/{LogReader.CheckpointFile}: missing: there is no log, and {why}");

    private void NameStrays()
    {
        var strays = verification.Files.Paths.Where(path => !logs.Entries.Contains(path) && !LogFolder.IsOfALog(path) && !IsBeside(path)).ToList();
        foreach (var path in strays.Take(MaxNamed))
        {
            verification.Add(LogFault.NotLogged, $"{path}: no entry of the log names this file");
        }

        if (strays.Count > MaxNamed)
        {
            verification.Add(LogFault.NotLogged, FormattableString.Invariant($"{strays.Count - MaxNamed} more files that no entry of the log names"));
        }
    }

    /// <summary>Proofs speak for themselves, and a checkout has a file of git's own.</summary>
    private bool IsBeside(string path) =>
        (!path.StartsWith(LogFolder.Audit, StringComparison.Ordinal) && path.EndsWith(TlogProof.Extension, StringComparison.Ordinal))
            || (branch is null && path == ".git");

    private static string YearOf(string path) => path.Split('/') is [_, { Length: 4 } year, _, ..] && year.All(char.IsAsciiDigit) ? year : "YEAR";
}
