using System.Globalization;
using System.Text.Json;
using Gates.Doors.GitHub.Source;
using Gates.Formats.Foundation.Text;

namespace Gates.Pipeline.Facts.GitHub;

/// <summary>Writes what is no pull request in the shape that <c>gates.d.ts</c> describes; people only as roles.</summary>
internal sealed class GitHubFactsWriter(Utf8JsonWriter facts, People people)
{
    private const int MaxText = 1_000;

    public static void Time(Utf8JsonWriter facts, string name, DateTimeOffset? time) =>
        facts.WriteString(name, time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    public static void Texts(Utf8JsonWriter facts, string name, IEnumerable<string> texts)
    {
        facts.WriteStartArray(name);
        foreach (var text in texts)
        {
            facts.WriteStringValue(text);
        }

        facts.WriteEndArray();
    }

    public void Protection(SeenRules rules)
    {
        facts.WriteStartObject(GitHubFacts.Protection);
        facts.WriteString("branch", rules.Branch);
        Flag("protected", rules.IsProtected);
        Flag("forcePushesRefused", rules.Has(BindingRules.ForcePush));
        Flag("deletionRefused", rules.Has(BindingRules.Deletion));
        Flag("pullRequestRequired", rules.Has(BindingRules.PullRequest));
        Number("approvals", rules.Most(BindingRules.PullRequest, one => one.RequiredApprovingReviewCount));
        Flag("dismissesStale", rules.Says(BindingRules.PullRequest, one => one.DismissStaleReviewsOnPush));
        Flag("codeOwners", rules.Says(BindingRules.PullRequest, one => one.RequireCodeOwnerReview));
        Flag("lastPushApproval", rules.Says(BindingRules.PullRequest, one => one.RequireLastPushApproval));
        Texts(
            facts,
            "checks",
            rules.Parameters(BindingRules.Checks)
                .SelectMany(one => one.RequiredStatusChecks ?? []).Select(one => one.Context).Distinct(StringComparer.Ordinal));
        Flag("strictChecks", rules.Says(BindingRules.Checks, one => one.StrictRequiredStatusChecksPolicy));
        Flag("signedCommits", rules.Has(BindingRules.Signatures));
        Flag("linearHistory", rules.Has(BindingRules.Linear));
        Bypass(rules.Bypass);
        Sources("sources", rules.Sources);
        Sources("tags", rules.Tags);
        facts.WriteEndObject();
    }

    public void Environments(SeenEnvironments environments)
    {
        facts.WriteStartObject(GitHubFacts.Environments);
        List("all", environments.All, one =>
        {
            facts.WriteString("name", Escape.Cut(one.Name, MaxText));
            Flag("adminsBypass", one.CanAdminsBypass);
            facts.WriteString(
                "branches", one.DeploymentBranchPolicy is not { } policy ? "any" : policy.ProtectedBranches ? "protected" : "custom");
            var rules = one.ProtectionRules ?? [];
            facts.WriteNumber("waitMinutes", rules.Max(rule => rule.WaitTimer) ?? 0);
            facts.WriteBoolean("selfReviewRefused", rules.Any(rule => rule.PreventSelfReview == true));
            var reviewers = rules.SelectMany(rule => rule.Reviewers ?? []).ToList();
            Texts(facts, "reviewers", reviewers.Select(reviewer => reviewer.Reviewer?.Login).OfType<string>().Select(login => people.Of(login)));
            Texts(facts, "reviewerTeams", reviewers.Select(reviewer => reviewer.Reviewer?.Slug).OfType<string>());
        });
        List("approvals", environments.Approvals, one =>
        {
            facts.WriteString("state", one.State);
            facts.WriteString("by", people.Of(one.User));
            Texts(facts, "environments", one.Environments.Select(environment => environment.Name));
        });
        facts.WriteEndObject();
    }

    public void Deployments(IReadOnlyList<(SeenDeployment Deployment, SeenDeploymentStatus? Status)>? deployments) =>
        List(GitHubFacts.Deployments, deployments, one =>
        {
            facts.WriteString("environment", Escape.Cut(one.Deployment.Environment, MaxText));
            facts.WriteString("sha", one.Deployment.Sha);
            facts.WriteString("ref", Escape.Cut(one.Deployment.Ref, MaxText));
            Flag("production", one.Deployment.ProductionEnvironment);
            facts.WriteString("by", people.Of(one.Deployment.Creator));
            Time(facts, "created", one.Deployment.CreatedAt);
            facts.WriteString("state", one.Status?.State);
            Time(facts, "stateTime", one.Status?.CreatedAt);
        });

    public void Run(SeenRun? run)
    {
        if (run is null)
        {
            facts.WriteNull(GitHubFacts.Run);
            return;
        }

        facts.WriteStartObject(GitHubFacts.Run);
        Fields(run);
        facts.WriteEndObject();
    }

    public void Runs(IReadOnlyList<SeenRun>? runs) => List(GitHubFacts.Runs, runs, Fields);

    private void Fields(SeenRun run)
    {
        facts.WriteNumber("id", run.Id);
        facts.WriteNumber("attempt", run.RunAttempt);
        facts.WriteString("workflow", run.Path);
        facts.WriteString("event", run.Event);
        facts.WriteString("sha", run.HeadSha);
        facts.WriteString("branch", run.HeadBranch);
        facts.WriteString("by", people.Of(run.Actor));
        facts.WriteString("attemptBy", people.Of(run.TriggeringActor));
        Time(facts, "created", run.CreatedAt);
        facts.WriteString("status", run.Status);
        facts.WriteString("conclusion", run.Conclusion);
    }

    public void Releases(IReadOnlyList<SeenRelease>? releases) => List(GitHubFacts.Releases, releases, one =>
    {
        facts.WriteString("tag", Escape.Cut(one.TagName, MaxText));
        facts.WriteBoolean("draft", one.Draft);
        facts.WriteBoolean("prerelease", one.Prerelease);
        Flag("immutable", one.Immutable);
        facts.WriteString("target", Escape.Cut(one.TargetCommitish, MaxText));
        facts.WriteString("by", people.Of(one.Author));
        Time(facts, "created", one.CreatedAt);
        Time(facts, "published", one.PublishedAt);
    });

    public void Source(SourceLevel level)
    {
        facts.WriteStartObject(GitHubFacts.Source);
        facts.WriteNumber("level", level.Level);
        Texts(facts, "missing", level.Missing);
        facts.WriteEndObject();
    }

    public void Rest(Look look)
    {
        List("unseen", look.Unseen, one =>
        {
            facts.WriteString("part", one.Part);
            facts.WriteString("what", one.What);
            facts.WriteString("permission", one.Permission);
            facts.WriteString("reason", one.Reason);
        });
        Texts(facts, "cut", look.Cut.Distinct(StringComparer.Ordinal));
    }

    private void Bypass(IReadOnlyList<(string From, SeenBypass Who)>? all) => List("bypass", all, one =>
    {
        facts.WriteString("from", Escape.Cut(one.From, MaxText));
        facts.WriteString("type", one.Who.ActorType);
        facts.WriteString("mode", one.Who.BypassMode);
    });

    private void Sources(string name, IReadOnlyList<BindingRules>? sources) => List(name, sources, one =>
    {
        facts.WriteString("name", Escape.Cut(one.Name, MaxText));
        Texts(facts, "rules", one.Rules.Keys.Order(StringComparer.Ordinal));
        Flag("bindsAll", one.Bypass is null ? null : one.BindsAll);
        Time(facts, "since", one.Since);
    });

    private void List<T>(string name, IReadOnlyList<T>? items, Action<T> write)
    {
        if (items is null)
        {
            facts.WriteNull(name);
            return;
        }

        facts.WriteStartArray(name);
        foreach (var item in items)
        {
            facts.WriteStartObject();
            write(item);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
    }

    private void Flag(string name, bool? value)
    {
        if (value is { } known)
        {
            facts.WriteBoolean(name, known);
        }
        else
        {
            facts.WriteNull(name);
        }
    }

    private void Number(string name, int? value)
    {
        if (value is { } known)
        {
            facts.WriteNumber(name, known);
        }
        else
        {
            facts.WriteNull(name);
        }
    }
}
