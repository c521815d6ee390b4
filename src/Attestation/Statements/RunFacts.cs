using Gates.Doors.Files;
using Gates.Doors.Jobs;

namespace Gates.Attestation.Statements;

/// <summary>What the statements of a run say that its report does not: what it was about, where it ran, and by which program.</summary>
/// <param name="Subjects">The commits.</param>
/// <param name="IsModified">Whether what was judged is not what the commit holds.</param>
/// <param name="Environment">See <see cref="Gates.Runner.Runs.RunRequest.Environment"/>.</param>
/// <param name="Event">What started the job; <see langword="null"/> outside one.</param>
/// <param name="Run">The job's run; <see langword="null"/> outside one.</param>
/// <param name="ToolDigest">See <see cref="ToolVersion.Digest"/>.</param>
internal sealed record RunFacts(IReadOnlyList<Subject> Subjects, bool IsModified, string? Environment, string? Event, JobRun? Run, string ToolDigest)
{
    public const string Head = "head";
    public const string Merge = "merge";

    /// <summary>The facts of a job; without a commit there are no subjects.</summary>
    public static RunFacts From(JobEnvironment job, string? commit, bool isModified, string? environment) =>
        new([.. SubjectsOf(job.Event, commit)], isModified, environment, job.EventName, job.Run, ToolVersion.Digest);

    /// <value>The purl of this program, for where a URI is wanted and no workflow has one.</value>
    public static string ToolUri(string version) => $"pkg:generic/gates@{Uri.EscapeDataString(version)}";

    /// <summary>What a release decision is about: the repository at the commit.</summary>
    public string ResourceUri => Run?.Repository is { } repository ? $"git+{Run.Server}/{repository}@{Commit}" : $"git:{Commit}";

    /// <value>The commit that was judged.</value>
    public string Commit => Subjects[^1].Digest.Values.First();

    /// <summary>
    /// A pull request is judged as it will be merged. Who asks about its last commit gets the same answer, because no other commit went into that
    /// merge; the reverse does not hold.
    /// </summary>
    private static IEnumerable<Subject> SubjectsOf(JobEvent? started, string? commit)
    {
        var isMerge = commit is not null && started?.HeadSha is not null && commit == started.Sha && commit != started.HeadSha;
        return (isMerge, commit) switch
        {
            (_, null) => [],
            (true, _) => [Subject.Commit(Head, started!.HeadSha!), Subject.Commit(Merge, commit)],
            _ => [Subject.Commit(Head, commit)],
        };
    }
}
