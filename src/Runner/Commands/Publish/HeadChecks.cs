using Gates.Doors.GitHub;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;

namespace Gates.Runner.Commands.Publish;

/// <summary>
/// The checks of a commit. A commit may be the head of several pull requests, and each of them shows all its checks: so the one that branch protection
/// names is the worst of them all, and beside it each pull request has one that names its base.
/// </summary>
/// <param name="gitHub">The repository.</param>
internal sealed class HeadChecks(GitHubClient gitHub)
{
    private readonly CheckPublisher publisher = new(gitHub);

    /// <param name="sha">The commit.</param>
    /// <param name="request">The checks' name, and whether each gate has one.</param>
    /// <param name="judged">The pull requests by number, or the one run of a commit without any.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task PublishAsync(string sha, PublishRequest request, IReadOnlyList<JudgedPull> judged, CancellationToken cancellationToken)
    {
        var worst = judged.MaxBy(one => (one.Rank, !one.IsShownByItsOwnRun))!;

        // A red one first, for an older green one may stand there; a green one last, so that it never says more than the others show.
        var isGreen = worst.Rank < 2;
        if (!isGreen)
        {
            await WorstAsync();
        }

        foreach (var one in judged.Count == 1 ? [] : judged.Where(one => !one.IsShownByItsOwnRun))
        {
            var name = NameOf(request.Check, one, judged);
            await publisher.PublishAsync(name, sha, one.Input, cancellationToken);
            await GatesAsync(name, sha, request, [one], cancellationToken);
        }

        if (isGreen)
        {
            await WorstAsync();
        }

        async Task WorstAsync()
        {
            await publisher.PublishAsync(
                request.Check,
                sha,
                judged.Count == 1 ? worst.Input : worst.Noting(Overview(judged, "this check")),
                cancellationToken,
                worst.Conclusion);
            await GatesAsync(request.Check, sha, request, judged, cancellationToken);
        }
    }

    /// <summary>The check of one of several pull requests: <c>gates (base: main)</c>, with its number where another has a base of the same name.</summary>
    public static string NameOf(string check, JudgedPull one, IReadOnlyList<JudgedPull> judged) => judged.Count(other => other.Base == one.Base) == 1
        ? $"{check} (base: {one.Base})"
        : FormattableString.Invariant($"{check} (base: {one.Base}, #{one.Pull?.Number})");

    /// <summary>What a reader must know first where there are several pull requests.</summary>
    /// <param name="judged">All of them.</param>
    /// <param name="check">How to name the commit's check.</param>
    public static string Overview(IReadOnlyList<JudgedPull> judged, string check) =>
        $"This commit is the head of {Prose.Count(judged.Count, "open pull request")}, each judged against its own base; {check} is the worst of them: {string.Join("; ", judged.Select(one => $"{one.Named} {one.Words}"))}.";

    /// <summary>A check for each gate, the worst of what the pull requests have of it.</summary>
    private async Task GatesAsync(string name, string sha, PublishRequest request, IReadOnlyList<JudgedPull> judged, CancellationToken cancellationToken)
    {
        if (!request.PerGate)
        {
            return;
        }

        foreach (var gates in judged.SelectMany(one => one.Input.Report.Results.Select(gate => Alone(one, gate)))
                .GroupBy(one => one.Input.Report.Results[0].GateId, StringComparer.Ordinal))
        {
            await publisher.PublishAsync($"{name} / {gates.Key}", sha, gates.MaxBy(one => one.Rank)!.Input, cancellationToken);
        }
    }

    private static JudgedPull Alone(JudgedPull one, GateResult gate)
    {
        var alone = one.Input.Report with
        {
            Results = [gate],
            Verdict = gate.Verdict,
            Interrupted = gate.Interrupted,
            Proposed = null,
            ProposedResults = [],
            Notes = []
        };
        return one with { Input = one.Input with { Report = alone, Unverified = [] }, IsShownByItsOwnRun = false };
    }
}
