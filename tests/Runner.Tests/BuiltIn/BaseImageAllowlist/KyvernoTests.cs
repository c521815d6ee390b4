using System.Text;
using Gates.BuiltIn.BaseImageAllowlist;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Runner.Cases;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>Policies of Kyverno as allow lists, by the meaning that its documentation gives its patterns.</summary>
public sealed class KyvernoTests
{
    internal const string Acme = "spec: {containers: [{image: 'ghcr.io/acme/*|public.ecr.aws/acme/*'}]}";

    internal static BaseImageAllowlistOptions FromPolicy => new() { AllowFrom = ["policy.yaml"] };

    [Theory]
    [InlineData("Pod", "ghcr.io/acme/x:1", true)]
    [InlineData("Pod", "public.ecr.aws/acme/team/x:1", true)]
    [InlineData("Pod", "evil.io/x:1", false)]
    [InlineData("Pod", "ghcr.io/acme.evil/x", false)]
    [InlineData("Deployment", "ghcr.io/acme/x:1", true)]
    [InlineData("Deployment", "evil.io/x:1", false)]
    [InlineData("StatefulSet", "evil.io/x:1", false)]
    [InlineData("Job", "evil.io/x:1", false)]
    [InlineData("CronJob", "evil.io/x:1", false)]
    [InlineData("Rollout", "ghcr.io/acme/x:1", true)]
    [InlineData("Rollout", "evil.io/x:1", false)]
    public void PolicyOverSeveralKinds_JudgesEachAsItStands(string kind, string image, bool isAllowed) =>
        IsAllowed(Rule(Acme, kinds: "[Pod, Deployment, StatefulSet, Job, Rollout]"), Workload(kind, image)).ShouldBe(isAllowed);

    [Theory]
    [InlineData("*", "evil.io/x", true)]
    [InlineData("eu.foo.io/* | bar.io/*", "bar.io/a/b/c:1", true)]
    [InlineData("eu.foo.io/* | bar.io/*", "nginx", false)]
    [InlineData("!*:latest", "nginx:latest", false)]
    [InlineData("!*:latest", "nginx:1", true)]
    [InlineData("*:*", "nginx", false)]
    [InlineData("*@*", "nginx@" + Digest, true)]
    [InlineData("ghcr.io/* & !*:latest", "ghcr.io/a:latest", false)]
    [InlineData("ghcr.io/* & !*:latest | nginx:*", "nginx:latest", true)]
    [InlineData("nginx:1.?", "nginx:1.2", true)]
    [InlineData("nginx:1.?", "nginx:1.22", false)]
    [InlineData("docker.io/*", "nginx", false)]
    [InlineData("> 5", "nginx", false)]
    public void Pattern_MeansWhatItDoesInKyverno(string pattern, string image, bool isAllowed) =>
        IsAllowed(Rule($"spec: {{containers: [{{image: '{pattern}'}}]}}"), Workload("Pod", image)).ShouldBe(isAllowed);

    [Theory]
    [InlineData("spec: {=(initContainers): [{=(image): 'a.io/*'}], containers: [{image: '*'}]}", "initContainers", "b.io/x", false)]
    [InlineData("spec: {=(initContainers): [{=(image): 'a.io/*'}], containers: [{image: '*'}]}", "initContainers", "a.io/x", true)]
    [InlineData("spec: {X(initContainers): 'null', containers: [{image: '*'}]}", "initContainers", "a.io/x", false)]
    [InlineData("spec: {containers: [{(name): 'main', image: 'a.io/*'}]}", "containers", "b.io/x", true)]
    [InlineData("spec: {containers: [{(name): 'c', image: 'a.io/*'}]}", "containers", "b.io/x", false)]
    [InlineData("spec: {containers: [{<(image): '*/nginx*', image: 'a.io/*'}]}", "containers", "b.io/nginx", false)]
    [InlineData("spec: {<(hostNetwork): true, containers: [{image: 'a.io/*'}]}", "containers", "b.io/x", false)]
    [InlineData("spec: {(hostNetwork): true, containers: [{image: 'a.io/*'}]}", "containers", "b.io/x", true)]
    [InlineData("{metadata: {labels: {(team): 'red'}}, spec: {containers: [{image: 'a.io/*'}]}}", "containers", "b.io/x", true)]
    [InlineData("{metadata: {labels: {(team): 'blue'}}, spec: {containers: [{image: 'a.io/*'}]}}", "containers", "b.io/x", false)]
    [InlineData("spec: {^(containers): [{image: 'a.io/*'}]}", "containers", "b.io/x", false)]
    [InlineData("spec: {^(containers): [{image: 'b.io/*'}]}", "containers", "b.io/x", true)]
    [InlineData("spec: {containers: [{image: 'a.io/*'}]}", "initContainers", "b.io/x", false)]
    [InlineData("spec: {containers: [{image: 'a.io/*'}]}", "ephemeralContainers", "a.io/x", true)]
    public void Anchors_AreHonoured(string pattern, string list, string image, bool isAllowed) =>
        IsAllowed(Rule(pattern), $"apiVersion: v1\nkind: Pod\nmetadata: {{name: p, labels: {{team: blue}}}}\nspec: {{{list}: [{{name: c, image: "
            + $"'{image}'}}]}}\n")
            .ShouldBe(isAllowed);

