using Gates.Doors.GitHub;
using Gates.Doors.GitHub.PullRequests;
using Gates.Formats.Foundation;
using Gates.Pipeline.RunFolder;
using Gates.Runner.Reports;

namespace Gates.Runner.Commands.Publish;

/// <summary>Uploads the findings to code scanning, for the commit that they were found in.</summary>
internal sealed class SarifPublisher(GitHubClient gitHub)
{
    /// <exception cref="EvaluationException">The file cannot be read, or GitHub refuses it.</exception>
    public async Task PublishAsync(PublishEvent started, PullRequest? pull, Judged judged, DirectoryInfo results, CancellationToken cancellationToken)
    {
        var (sha, gitRef) = judged.IsRecorded || pull is null
            ? started.Job ?? throw new UsageException("GITHUB_SHA and GITHUB_REF are not set; GitHub Actions sets them in every job")
            : (started.Sha, FormattableString.Invariant($"refs/pull/{pull.Number}/head"));
        var sarif = judged.IsRecorded ? ResultsFolder.Read(results, SarifReporter.FileName) : SarifReporter.Render(judged.Report);
        await gitHub.CodeScanning.UploadAsync(sha, gitRef, sarif, cancellationToken);
    }
}
