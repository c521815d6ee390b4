using System.Text.RegularExpressions;
using Gates.Attestation.Cryptography;
using Gates.Doors.Jobs;
using Gates.Runner.Commands.Publish;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Events;

/// <summary>Every line of docs/events.md, by the real program: one old secret in the base, one new in the change.</summary>
public sealed partial class EventTableTests : IDisposable
{
    private const string OnlyNew = "1 error blocks";
    private const string Everything = "2 errors block";

    private static readonly string OtherToken = string.Concat(Planted.GitHubToken.AsSpan(0, 10), new string([.. Planted.GitHubToken[10..].Reverse()]));

    private static readonly Dictionary<string, EventLine> Lines = new(StringComparer.Ordinal)
    {
        ["pull request of a branch"] = new("pull_request", OnlyNew) { Number = 7 },
        ["pull request of a fork"] = new("pull_request", OnlyNew) { Number = 7, HeadRepository = "mallory/web" },
        ["pull request of Dependabot"] = new("pull_request", OnlyNew) { Number = 7, Actor = "dependabot[bot]" },
        ["pull request of Renovate"] = new("pull_request", OnlyNew) { Number = 7, Actor = "renovate[bot]" },
        ["draft pull request"] = new("pull_request", OnlyNew) { Number = 7, IsDraft = true },
        ["re-run of a pull request's job"] = new("pull_request", OnlyNew) { Number = 7, Attempt = 2 },
        ["merge queue"] = new("merge_group", OnlyNew) { HasKey = true },
        ["push to a branch"] = new("push", OnlyNew) { HasKey = true, Ref = "refs/heads/main" },
        ["push of a tag"] = new("push", Everything) { HasKey = true, Ref = "refs/tags/v1.0.0", Tag = "v1.0.0" },
        ["release"] = new("release", Everything) { HasKey = true, Ref = "refs/tags/v1.0.0", Tag = "v1.0.0" },
        ["schedule"] = new("schedule", Everything) { HasKey = true, Ref = "refs/heads/main" },
        ["started by hand"] = new("workflow_dispatch", Everything) { HasKey = true, Ref = "refs/heads/main" },
    };

    private readonly TempRepository repository = new();
    private readonly TempFolder job = new();
    private readonly string baseSha;
    private readonly string headSha;

    public EventTableTests()
    {
        repository.Write("old.env", $"TOKEN={Planted.GitHubToken}\n");
        baseSha = repository.Commit();
        repository.Write("new.env", $"TOKEN={OtherToken}\n");
        headSha = repository.Commit();
    }

    public static TheoryData<string> Names => [.. Lines.Keys];

    [Fact]
    public void TheTableHasTheseLines() => TableLine().Matches(File.ReadAllText(Repository.Combine("docs", "events.md")))
        .Select(line => line.Groups[1].Value)
        .Skip(1)
        .ShouldBe(Lines.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void ARunJudgesAndSignsAsTheTableSays(string name)
    {
        var line = Lines[name];
        var (key, pem) = Ed25519PrivateKey.Create();
        using var disposed = key;
        var variables = Variables(line);
        if (line.HasKey)
        {
            variables["GATES_EVIDENCE_KEY"] = new string(pem);
        }

        var run = GatesProcess.Run(repository.Path, ["run"], variables);

        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldContain(line.Blocks);
        run.Output.ShouldContain(line.HasKey ? $"Signature evidence key {key.KeyId}" : "Signature unsigned: no key");
        Directory.Exists(Path.Combine(repository.Path, ".gates", "keys")).ShouldBeFalse("a job makes no key of its own");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsShownForTheCommitThatReviewersLookAt(string name)
    {
        var line = Lines[name];
        var published = PublishEvent.Read(JobEnvironment.Read(Variables(line).GetValueOrDefault));

        (published.Sha, published.IsOwnJob, published.Number, published.Tag).ShouldBe((headSha, true, line.Number, line.Tag));
        published.HeadRepository.ShouldBe(line.Number is null ? null : line.HeadRepository);
    }

    public void Dispose()
    {
        repository.Dispose();
        job.Dispose();
    }

    private Dictionary<string, string> Variables(EventLine line) => JobVariables.Event(
        job,
        line.Event,
        Payload(line),
        ("GITHUB_SHA", headSha),
        ("GITHUB_REF", line.Ref),
        ("GITHUB_ACTOR", line.Actor),
        ("GITHUB_RUN_ATTEMPT", $"{line.Attempt}"),
        ("GITHUB_REPOSITORY", "acme/web"));

    private object Payload(EventLine line) => line.Event switch
    {
        "pull_request" => new
        {
            pull_request = new
            {
                number = line.Number,
                draft = line.IsDraft,
                user = new { login = line.Actor },
                @base = new { sha = baseSha, @ref = "main" },
                head = new { sha = headSha, @ref = "topic", repo = new { full_name = line.HeadRepository } },
            },
        },
        "merge_group" => new { merge_group = new { base_sha = baseSha, head_sha = headSha } },
        "push" => new { @ref = line.Ref, before = line.Tag is null ? baseSha : new string('0', 40), after = headSha, forced = false, created = line.Tag is not null, deleted = false },
        "release" => new { release = new { tag_name = line.Tag } },
        _ => new { schedule = "30 5 * * 1" },
    };

    [GeneratedRegex(@"^\| ([a-zA-Z][^|]*?) \|", RegexOptions.Multiline)]
    private static partial Regex TableLine();
}

/// <summary>One line of the table.</summary>
/// <param name="Event">As GitHub names it.</param>
/// <param name="Blocks">What the run says of the two secrets.</param>
internal sealed record EventLine(string Event, string Blocks)
{
    public int? Number { get; init; }

    public string HeadRepository { get; init; } = "acme/web";

    public string Actor { get; init; } = "octocat";

    public bool IsDraft { get; init; }

    public int Attempt { get; init; } = 1;

    public bool HasKey { get; init; }

    public string Ref { get; init; } = "refs/pull/7/merge";

    public string? Tag { get; init; }
}
