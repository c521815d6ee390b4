using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Evidence;

/// <summary>A run asks GitHub who agreed to a change; an auditor judges it again, and GitHub is gone.</summary>
public sealed class GitHubFactsStory : IDisposable
{
    private const string Token = "ghs_" + "0123456789abcdefghijABCDEFGHIJ012345";

    private readonly TempRepository repository = new TempRepository().Write(".github/gates.yml", "version: 1\ngates:\n  two-person-review: {}\n");

    public void Dispose() => repository.Dispose();

    [Fact]
    public void WhatGitHubSaid_IsJudgedAgainWithoutIt_AndNamesNobody()
    {
        GatesProcess.Run(repository.Path, ["keys", "new"]).ExitCode.ShouldBe(0);
        var commit = repository.Commit();
        GatesOutput run;
        using (var github = Expecting(commit))
        {
            run = GatesProcess.Run(repository.Path, ["run"], Job(commit, github.Authority));
            github.Verify();
            github.Heads.ShouldAllBe(head => head.Contains(Token, StringComparison.Ordinal));
        }

        run.ExitCode.ShouldBe(0, run.ToString());
        run.ToString().ShouldNotContain(Token);
        var files = Directory.GetFiles(At(""), "*", SearchOption.AllDirectories);
        foreach (var file in files.Where(file => !file.EndsWith("disclosures.json", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            text.ShouldNotContain("octodog");
            text.ShouldNotContain(Token);
        }

        Roles().ShouldBe(["octocat", "octodog"]);
        var verified = Verify();
        verified.ExitCode.ShouldBe(0, verified.ToString());
        verified.Output.ShouldContain("judged again: 1 the same");

        // Whoever erases the openings loses nothing that is judged.
        File.Delete(At("disclosures.json"));
        Verify().Output.ShouldContain("judged again: 1 the same");
    }

    private string At(string name) => Path.Combine(repository.Path, ".gates/out", name);

    private GatesOutput Verify() => GatesProcess.Run(
        repository.Path,
        ["verify", ".gates/out", "--rejudge", "--trust", ".github/gates-keyring.json"],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["GITHUB_API_URL"] = "http://127.0.0.1:9" });

    private List<string> Roles()
    {
        using var openings = JsonDocument.Parse(File.ReadAllText(At("disclosures.json")));
        return
        [
            .. openings.RootElement.GetProperty("disclosures").EnumerateObject()
                .Select(one => JsonElement.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(one.Value.GetString()!)))
                .Where(one => one[1].GetString()!.StartsWith("two-person-review: person-", StringComparison.Ordinal))
                .Select(one => one[2].GetString()!)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static StrictServer Expecting(string commit)
    {
        var side = $$"""{"ref":"main","sha":"{{commit}}","repo":{"id":1,"full_name":"acme/shop","fork":false} }""";
        var pull = $$"""
            {"number":7,"state":"closed","title":"::error::<b>By @octodog</b>","body":null,"user":{"login":"octocat","type":"User"},"html_url":"h",
            "labels":[],"draft":false,"author_association":"OWNER","head":{{side}},"base":{{side}},"created_at":"2026-11-20T08:00:00Z",
            "merged_at":"2026-11-21T08:00:00Z","merge_commit_sha":"{{commit}}"}
            """;
        var review = $$"""
            [{"id":1,"user":{"login":"octodog","type":"User"},"state":"APPROVED","commit_id":"{{commit}}","submitted_at":"2026-11-20T09:00:00Z",
            "author_association":"MEMBER"}]
            """;
        return new StrictServer()
            .Expect($"GET /repos/acme/shop/commits/{commit}/pulls?per_page=100", 200, $"[{pull}]")
            .Expect("GET /repos/acme/shop/pulls/7", 200, pull)
            .Expect("GET /repos/acme/shop/pulls/7/reviews?per_page=100", 200, review)
            .Expect("POST /graphql", 200, """{"data":{"repository":{"pullRequest":{"closingIssuesReferences":{"totalCount":0,"nodes":[]}}}}}""");
    }

    private Dictionary<string, string> Job(string commit, string authority) => new(StringComparer.Ordinal)
    {
        ["GATES_EVIDENCE_KEY"] = File.ReadAllText(Directory.GetFiles(Path.Combine(repository.Path, ".gates/keys"), "evidence-*").Single()),
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_EVENT_NAME"] = "workflow_dispatch",
        ["GITHUB_REF"] = "refs/heads/main",
        ["GITHUB_SHA"] = commit,
        ["GITHUB_REPOSITORY"] = "acme/shop",
        ["GITHUB_TOKEN"] = Token,
        ["GITHUB_API_URL"] = $"http://{authority}",
        ["GITHUB_GRAPHQL_URL"] = $"http://{authority}/graphql",
    };
}
