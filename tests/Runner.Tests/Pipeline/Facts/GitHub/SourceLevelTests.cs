using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.GitHub;

/// <summary>Each level is claimed only as far as what was seen proves it.</summary>
public sealed class SourceLevelTests
{
    private const string Stands = "rules/branches/main";

    [Fact]
    public Task ACommitThatIsNotOnTheBranch_IsLevel1() =>
        LevelAsync(1, "main does not hold the commit", github => github.Answer($"compare/main...{GitHubAnswers.Commit}", """{"status":"diverged"}"""));

    [Fact]
    public Task WithoutRules_IsLevel1() => LevelAsync(1, "that pushing over main is refused to everybody is not so", github => github.Answer(Stands, "[]"));

    [Fact]
    public Task SomebodyWhoMayBypass_IsLevel1() => LevelAsync(
        1,
        "that pushing over main is refused to everybody is not so: somebody may bypass it",
        github => github.Answer(
            "rulesets/42",
            GitHubAnswers.Ruleset(42, "branch", ",\"bypass_actors\":[{\"actor_type\":\"RepositoryRole\",\"actor_id\":5,\"bypass_mode\":\"always\"}]")));

    /// <summary>Branch protection keeps history, and nothing says since when.</summary>
    [Fact]
    public Task BranchProtectionAlone_IsLevel2() => LevelAsync(2, "since before the commit was merged is not proven", github =>
    {
        github.Answer(Stands, "[]");
        github.Answer("branches/main/protection", """
            {"enforce_admins":{"enabled":true},"allow_force_pushes":{"enabled":false},"allow_deletions":{"enabled":false},
            "required_pull_request_reviews":{"required_approving_review_count":2,"dismiss_stale_reviews":true,"require_last_push_approval":true}}
            """);
    });

    [Fact]
    public Task AdministratorsWhoAreExcepted_IsLevel1() => LevelAsync(1, "somebody may bypass it", github =>
    {
        github.Answer(Stands, "[]");
        github.Answer(
            "branches/main/protection",
            """{"enforce_admins":{"enabled":false},"allow_force_pushes":{"enabled":false},"allow_deletions":{"enabled":false}}""");
    });

    [Fact]
    public Task ARulesetThatCameLater_IsLevel2() => LevelAsync(
        2,
        "the rule non_fast_forward bound everybody since before the commit was merged is not proven",
        github => github.Answer("rulesets/42", GitHubAnswers.Ruleset(42, "branch", updated: "2026-11-21T09:00:00Z")));

    [Fact]
    public Task ADirectPush_IsLevel2() =>
        LevelAsync(2, "no merged pull request brought the commit to main", github => github.Answer($"commits/{GitHubAnswers.Commit}/pulls", "[]"));

    [Fact]
    public Task TagsThatCanBeMoved_IsLevel2() => LevelAsync(
        2, "that the rule deletion binds everybody for every tag (~ALL) is not so", github => github.Answer("rulesets", "[]"));

    [Fact]
    public Task AnApprovalOfAnOlderCommit_IsLevel3() => LevelAsync(
        3,
        "1 of two trusted people agreed to the commit that was merged",
        github => github.Answer("pulls/7/reviews", GitHubAnswers.Reviews(GitHubAnswers.Review("bob", "APPROVED", "MEMBER", new string('d', 40)))));

    [Theory]
    [InlineData("ann", "MEMBER", "User")]
    [InlineData("bob", "CONTRIBUTOR", "User")]
    [InlineData("renovate[bot]", "MEMBER", "Bot")]
    public Task AnApprovalThatDoesNotCount_IsLevel3(string login, string association, string type) => LevelAsync(
        3,
        "1 of two trusted people agreed",
        github => github.Answer("pulls/7/reviews", GitHubAnswers.Reviews(GitHubAnswers.Review(login, "APPROVED", association, type: type))));

    [Fact]
    public Task ReviewThatNobodyDemands_IsLevel3() => LevelAsync(
        3,
        "no ruleset that bound everybody then asks for an approval",
        github => github.Answer(
            Stands,
            """
            [{"type":"deletion","ruleset_id":42},{"type":"non_fast_forward","ruleset_id":42},
            {"type":"pull_request","ruleset_id":42,"parameters":{"required_approving_review_count":1}}]
            """));

    [Fact]
    public Task HiddenReviews_AreLevel3() =>
        LevelAsync(3, "the reviews could not be seen", github => github.Answer("pulls/7/reviews", """{"message":"Not Found"}""", 404));

    private static async Task LevelAsync(int level, string missing, Action<GitHubAnswers> change)
    {
        using var github = GitHubAnswers.Whole();
        change(github);
        var source = (await github.FactsAsync("source")).GetProperty("source");
        var words = string.Join("; ", source.GetProperty("missing").EnumerateArray().Select(one => one.GetString()));

        source.GetProperty("level").GetInt32().ShouldBe(level, words);
        words.ShouldContain(missing);
    }
}
