using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Support.GitHubEmulator;
using Xunit;

namespace Acceptance.Tests.Publishing;

/// <summary>What a publish costs of the hourly thousand requests that a job's token has: as actions/publish/README.md says.</summary>
public sealed partial class CallStories : IDisposable
{
    private const string Policy =
        "function judge(evidence, settings, report) { evidence.yaml.forEach(function (doc) { doc.find('**.image').forEach(function (image) { report.error('image', 'No images.', image); }); }); }\n";

    private readonly PublishingJob job = new(
        (".github/gates.yml", "version: 1\ngates:\n  images: { mode: enforce, policy: policies/images.js, facts: { yaml: [\"*.yaml\"] } }\n"), ("policies/images.js", Policy));

    public void Dispose() => job.Dispose();

    [Theory]
    [InlineData(0, 0, 4)]
    [InlineData(50, 50, 6)]
    [InlineData(5_000, 600, 17)]
    public void Publish_OfSoManyFindings_TakesSoManyRequests(int findings, int annotations, int requests)
    {
        var fork = job.Repository.Fork("mallory");
        fork.Commit("topic", ("all.yaml", "# All.\n" + string.Concat(Enumerable.Range(0, findings).Select(number => $"- image: app{number}\n"))));
        var pull = job.Repository.OpenPullRequest("mallory", fork, "topic");

        var published = job.PublishRunOf(pull);

        published.ExitCode.ShouldBe(0, published.ToString());
        var check = job.ChecksOf(pull).ShouldHaveSingleItem();
        check["annotations"]!.AsArray().Count.ShouldBe(annotations);
        if (findings > annotations)
        {
            ((string)check["output"]!["summary"]!).ShouldContain("**4,400 findings have no annotation**");
        }

        job.Server.Exchanges.Count.ShouldBe(requests, string.Join('\n', job.Server.Exchanges.Select(exchange => exchange.Request)));
        int.Parse(Stated().Match(published.Output).Groups[1].Value, CultureInfo.InvariantCulture).ShouldBe(requests);
        job.Server.Verify();
    }

    [GeneratedRegex("GitHub: ([0-9]+) requests")]
    private static partial Regex Stated();
}
