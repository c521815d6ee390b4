using Gates.Runner.Commands.Publish.Approvals;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Publish.Approvals;

public sealed class ApprovalRuleTests
{
    private const string Head = "9c1e5b7700aa41d2b3c4d5e6f708192a3b4c5d6e";
    private const string Old = "3f2a9c1d88bb42e3a1b2c3d4e5f60718293a4b5c";
    private const string Waits = "The base's rules count until .github/gates.yml is approved at 9c1e5b77; waiting: ";

    /// <summary>Owners, reviews as <c>login:state:commit</c> in the order they were given, and what follows.</summary>
    public static TheoryData<string, string, bool, string> Cases => new()
    {
        { "@ann", "", false, Waits + ".github/gates.yml by @ann." },
        { "@ann", "ann:Approved:head", true, "The change's own edits to .github/gates.yml count: @ann approved 9c1e5b77." },
        { "@Ann", "aNN:Approved:head", true, "The change's own edits to .github/gates.yml count: @aNN approved 9c1e5b77." },
        { "@ann", "ann:Approved:old", false, Waits + ".github/gates.yml by @ann. @ann approved 3f2a9c1d, before the last push." },
        { "@ann", "ann:Approved:old ann:Approved:head", true, "The change's own edits to .github/gates.yml count: @ann approved 9c1e5b77." },
        { "@ann", "ann:Approved:head ann:Commented:head", true, "The change's own edits to .github/gates.yml count: @ann approved 9c1e5b77." },
        { "@ann", "ann:Dismissed:head", false, Waits + ".github/gates.yml by @ann. The review of @ann was dismissed." },
        { "@ann", "ann:Approved:head ann:ChangesRequested:head", false, Waits + "@ann requested changes." },
        { "@ann", "ann:ChangesRequested:old ann:Approved:head", true, "The change's own edits to .github/gates.yml count: @ann approved 9c1e5b77." },
        { "@ann", "ann:Approved:head bob:ChangesRequested:old", false, Waits + "@bob requested changes." },
        { "@ann", "ann:Approved:head guest:ChangesRequested:head", true, "The change's own edits to .github/gates.yml count: @ann approved 9c1e5b77." },
        { "@ann", "bob:Approved:head", false, Waits + ".github/gates.yml by @ann." },
        { "@ann @bob", "bob:Approved:head", true, "The change's own edits to .github/gates.yml count: @bob approved 9c1e5b77." },
        { "@author", "author:Approved:head", false, Waits + ".github/gates.yml by another owner than @author, its author; CODEOWNERS names none." },
        { "@author @ann", "", false, Waits + ".github/gates.yml by @ann." },
        { "@acme/security", "", false, Waits + ".github/gates.yml by @acme/security." },

        {
            "@acme/security",
            "ann:Approved:head",
            false,
            Waits
                + ".github/gates.yml by @acme/security. Whether @ann belongs to @acme/security cannot be told: GITHUB_TOKEN cannot read a team's members. Name people in CODEOWNERS, or publish with an app's token that has `members: read`."
        },
        { "@acme/known", "ann:Approved:head", true, "The change's own edits to .github/gates.yml count: @ann approved 9c1e5b77." },
        { "@acme/known", "bob:Approved:head", false, Waits + ".github/gates.yml by @acme/known." },
        { "", "", false, Waits + ".github/gates.yml by any reviewer with write access (there is no CODEOWNERS)." },
        { "", "bob:Approved:head", true, "The change's own edits to .github/gates.yml count: @bob approved 9c1e5b77." },
        { "", "guest:Approved:head", false, Waits + ".github/gates.yml by any reviewer with write access (there is no CODEOWNERS)." },
        { "", "author:Approved:head", false, Waits + ".github/gates.yml by any reviewer with write access (there is no CODEOWNERS)." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_OneFile_IsDecidedAndSaid(string owners, string reviews, bool binding, string words)
    {
        var approval = ApprovalRule.Of(Request(reviews) with { Edits = [Edit(".github/gates.yml", owners)], HasCodeOwners = owners.Length > 0 });

        (approval.IsBinding, approval.Words).ShouldBe((binding, words));
    }

    [Fact]
    public void Of_SeveralFiles_NeedsAnOwnerOfEach()
    {
        var request = Request("ann:Approved:head") with
        {
            HasCodeOwners = true,
            Edits = [Edit(".github/gates.yml", "@ann"), Edit("policies/a/policy.js", "@bob"), Edit("policies/b/policy.js", "")]
        };

        ApprovalRule.Of(request).Words.ShouldBe(
            "The base's rules count until .github/gates.yml, policies/a/policy.js and policies/b/policy.js are approved at 9c1e5b77; waiting: policies/a/policy.js by @bob.");
        ApprovalRule.Of(request with { Reviews = [.. request.Reviews, .. Request("bob:Approved:head").Reviews] }).IsBinding.ShouldBeTrue();
    }

    [Theory]
    [InlineData("@bob", "ann:Approved:head", "waiting: a new waiver by @bob, its `owner`.", false)]
    [InlineData("@bob", "ann:Approved:head bob:Approved:old", "by @bob, its `owner`. @bob approved 3f2a9c1d, before the last push.", false)]
    [InlineData("@bob", "ann:Approved:head bob:Approved:head", "@ann approved 9c1e5b77.", true)]
    [InlineData("@BOB", "ann:Approved:head bob:Approved:head", "@ann approved 9c1e5b77.", true)]
    [InlineData("@bob", "bob:Approved:head", "waiting: waivers.yml by @ann.", false)]
    [InlineData("@guest", "ann:Approved:head guest:Approved:head", "@ann approved 9c1e5b77.", true)]
    [InlineData("@author", "ann:Approved:head", "@ann approved 9c1e5b77.", true)]
    [InlineData("@ann", "ann:Approved:head", "@ann approved 9c1e5b77.", true)]
    [InlineData("@acme/docs", "ann:Approved:head", "@ann approved 9c1e5b77. The new waivers name @acme/docs, whose own approval is not asked for", true)]
    [InlineData("the docs team", "ann:Approved:head", "The new waivers name the docs team, whose own approval", true)]
    public void Of_NewWaiver_CountsOnceThePersonWhoOwnsItApprovedThisHead(string owner, string reviews, string words, bool binding)
    {
        var approval = ApprovalRule.Of(Request(reviews) with { Edits = [Edit("waivers.yml", "@ann") with { Answering = [owner] }], HasCodeOwners = true });

        approval.IsBinding.ShouldBe(binding);
        approval.Words.ShouldContain(words);
    }

    [Fact]
    public void Of_Fork_SaysSo() =>
        ApprovalRule.Of(Request("") with
        {
            Edits = [Edit("a", "@ann")],
            HasCodeOwners = true,
            IsFromFork = true
        }).Words.ShouldEndWith("waiting: a by @ann. It comes from a fork.");

    [Fact]
    public void Of_NoEdits_IsNothingToBind() => ApprovalRule.Of(Request("ann:Approved:head") with { Edits = [] }).IsBinding.ShouldBeFalse();

    private static JudgeEdit Edit(string path, string owners) => new(path, owners.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static ApprovalRequest Request(string reviews) => new()
    {
        Edits = [],
        HasCodeOwners = false,
        Author = "author",
        HeadSha = Head,
        Teams = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["@acme/known"] = ["Ann"] },
        Reviews = [.. reviews.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((review, i) => review.Split(':') switch
        {
            [var login, var state, var commit] =>
                new GivenReview(login, Enum.Parse<ReviewState>(state), commit == "head" ? Head : Old, DateTimeOffset.UnixEpoch.AddMinutes(i), login != "guest"),
            _ => throw new ArgumentException(review, nameof(reviews)),
        })],
    };
}
