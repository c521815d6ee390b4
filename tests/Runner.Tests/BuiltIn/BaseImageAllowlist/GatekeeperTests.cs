using Gates.BuiltIn.BaseImageAllowlist;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.KyvernoTests;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>Constraints of Gatekeeper's library as allow lists.</summary>
public sealed class GatekeeperTests
{
    [Theory]
    [InlineData("K8sAllowedRepos", "repos: ['openpolicyagent/']", "openpolicyagent/opa:0.9", true)]
    [InlineData("K8sAllowedRepos", "repos: ['openpolicyagent/']", "nginx", false)]
    [InlineData("K8sAllowedRepos", "repos: ['docker.io/']", "nginx", false)]
    [InlineData("K8sAllowedRepos", "repos: []", "nginx", false)]
    [InlineData("K8sAllowedReposv2", "allowedImages: ['a.io/team/*']", "a.io/team/x:1", true)]
    [InlineData("K8sAllowedReposv2", "allowedImages: ['a.io/team/x']", "a.io/team/x:1", false)]
    [InlineData("K8sAllowedReposv2", "allowedImages: ['a.io/team/x:1']", "a.io/team/x:1", true)]
    [InlineData("K8sDisallowedRepos", "repos: ['k8s.gcr.io/']", "k8s.gcr.io/pause:1", false)]
    [InlineData("K8sDisallowedRepos", "repos: ['k8s.gcr.io/']", "registry.k8s.io/pause:1", true)]
    [InlineData("K8sDisallowedTags", "{tags: [latest], exemptImages: ['b.io/*']}", "a.io/x:latest", false)]
    [InlineData("K8sDisallowedTags", "{tags: [latest], exemptImages: ['b.io/*']}", "a.io/x", false)]
    [InlineData("K8sDisallowedTags", "{tags: [latest], exemptImages: ['b.io/*']}", "b.io/x", true)]
    [InlineData("K8sImageDigests", "{}", "a.io/x:1", false)]
    public void Constraint_JudgesAsItsTemplateDoes(string kind, string parameters, string image, bool isAllowed)
    {
        IsAllowed(Constraint(kind, parameters), Workload("Pod", image)).ShouldBe(isAllowed);
        IsAllowed(Constraint(kind, parameters), Workload("Deployment", image)).ShouldBe(isAllowed);
    }

    [Theory]
    [InlineData("namespaces: [web]", "web", false)]
    [InlineData("excludedNamespaces: ['kube-*']", "kube-system", true)]
    [InlineData("excludedNamespaces: ['kube-*']", "web", false)]
    [InlineData("excludedNamespaces: ['kube-*']", null, false)]
    [InlineData("namespaceSelector: {matchLabels: {a: b}}", "web", false)]
    [InlineData("labelSelector: {matchLabels: {team: blue}}", "web", false)]
    public void Match_LeavesOutWhatItSurelyNames(string match, string? space, bool isAllowed) =>
        IsAllowed(Constraint("K8sAllowedRepos", "repos: ['a.io/']", match), Workload("Deployment", "b.io/x", space)).ShouldBe(isAllowed);

    [Fact]
    public void ConstraintOfAnotherKind_IsSaidAndFailsClosed() =>
        Findings(
            new BaseImageAllowlistOptions { AllowFrom = ["policy.yaml"] },
            ("policy.yaml", Constraint("OurImages", "x: 1")))
            .ShouldHaveSingleItem()
            .ShouldStartWith("error policy-not-honoured policy.yaml:1: OurImages images: a constraint of a kind that cannot be read here.");

    private static string Constraint(string kind, string parameters, string match = "") =>
        $"apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: {kind}\nmetadata: {{name: images}}\nspec:\n  match: {{kinds: [{{apiGroups: [''], kinds: "
            + $"[Pod]}}]{(match.Length == 0 ? "" : ", " + match)}}}\n"
            + $"  parameters: {(parameters.StartsWith('{') ? parameters : "{" + parameters + "}")}\n";
}
