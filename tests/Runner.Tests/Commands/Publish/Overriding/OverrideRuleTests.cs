using Gates.Doors.GitHub;
using Gates.Doors.GitHub.PullRequests;
using Gates.Doors.GitHub.Repositories;
using Gates.Runner.Commands.Publish.Overriding;
using Gates.Runner.Configuration;
using Gates.Runner.Reports.Review;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Publish.Overriding;

public sealed class OverrideRuleTests
{
    private const string Label = "gates-override";

    private static readonly string Head = new('a', 40);

    private static readonly DateTimeOffset Pushed = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_PersonWhoIsNamed_AfterThePush_OverridesForTheDays()
    {
        var decision = OverrideRule.Of(Request(Labelled("Manager")));

        decision.Override.ShouldBe(new Override("Manager", null, Label, Pushed.AddMinutes(1), Pushed.AddMinutes(1).AddDays(3)));
        decision.Override!.Words.ShouldBe("overridden by @Manager until 2026-11-25 09:01 UTC");
        decision.Words.ShouldBeNull();
    }

    [Fact]
    public void Of_MemberOfATeamThatIsNamed_OverridesInItsName() =>
        OverrideRule.Of(Request(Labelled("boss")) with { Teams = ["@acme/release-managers"] }).Override!.Words
            .ShouldBe("overridden by @boss (@acme/release-managers) until 2026-11-25 09:01 UTC");

    [Fact]
    public void Of_NoLabel_SaysNothing()
    {
        OverrideRule.Of(Request()).ShouldBe(OverrideDecision.None);
        OverrideRule.Of(Request(Labelled("manager"), Labelled("manager", minutes: 2, what: "unlabeled"))).ShouldBe(OverrideDecision.None);
        OverrideRule.Of(Request(Labelled("manager", label: "another"))).ShouldBe(OverrideDecision.None);
    }

    [Fact]
    public void Of_LabelTakenOffByOneAndPutOnByAnother_IsTheOthers() =>
        Refusal(Labelled("manager"), Labelled("dev", minutes: 2, what: "unlabeled"), Labelled("dev", minutes: 3)).ShouldContain("@dev, its author, put it on");

    [Theory]
    [InlineData("dev", "User", "@dev, its author, put it on, and it takes somebody else of @manager and @acme/release-managers.")]
    [InlineData("pusher", "User", "@pusher put it on and has pushed aaaaaaaa, and it takes somebody else of @manager and @acme/release-managers.")]
    [InlineData("manager", "Bot", "a program put it on (@manager), and it takes a person of @manager and @acme/release-managers.")]
    [InlineData("manager", "Organization", "a program put it on (@manager), and it takes a person of @manager and @acme/release-managers.")]
    [InlineData(
        "stranger",
        "User",
        "@stranger put it on, and whether they belong to @acme/release-managers cannot be told: GITHUB_TOKEN cannot read a team's members. "
            + "Name people in `break-glass: by`, or publish with an app's token that has `members: read`.")]
    public void Of_AnybodyElse_IsRefusedInWords(string login, string type, string why) =>
        Refusal(Labelled(login) with { Actor = new EventActor(login, type) }).ShouldBe($"The label {Label} does not override: {why}");

    [Fact]
    public void Of_AppThatActsForAPerson_IsAProgram() => Refusal(Labelled("manager") with { App = new EventApp(7) }).ShouldContain("a program put it on");

    [Fact]
    public void Of_AccountThatIsGone_IsRefused() => Refusal(Labelled("manager") with { Actor = null }).ShouldContain("is gone");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Of_LabelNotAfterThePush_IsForAnotherHead(int minutes) => Refusal(Labelled("manager", minutes)).ShouldContain("before aaaaaaaa was pushed");

    [Fact]
    public void Of_PushThatGitHubDoesNotTellOf_IsRefused()
    {
        OverrideRule.Of(Request(Labelled("manager")) with { Pushed = null }).Words!.ShouldContain("GitHub does not say when aaaaaaaa was pushed");
        var another = new BranchActivity(new string('b', 40), Pushed);
        OverrideRule.Of(Request(Labelled("manager")) with { Pushed = new BranchActivity(Head) }).Words!.ShouldContain("GitHub does not say");
        OverrideRule.Of(Request(Labelled("manager")) with { Pushed = another }).Words!.ShouldContain("GitHub does not say");
    }

    [Theory]
    [InlineData("base_ref_changed")]
    [InlineData("head_ref_force_pushed")]
    public void Of_AnotherBaseOrHistorySince_IsRefused(string what)
    {
        Refusal(Labelled("manager"), Labelled("dev", minutes: 2, what: what)).ShouldContain("got another base or history");
        OverrideRule.Of(Request(Labelled("dev", minutes: 0, what: what), Labelled("manager"))).Override.ShouldNotBeNull();
    }

    [Fact]
    public void Of_DayThatPassed_IsRefused()
    {
        var request = Request(Labelled("manager"));
        OverrideRule.Of(request with { Now = Pushed.AddMinutes(1).AddDays(3).AddSeconds(-1) }).Override.ShouldNotBeNull();
        OverrideRule.Of(request with { Now = Pushed.AddMinutes(1).AddDays(3) }).Words
            .ShouldBe($"The label {Label} does not override: it ended on 2026-11-25 09:01 UTC, 3 days after it was put on.");
    }

    private static string Refusal(params IReadOnlyList<PullRequestEvent> events)
    {
        var decision = OverrideRule.Of(Request([.. events]));
        decision.Override.ShouldBeNull();
        return decision.Words.ShouldNotBeNull();
    }

    private static OverrideRequest Request(params IReadOnlyList<PullRequestEvent> events) => new()
    {
        Settings = new BreakGlass(Label, ["@manager", "@acme/release-managers"], 3),
        HeadSha = Head,
        Author = "dev",
        Events = events,
        Pushed = new BranchActivity(Head, Pushed, new EventActor("pusher", "User")),
        Now = Pushed.AddHours(1),
    };

    private static PullRequestEvent Labelled(string login, int minutes = 1, string what = "labeled", string label = Label) =>
        new(what, Pushed.AddMinutes(minutes), new EventActor(login, "User"), what.EndsWith("labeled", StringComparison.Ordinal) ? new EventLabel(label) : null);
}
