using System.Globalization;
using System.Text.Json;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;

namespace Gates.Pipeline.Facts.GitHub;

/// <summary>
/// What GitHub says of the commit and its repository: how the change came in, what binds the branch, what was delivered. All of it goes into the evidence,
/// so that judging again needs no network.
/// </summary>
internal sealed class GitHubFacts(IReadOnlyList<string> parts, GateServices? services) : IContextFacts, IReachesOut
{
    public const string Kind = "github";

    public const string PullRequests = "pullRequests";
    public const string Protection = "protection";
    public const string Environments = "environments";
    public const string Deployments = "deployments";
    public const string Run = "run";
    public const string Runs = "runs";
    public const string Releases = "releases";
    public const string Source = "source";

    private const int MaxBytes = 16 << 20;

    private byte[]? written;

    /// <value>What can be asked for.</value>
    public static IReadOnlyList<string> Parts { get; } = [PullRequests, Protection, Environments, Deployments, Run, Runs, Releases, Source];

    public string Answers => "what GitHub says";

    public int Count => 1;

    public string Unit => "repository";

    public IReadOnlyDictionary<string, string> People { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public async Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken)
    {
        // Asked once: GitHub has no history of what it says, so the base is judged by the same.
        written ??= await ReadAsync(context, cancellationToken);
        facts.WriteRawValue(written, skipInputValidation: true);
    }

    private async Task<byte[]> ReadAsync(GateContext context, CancellationToken cancellationToken)
    {
        if (services is null)
        {
            throw new EvaluationException("`github` facts could not be had: GitHub is not asked here");
        }

        try
        {
            using var own = services.Http is null ? Transport.Handler() : null;
            using var client = new GitHubClient(GitHubEndpoint.Read(services.Variables), services.Http ?? own!, services.Time);
            return await ReadAsync(client, JobEnvironment.Read(services.Variables), context, cancellationToken);
        }
        catch (Exception e) when (e is UsageException or ArgumentException || (e is EvaluationException and not RateLimitException))
        {
            throw new EvaluationException($"`github` facts could not be had: {e.Message}", e);
        }
    }

    private async Task<byte[]> ReadAsync(GitHubClient client, JobEnvironment job, GateContext context, CancellationToken cancellationToken)
    {
        var commit = job.Event?.HeadSha ?? context.Changes.HeadSha ?? context.History?.Head ?? job.Event?.Sha
            ?? throw new EvaluationException("there is no commit to ask about");
        var (look, people) = (new Look(), new People());
        var changes = Wants(PullRequests) || Wants(Source) || Wants(Protection)
            ? await new ChangeReader(client, look).ReadAsync(commit, NumberOf(job), cancellationToken)
            : [];
        var branch = await BranchAsync(client, job, changes, cancellationToken);
        using var buffer = new MemoryStream();
        await using var facts = new Utf8JsonWriter(buffer);
        facts.WriteStartObject();
        facts.WriteString("repository", client.Endpoint.Repository);
        facts.WriteString("commit", commit);
        facts.WriteString("branch", branch);
        GitHubFactsWriter.Time(facts, "time", services!.Time.GetUtcNow());
        var changeWriter = new ChangeWriter(facts, people);
        if (Wants(PullRequests))
        {
            changeWriter.Write(changes);
        }

        await WriteRestAsync(new Asked(client, look, commit, branch, RunOf(job)), changes, new GitHubFactsWriter(facts, people), cancellationToken);
        facts.WriteEndObject();
        await facts.FlushAsync(cancellationToken);
        People = people.ByRole;
        return buffer.Length <= MaxBytes
            ? buffer.ToArray()
            : throw new EvaluationException($"what GitHub says is more than {MaxBytes >> 20} MiB; ask for fewer parts");
    }

    private async Task WriteRestAsync(Asked asked, IReadOnlyList<SeenChange>? changes, GitHubFactsWriter writer, CancellationToken cancellationToken)
    {
        var (client, look, commit, branch, run) = asked;
        var delivery = new DeliveryReader(client, look);
        if (Wants(Protection) || Wants(Source))
        {
            var rules = await new ProtectionReader(client, look).ReadAsync(branch, cancellationToken);
            if (Wants(Protection))
            {
                writer.Protection(rules);
            }

            if (Wants(Source))
            {
                var isOnBranch = await look.AskAsync(
                    Source, "whether the branch holds the commit", async () => (object)await client.Source.IsOnBranchAsync(branch, commit, cancellationToken));
                writer.Source(SourceLevel.Of((bool?)isOnBranch, rules, changes));
            }
        }

        if (Wants(Environments))
        {
            writer.Environments(await delivery.EnvironmentsAsync(run, cancellationToken));
        }

        if (Wants(Deployments))
        {
            writer.Deployments(await delivery.DeploymentsAsync(commit, cancellationToken));
        }

        await WriteRunsAsync(asked, writer, cancellationToken);
        if (Wants(Releases))
        {
            writer.Releases(await look.ListAsync(Releases, "the releases", () => client.Source.ListReleasesAsync(cancellationToken)));
        }

        writer.Rest(look);
    }

    private async Task WriteRunsAsync(Asked asked, GitHubFactsWriter writer, CancellationToken cancellationToken)
    {
        var (client, look, commit, _, run) = asked;
        if (Wants(Run))
        {
            writer.Run(run is { } id ? await look.AskAsync(Run, "this run", () => client.Source.GetRunAsync(id, cancellationToken)) : null);
        }

        if (Wants(Runs))
        {
            writer.Runs(await look.ListAsync(Runs, "the workflow runs of the commit", () => client.Source.ListRunsAsync(commit, cancellationToken)));
        }
    }

    private bool Wants(string part) => parts.Contains(part, StringComparer.Ordinal);

    /// <summary>Where the commit goes or went: as its pull request says, else the job, else where everything goes.</summary>
    private static async Task<string> BranchAsync(
        GitHubClient client, JobEnvironment job, IReadOnlyList<SeenChange>? changes, CancellationToken cancellationToken)
    {
        const string Heads = "refs/heads/";
        var merged = changes?.Where(one => one.Pull.MergedAt is not null).MinBy(one => one.Pull.MergedAt);
        return (job.IsPullRequest && changes is [var first, ..] ? first.Pull.Base.Ref : null)
            ?? (job.Ref?.StartsWith(Heads, StringComparison.Ordinal) == true && !job.IsPullRequest ? job.Ref[Heads.Length..] : null)
            ?? merged?.Pull.Base.Ref
            ?? job.DefaultBranch
            ?? (await client.Repositories.GetAsync(cancellationToken)).DefaultBranch;
    }

    private static int? NumberOf(JobEnvironment job) =>
        job.Payload is { ValueKind: JsonValueKind.Object } payload
        && payload.TryGetProperty("pull_request", out var pull) && pull.ValueKind == JsonValueKind.Object
        && pull.TryGetProperty("number", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) && value > 0
            ? value
            : null;

    private static long? RunOf(JobEnvironment job) =>
        long.TryParse(job.Run?.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    private sealed record Asked(GitHubClient Client, Look Look, string Commit, string Branch, long? Run);
}
