using Gates.Doors.GitHub.CheckRuns;
using Gates.Doors.GitHub.PullRequests;
using Gates.Formats.Foundation.Text;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish;

/// <summary>A run as it is shown: of a pull request, or of a commit that belongs to none.</summary>
/// <param name="Pull">The pull request; <see langword="null"/> for a push, a release and the like.</param>
/// <param name="Judged">The run.</param>
/// <param name="Input">The run for comments and checks.</param>
internal sealed record JudgedPull(PullRequest? Pull, Judged Judged, ReviewInput Input)
{
    private const int MaxBase = 100;

    /// <value>What kept the pull request from being judged; <see langword="null"/> when it was.</value>
    public Exception? Problem { get; init; }

    /// <value>Whether what could not be verified here is shown as passed by the pull request's own run, in a check that stays as it is.</value>
    public bool IsShownByItsOwnRun { get; init; }

    public CheckConclusion Conclusion => IsShownByItsOwnRun ? CheckConclusion.Success : Conclusions.Of(Input);

    /// <value>How much worse than a success branch protection takes it.</value>
    public int Rank => Conclusion switch
    {
        CheckConclusion.Success => 0,
        CheckConclusion.Neutral or CheckConclusion.Skipped => 1,
        CheckConclusion.Failure => 4,
        _ => 3,
    };

    /// <value>The branch that it is to be merged into; somebody else's text, cut and on one line.</value>
    public string Base => Escape.Cut(Escape.OneLine(Pull?.Base.Ref ?? ""), MaxBase);

    public string Named => FormattableString.Invariant($"#{Pull?.Number} (base: {Base})");

    /// <value>The verdict in words.</value>
    public string Words => IsShownByItsOwnRun ? "passed, as its own run showed"
        : Input.Override is { } by ? $"OVERRIDDEN: {by.Words}; {Gates.Pipeline.Results.Words.For(Input.Report.Verdict)}"
        : Input.Unverified.Count == 0 ? Gates.Pipeline.Results.Words.For(Input.Report.Verdict)
        : $"{Gates.Pipeline.Results.Words.For(Input.Report.Verdict)}, {Prose.Count(Input.Unverified.Count, "gate")} not verified";

    /// <summary>The same with one more note, the first of all.</summary>
    public ReviewInput Noting(string note) => Input with { Report = Input.Report with { Notes = [note, .. Input.Report.Notes] } };
}
