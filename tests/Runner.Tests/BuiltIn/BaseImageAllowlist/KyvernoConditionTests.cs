using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.KyvernoTests;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>Rules of Kyverno that compare images by conditions and expressions, and what cannot be read of them.</summary>
public sealed class KyvernoConditionTests
{
    [Theory]
    [InlineData("foreach: [{list: request.object.spec.containers, pattern: {image: 'a.io/*'}}]", "b.io/x", false)]
    [InlineData(
        "foreach: [{list: 'request.object.spec.[containers, initContainers][]', deny: {conditions: {all: [{key: '{{ element.image }}', operator: NotIn, "
            + "value: ['a.io/*']}]}}}]",
        "b.io/x",
        false)]
    [InlineData(
        "foreach: [{list: 'request.object.spec.containers', deny: {conditions: {any: [{key: '{{ images.containers.\"{{element.name}}\".registry }}', "
            + "operator: AnyNotIn, value: [a.io]}]}}}]",
        "b.io/x",
        false)]
    [InlineData(
        "deny: {conditions: {any: [{key: '{{ images.containers.*.registry || `[]` }}', operator: AnyNotIn, value: [a.io, docker.io]}]}}",
        "nginx",
        true)]
    [InlineData("deny: {conditions: {any: [{key: '{{ images.*.*.registry }}', operator: AnyNotIn, value: [a.io]}]}}", "nginx", false)]
    [InlineData(
        "deny: {conditions: {any: [{key: '{{ request.object.spec.containers[].image }}', operator: AnyIn, value: ['*:latest']}]}}",
        "a.io/x:latest",
        false)]
    [InlineData(
        "deny: {conditions: {all: [{key: '{{ request.operation }}', operator: NotEquals, value: DELETE}, {key: '{{ images.containers.*.tag }}', "
            + "operator: AnyIn, value: [latest]}]}}",
        "a.io/x",
        false)]
    [InlineData("cel: {expressions: [{expression: \"object.spec.containers.all(c, c.image.startsWith('a.io/'))\"}]}", "a.io/x", true)]
    [InlineData(
        "cel: {expressions: [{expression: \"object.spec.containers.all(c, c.image.startsWith('a.io/') || c.image.startsWith('c.io/'))\"}]}",
        "b.io/x",
        false)]
    [InlineData(
        "deny: {conditions: {all: [{key: '{{ images.[containers, initContainers, ephemeralContainers][].*.name[] }}', operator: AnyNotIn, value: [known, "
            + "other]}]}}",
        "a.io/b/known:1",
        true)]
    [InlineData(
        "deny: {conditions: {all: [{key: '{{ images.[containers, initContainers, ephemeralContainers][].*.name[] }}', operator: AnyNotIn, value: [known, "
            + "other]}]}}",
        "a.io/known/b:1",
        false)]
    [InlineData(
        "cel: {variables: [{name: all, expression: 'object.spec.containers + (has(object.spec.initContainers) ? object.spec.initContainers : [])'}], "
            + "expressions: [{expression: \"variables.all.all(c, c.image.contains(':')) && variables.all.all(c, !c.image.endsWith(':latest'))\"}]}",
        "a.io/x:1",
        true)]
    [InlineData(
        "cel: {variables: [{name: all, expression: 'object.spec.containers + (has(object.spec.initContainers) ? object.spec.initContainers : [])'}], "
            + "expressions: [{expression: \"variables.all.all(c, c.image.contains(':')) && variables.all.all(c, !c.image.endsWith(':latest'))\"}]}",
        "a.io/x:latest",
        false)]
    public void ConditionsOnImages_AreRead(string validate, string image, bool isAllowed) =>
        IsAllowed(Rule("", validate: validate), Workload("Pod", image)).ShouldBe(isAllowed);

    [Theory]
    [InlineData("pattern: {spec: {containers: [{image: '{{ allowed.data.list }}'}]}}", "compares with \"{{ allowed.data.list }}\", which only a cluster knows")]
    [InlineData(
        "deny: {conditions: {any: [{key: '{{ request.object.spec.containers[].image | length(@) }}', operator: Equals, value: 1}]}}",
        "cannot be read here")]
    [InlineData("foreach: [{list: 'mine[]', pattern: {image: 'a.io/*'}}]", "goes through \"mine[]\", which cannot be read here")]
    [InlineData(
        "cel: {expressions: [{expression: \"object.spec.containers.all(c, c.image.matches('x'))\"}]}",
        "has an expression about images that cannot be read here")]
    public void WhatCannotBeHonoured_IsSaidAndFailsClosed(string validate, string reason) =>
        Findings(FromPolicy, ("policy.yaml", Rule("", validate: validate)), ("p.yaml", Workload("Pod", "a.io/x@" + Digest)))
            .ShouldContain(finding => finding.StartsWith("error policy-not-honoured policy.yaml:", StringComparison.Ordinal)
                && finding.Contains(reason, StringComparison.Ordinal));

