using System.Globalization;
using System.Text;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.CheckRuns;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish;

/// <summary>Shows a run as a check of its commit, and on demand each gate as one of its own.</summary>
internal sealed class CheckPublisher(GitHubClient gitHub)
{
    /// <summary>Annotations of one check: twenty requests of fifty.</summary>
    public const int MaxAnnotations = 600;

    /// <summary>How the external ids of our checks begin.</summary>
    public const string Mark = "gates:v1:";

    /// <param name="name">What branch protection names.</param>
    /// <param name="sha">The commit.</param>
    /// <param name="input">The run.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="conclusion">What it means to branch protection; by default what follows from the run.</param>
    public async Task PublishAsync(string name, string sha, ReviewInput input, CancellationToken cancellationToken, CheckConclusion? conclusion = null)
    {
        conclusion ??= Conclusions.Of(input);
        var output = CheckPage.Render(input, MaxAnnotations);
        var draft = new CheckRunDraft(
            name,
            sha,
            IdOf(name, sha, conclusion.Value, input, output),
            new CheckRunOutput(output.Title, output.Summary, output.Text))
        {
            Conclusion = conclusion,
            DetailsUrl = input.Details,
            StartedAt = input.Report.Started,
            CompletedAt = input.Report.Started + input.Report.Elapsed,
            Annotations = output.Annotations,
        };

        // A second attempt, or a second publisher, says the same: once is enough.
        if (await gitHub.CheckRuns.FindAsync(sha, name, draft.ExternalId, cancellationToken) is not { Status: "completed" })
        {
            await gitHub.CheckRuns.CreateAsync(draft, cancellationToken);
        }
    }

    /// <summary>The same for whatever is the same to a reader; times do not count.</summary>
    private static string IdOf(string name, string sha, CheckConclusion conclusion, ReviewInput input, CheckOutput output)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{name}\n{sha}\n{conclusion}\n{output.Title}\n");
        foreach (var gate in input.Report.Results)
        {
            text.Append(CultureInfo.InvariantCulture, $"{gate.GateId}\n{gate.Verdict}\n{gate.Error}\n");
            foreach (var finding in gate.Findings)
            {
                text.Append(CultureInfo.InvariantCulture, $"{finding.Fingerprint} {finding.State} {finding.Finding.Location}\n");
            }
        }

        input.Unverified.ToList().ForEach(gate => text.Append(CultureInfo.InvariantCulture, $"{gate}\n"));
        input.Report.Notes.ToList().ForEach(note => text.Append(CultureInfo.InvariantCulture, $"{note}\n"));
        return Mark + Sha256Hex.Of(text.ToString())[..32];
    }
}