    [Fact]
    public void PatternForAKindThatMakesPods_IsReadAtItsOwnDepth()
    {
        var rule = Rule("spec: {template: {spec: {containers: [{image: 'a.io/*'}]}}}", kinds: "[Deployment]");

        IsAllowed(rule, Workload("Deployment", "a.io/x")).ShouldBeTrue();
        IsAllowed(rule, Workload("Deployment", "b.io/x")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("exclude: {any: [{resources: {namespaces: [kube-*]}}]}", "kube-system", true)]
    [InlineData("exclude: {any: [{resources: {namespaces: [kube-*]}}]}", "default", false)]
    [InlineData("exclude: {resources: {namespaces: [kube-system]}}", "kube-system", true)]
    [InlineData("exclude: {any: [{resources: {namespaces: [kube-*]}}]}", null, false)]
    [InlineData("exclude: {any: [{subjects: [{kind: User, name: x}]}]}", "kube-system", false)]
    [InlineData("exclude: {all: [{resources: {namespaces: [kube-*]}}, {clusterRoles: [admin]}]}", "kube-system", false)]
    [InlineData("exclude: {any: [{resources: {selector: {matchLabels: {team: b*}}}}]}", "default", true)]
    public void Exclude_LeavesOutWhatItSurelyNames(string exclude, string? space, bool isAllowed) =>
        IsAllowed(Rule("spec: {containers: [{image: 'a.io/*'}]}", more: exclude), Workload("Deployment", "b.io/x", space)).ShouldBe(isAllowed);

    [Theory]
    [InlineData("policyName: images, ruleNames: [registries]", true)]
    [InlineData("policyName: images, ruleNames: ['autogen-reg*']", true)]
    [InlineData("policyName: images, ruleNames: [other]", false)]
    [InlineData("policyName: other, ruleNames: [registries]", false)]
    public void PolicyException_BesideThePolicy_IsHonoured(string names, bool isAllowed) =>
        IsAllowed(
            Rule("spec: {containers: [{image: 'a.io/*'}]}")
                + $"---\napiVersion: kyverno.io/v2\nkind: PolicyException\nmetadata: {{name: e}}\nspec:\n  exceptions: [{{{names}}}]\n  match: {{any: "
                + $"[{{resources: {{kinds: [Deployment], names: [x]}}}}]}}\n",
            Workload("Deployment", "b.io/x")).ShouldBe(isAllowed);

    [Fact]
    public void AnyPattern_AllowsWhatOneAllows()
    {
        var rule = Rule("", validate: "anyPattern: [{spec: {containers: [{image: 'a.io/*'}]}}, {spec: {containers: [{image: 'b.io/*'}]}}]");

        IsAllowed(rule, Workload("Pod", "b.io/x")).ShouldBeTrue();
        IsAllowed(rule, Workload("Pod", "c.io/x")).ShouldBeFalse();
    }

    [Fact]
    public void ImageOutsideAnyPod_IsHeldAgainstTheSamePatterns()
    {
        const string Policy = "spec: {containers: [{image: 'ghcr.io/acme/*|nginx:*|docker.io/library/redis:*'}]}";

        Findings(FromPolicy, ("policy.yaml", Rule(Policy)), ("Dockerfile", "FROM ghcr.io/acme/x:1\nFROM nginx:1\nFROM redis:1\n"))
            .ShouldAllBe(finding => finding.StartsWith("warning image-unpinned ", StringComparison.Ordinal));
        Findings(FromPolicy, ("policy.yaml", Rule(Policy)), ("Dockerfile", "FROM evil.io/x:1\n")).ShouldBe(
        [
            "error image-not-allowed Dockerfile:1: evil.io/x:1 (FROM, Dockerfile:1) is not allowed: images/registries (policy.yaml:9) asks for "
                + "`ghcr.io/acme/*|nginx:*|docker.io/library/redis:*`. Change the base, or the policy.",
        ]);
    }

    [Fact]
    public void EntryOfAllow_AllowsWhatNoPolicyDoes() =>
        Findings(new() { Allow = ["evil.io/*"], AllowFrom = ["policy.yaml"] }, ("policy.yaml", Rule(Acme)), ("p.yaml", Workload("Pod", "evil.io/x@" + Digest)))
            .ShouldBeEmpty();

    [Fact]
    public void AllRulesMustHold()
    {
        var two = Rule(Acme) + "---\n" + Rule("spec: {containers: [{image: '!*:latest'}]}");

        IsAllowed(two, Workload("Pod", "ghcr.io/acme/x:1")).ShouldBeTrue();
        IsAllowed(two, Workload("Pod", "ghcr.io/acme/x:latest")).ShouldBeFalse();
        IsAllowed(two, Workload("Pod", "evil.io/x:1")).ShouldBeFalse();
    }

    [Fact]
    public void ListThatOneRuleDoesNotName_IsNotLetThroughByAnother()
    {
        var two = Rule("spec: {containers: [{image: 'a.io/*'}]}") + "---\n" + Rule("spec: {initContainers: [{image: '!*:latest'}]}");

        IsAllowed(two, "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {initContainers: [{name: c, image: 'evil.io/x:1'}]}\n").ShouldBeFalse();
    }

    [Fact]
    public void PolicyOfOneNamespace_AllowsNothingElsewhere()
    {
        var rule = Rule(Acme)
            .Replace("ClusterPolicy", "Policy", StringComparison.Ordinal)
            .Replace("{name: images}", "{name: images, namespace: web}", StringComparison.Ordinal);

        IsAllowed(rule, Workload("Pod", "ghcr.io/acme/x:1", "web")).ShouldBeTrue();
        IsAllowed(rule, Workload("Pod", "evil.io/x:1", "web")).ShouldBeFalse();
        IsAllowed(rule, Workload("Pod", "ghcr.io/acme/x:1", "db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: Pod\n", "no rule about images in policy.yaml; name files with")]
    [InlineData(
        "apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nspec: {rules: [{name: r, validate: {pattern: {metadata: {labels: {a: '?*'}}}}}]}\n",
        "no rule about images in policy.yaml; name files with")]
    [InlineData("a: [\n", "policy.yaml")]
    public void FileWithoutARule_IsRefused(string text, string words) =>
        Should.Throw<UsageException>(() => Images(FromPolicy, ("policy.yaml", text))).Message.ShouldContain(words);

    [Fact]
    public async Task PolicyOfAPullRequest_IsThatOfItsBase()
    {
        static CaseTree Tree(params (string Path, string Text)[] files) =>
            new(files.Select(file => KeyValuePair.Create(file.Path, Encoding.UTF8.GetBytes(file.Text))));
        var change = Tree(("policy.yaml", Rule("spec: {containers: [{image: '*'}]}")), ("p.yaml", Workload("Pod", "evil.io/x")));
        var context = new GateContext(change, ChangeSet.None, default) { Rules = Tree(("policy.yaml", Rule(Acme))) };

        var facts = (await new BaseImageAllowlistGate(FromPolicy).InspectAsync(context, TestContext.Current.CancellationToken)).Facts;

        facts.GetProperty("images")[0].GetProperty("refusedBy").GetString().ShouldStartWith("images/registries (policy.yaml:");
        new BaseImageAllowlistGate(FromPolicy).RuleFiles(change).ShouldBe(["policy.yaml"]);
    }

    [Fact]
    public void FileThatIsNotThere_IsRefused() =>
        Should.Throw<UsageException>(() => Images(FromPolicy, ("x", ""))).Message.ShouldBe("base-image-allowlist: `allow-from`: policy.yaml does not exist");

    internal static bool IsAllowed(string policy, string workload, BaseImageAllowlistOptions? options = null) =>
        !Findings(options ?? FromPolicy, ("policy.yaml", policy), ("w.yaml", workload)).Any(finding => finding.StartsWith("error ", StringComparison.Ordinal));

    internal static string Workload(string kind, string image, string? space = null)
    {
        var pod = $"{{metadata: {{labels: {{team: blue}}}}, spec: {{containers: [{{name: c, image: '{image}'}}]}}}}";
        var version = kind switch { "Pod" => "v1", "Rollout" => "argoproj.io/v1alpha1", "Job" or "CronJob" => "batch/v1", _ => "apps/v1" };
        var meta = $"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: x{(space is null ? "" : ", namespace: " + space)}}}\n";
        return meta + kind switch
        {
            "Pod" => $"spec: {{containers: [{{name: c, image: '{image}'}}]}}\n",
            "CronJob" => $"spec: {{jobTemplate: {{spec: {{template: {pod}}}}}}}\n",
            _ => $"spec: {{template: {pod}}}\n",
        };
    }

    internal static string Rule(string pattern, string kinds = "[Pod]", string more = "", string spec = "background: true", string? validate = null) =>
        $"apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: {{name: images}}\nspec:\n  {spec}\n  rules:\n  - name: registries\n    match: {{any: "
            + $"[{{resources: {{kinds: {kinds}}}}}]}}\n"
            + $"    validate: {{message: m, {validate ?? $"pattern: {(pattern.StartsWith('{') ? pattern : "{" + pattern + "}")}"}}}\n"
            + (more.Length == 0 ? "" : $"    {more}\n");
}