    [Theory]
    [InlineData("validationFailureAction: Audit", "", "images: the policy only audits in the cluster; here the gate's own `mode` decides what blocks")]
    [InlineData(
        "background: true",
        "preconditions: {all: [{key: '{{request.operation}}', operator: Equals, value: CREATE}]}",
        "images: the preconditions of rule registries are not evaluated; they count as met")]
    public void WhatMakesTheGateStricterThanTheCluster_IsANote(string spec, string more, string reason) =>
        Findings(FromPolicy, ("policy.yaml", Rule(Acme, spec: spec, more: more)), ("p.yaml", Workload("Pod", "ghcr.io/acme/x@" + Digest)))
            .ShouldHaveSingleItem().ShouldEndWith(": " + reason + ".");

    [Theory]
    [InlineData("a.io/x:1", true)]
    [InlineData("a.io/x:latest", false)]
    [InlineData("b.io/x:1", false)]
    public void ValidatingPolicy_OfTheShapeOfAnAllowList_IsRead(string image, bool isAllowed) =>
        IsAllowed(
            "apiVersion: policies.kyverno.io/v1\nkind: ValidatingPolicy\nmetadata: {name: v}\nspec:\n"
                + "  variables: [{name: all, expression: 'object.spec.containers + object.spec.?initContainers.orValue([])'}]\n"
                + "  validations:\n  - expression: \"variables.all.all(c, c.image.startsWith('a.io/'))\"\n  - expression: \"variables.all.all(c, "
                + "!c.image.endsWith(':latest'))\"\n",
            Workload("Deployment", image)).ShouldBe(isAllowed);

    private const string Two = "anyPattern: [{spec: {containers: [{image: 'a.io/*'}]}}, {spec: {containers: [{image: 'b.io/*'}], "
        + "=(initContainers): [{image: 'b.io/*'}]}}]";

    [Theory]
    [InlineData("containers: [{name: x, image: a.io/x}, {name: y, image: a.io/y}]", true)]
    [InlineData("containers: [{name: x, image: a.io/x}, {name: y, image: b.io/y}]", false)]
    [InlineData("containers: [{name: x, image: b.io/x}], initContainers: [{name: y, image: b.io/y}]", true)]
    [InlineData("containers: [{name: x, image: b.io/x}], initContainers: [{name: y, image: c.io/y}]", false)]
    public void OneOfSeveralPatterns_HoldsForTheWholePod(string spec, bool isAllowed) =>
        IsAllowed(Rule("", validate: Two), "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {" + spec + "}").ShouldBe(isAllowed);

    private const string Secret = "pattern: {spec: {imagePullSecrets: [{name: corp}], containers: [{name: '*', <(image): 'corp.io/*'}]}}";

    [Theory]
    [InlineData("Pod", "containers: [{name: x, image: corp.io/x}], imagePullSecrets: [{name: corp}]", true)]
    [InlineData("Pod", "containers: [{name: x, image: corp.io/x}]", false)]
    [InlineData("Pod", "containers: [{name: x, image: corp.io/x}], imagePullSecrets: [{name: other}]", false)]
    [InlineData("Pod", "containers: [{name: x, image: a.io/x}]", true)]
    [InlineData("Deployment", "containers: [{name: x, image: corp.io/x}]", false)]
    [InlineData("Deployment", "containers: [{name: x, image: corp.io/x}], imagePullSecrets: [{name: corp}]", true)]
    public void ConditionOfTheWholeRule_OnAnImage_AsksForTheRest(string kind, string spec, bool isAllowed)
    {
        var pod = $"spec: {{{spec}}}";
        var workload = $"apiVersion: {(kind == "Pod" ? "v1" : "apps/v1")}\nkind: {kind}\nmetadata: {{name: p}}\n"
            + (kind == "Pod" ? pod : $"spec: {{template: {{{pod}}}}}");
        IsAllowed(Rule("", validate: Secret) + "---\n" + Rule("spec: {containers: [{image: '*'}]}"), workload).ShouldBe(isAllowed);
    }

    [Fact]
    public void ConditionOfTheWholeRule_IsReadAndAllowsNothingByItself() =>
        Findings(FromPolicy, ("policy.yaml", Rule("", validate: Secret)), ("w.yaml", Workload("Pod", "a.io/x@" + Digest)))
            .ShouldHaveSingleItem().ShouldContain("none of the rules in `allow-from` is about it");

    [Theory]
    [InlineData("images.containers.*.registry", "AllNotIn", true)]
    [InlineData("request.object.spec.containers[].image", "AllIn", true)]
    [InlineData("images.containers.*.registry", "AnyNotIn", false)]
    [InlineData("images.containers.*.registry", "AnyIn", false)]
    public void DenialOfAllTogether_IsSaidToBeStricterHere(string key, string operation, bool isSaid) =>
        Findings(
            FromPolicy,
            ("policy.yaml", Rule("", validate: $"deny: {{conditions: {{any: [{{key: '{{{{ {key} }}}}', operator: {operation}, value: [a.io]}}]}}}}")))
            .Any(finding => finding.StartsWith("note policy-part", StringComparison.Ordinal)
                && finding.Contains($"denies with {operation} only what is so of all containers together", StringComparison.Ordinal)).ShouldBe(isSaid);
}
