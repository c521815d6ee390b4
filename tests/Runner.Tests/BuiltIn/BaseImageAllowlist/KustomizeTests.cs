using Gates.BuiltIn.BaseImageAllowlist;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>What kustomizations put into objects.</summary>
public sealed class KustomizeTests
{
    private const string Deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: {template: {spec: {containers: [{name: c, "
        + "image: \"IMAGE\"}]}}}\n";

    [Theory]
    [InlineData(
        "patches:\n- patch: |-\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: x}\n    spec: {template: {spec: {containers: [{name: "
            + "c, image: evil.io/x:1}]}}}",
        "6: evil.io/x:1")]
    [InlineData(
        "patches:\n- target: {kind: Deployment}\n  patch: |-\n    spec: {template: {spec: {containers: [{name: c, image: evil.io/x:1}]}}}",
        "4: evil.io/x:1")]
    [InlineData(
        "patches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: replace\n      path: /spec/template/spec/containers/0/image\n      value: evil.io/x:1",
        "6: evil.io/x:1")]
    [InlineData(
        "patches:\n- patch: '[{\"op\":\"add\",\"path\":\"/spec/template/spec/containers/-\",\"value\":{\"name\":\"s\",\"image\":\"evil.io/x:1\"}}]'",
        "2: evil.io/x:1")]
    [InlineData("patchesStrategicMerge:\n- |-\n  apiVersion: v1\n  kind: Pod\n  spec: {containers: [{name: c, image: evil.io/x:1}]}", "5: evil.io/x:1")]
    [InlineData(
        "patchesJson6902:\n- target: {kind: Pod}\n  patch: |-\n    - {op: replace, path: /spec/containers/0/image, value: evil.io/x:1}",
        "4: evil.io/x:1")]
    [InlineData(
        "patches:\n- patch: |-\n    - {op: test, path: /spec/containers/0/image, value: evil.io/x:1}\n    - {op: replace, path: /metadata/name, value: image}",
        "")]
    public void PatchInAKustomization_IsRead(string text, string expected) =>
        Images(("kustomization.yaml", text)).ShouldBe(expected.Split('|', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("p.yaml", "- op: replace\n  path: /spec/containers/0/image\n  value: evil.io/x:1\n")]
    [InlineData("p.json", "[{\"op\": \"replace\", \"path\": \"/spec/containers/0/image\",\n \"x\": 1,\"value\": \"evil.io/x:1\"}]")]
    public void PatchFile_IsKnownByItsContent(string path, string text) => Images((path, text)).ShouldHaveSingleItem().ShouldEndWith(": evil.io/x:1");

    [Fact]
    public void PatchFileWithoutAKind_IsReadWhereAKustomizationNamesIt()
    {
        var patch = ("p.yaml", "spec: {containers: [{name: c, image: evil.io/x:1}]}");

        Images(patch).ShouldBeEmpty();
        Images(patch, ("kustomization.yaml", "patches:\n- {path: p.yaml, target: {kind: Pod}}")).ShouldBe(["1: evil.io/x:1"]);
    }

    [Fact]
    public void ResourceUnderAnotherName_IsRead() =>
        Images(("o/kustomization.yaml", "resources: [../d]\n"), ("d", Deployment.Replace("IMAGE", "evil.io/x:1", StringComparison.Ordinal)))
            .ShouldBe(["4: evil.io/x:1"]);

    [Fact]
    public void ResourceInAVendoredFolder_IsReadWhereAKustomizationTakesItIn()
    {
        var pod = ("vendor/d.yaml", Deployment.Replace("IMAGE", "evil.io/x:1", StringComparison.Ordinal));

        Images(pod).ShouldBeEmpty();
        Images(pod, ("kustomization.yaml", "resources: [vendor/d.yaml]\n")).ShouldBe(["4: evil.io/x:1"]);
        Images(new BaseImageAllowlistOptions { Exclude = ["vendor/**"] }, pod, ("kustomization.yaml", "resources: [vendor/d.yaml]\n")).ShouldBeEmpty();
    }

    [Fact]
    public void NameThatAKustomizationReplaces_IsSaidOnceAndPullsNothing() =>
        Findings(
            new BaseImageAllowlistOptions { Allow = ["ghcr.io/acme/**"] },
            ("base/d.yaml", Deployment.Replace("IMAGE", "controller:latest", StringComparison.Ordinal)),
            ("base/kustomization.yaml", "resources: [d.yaml]\n"),
            ("overlay/kustomization.yaml", $"resources: [../base]\nimages: [{{name: controller, newName: ghcr.io/acme/c, digest: '{Digest}'}}]\n"))
            .ShouldBe(["note placeholder base/d.yaml:4: 1 text stands where an image will be, and nothing was looked at in its place: "
                + "`controller:latest` (base/d.yaml:4, a kustomization here replaces it)."]);

    [Theory]
    [InlineData("evil.io/controller:latest", "controller")]
    [InlineData("evil/controller", "evil/controller")]
    [InlineData("other", "controller")]
    public void WhatWouldBePulledIfAppliedAlone_IsNoPlaceholder(string image, string name) =>
        Findings(
            new BaseImageAllowlistOptions { Allow = ["ghcr.io/acme/**"] },
            ("d.yaml", Deployment.Replace("IMAGE", image, StringComparison.Ordinal)),
            ("kustomization.yaml", $"resources: [d.yaml]\nimages: [{{name: {name}, newName: ghcr.io/acme/c, digest: '{Digest}'}}]\n"))
            .ShouldHaveSingleItem().ShouldStartWith("error image-not-allowed d.yaml:4: ");

    [Theory]
    [InlineData("resources: ['https://github.com/x/y//config?ref=v1']", "it takes https://github.com/x/y//config?ref=v1 in, which is not in this repository")]
    [InlineData("helmCharts: [{name: x, repo: 'https://x.io'}]", "it takes Helm charts in; render it and check the result")]
    [InlineData(
        "replacements: [{targets: [{fieldPaths: ['spec.template.spec.containers.0.image']}]}]",
        "a replacement writes images; render it and check the result")]
    public void WhatNoFileShows_IsSaid(string text, string reason) =>
        Findings(new BaseImageAllowlistOptions(), ("kustomization.yaml", text))
            .ShouldBe([$"note not-read kustomization.yaml:1: The images of this kustomization were not looked at: {reason}."]);

    [Fact]
    public void TransformerAsAnObject_IsRead() =>
        Images(("t.yaml", "apiVersion: builtin\nkind: ImageTagTransformer\nmetadata: {name: t}\nimageTag: {name: a, newName: evil.io/x, newTag: v1}\n"))
            .ShouldBe(["4: evil.io/x:v1"]);
}
