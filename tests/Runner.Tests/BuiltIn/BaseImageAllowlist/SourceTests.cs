using System.Text;
using Gates.BuiltIn.BaseImageAllowlist;
using Gates.Runner.Cases;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>Images outside Dockerfiles.</summary>
public sealed class SourceTests
{
    private static string Pod(string image) => $"apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: {image}\n";

    [Fact]
    public void Kubernetes_EveryKindOfContainerAtAnyDepth_IsSeen() =>
        Images(("k8s/a.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              template:
                spec:
                  initContainers: [{name: i, image: init:1}]
                  containers:
                    - name: c
                      image: "ghcr.io/acme/web:1"
                  ephemeralContainers: [{image: debug:1}]
                  volumes: [{name: v, image: {reference: "volume:1"}}]
            ---
            apiVersion: v1
            kind: List
            items:
              - {apiVersion: v1, kind: Pod, spec: {containers: [{image: listed:1}]}}
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: Rollout
            spec: {template: {spec: {containers: [{image: custom:1}]}}}
            """)).ShouldBe(
        [
            "7: docker.io/library/init:1", "10: ghcr.io/acme/web:1", "11: docker.io/library/debug:1", "12: docker.io/library/volume:1",
            "17: docker.io/library/listed:1", "21: docker.io/library/custom:1",
        ]);

    [Theory]
    [InlineData("spec: {containers: [{image: x}]}")]
    [InlineData("kind: Pod\nspec: {containers: [{image: x}]}")]
    [InlineData("apiVersion: v1\nkind: Pod\nspec: {containers: [{name: patch-without-image}]}")]
    public void Kubernetes_WhatIsNoManifestOrHasNoImage_GivesNothing(string text) => Images(("a.yaml", text)).ShouldBeEmpty();

    [Fact]
    public void Kubernetes_PlaceholderInAnImage_IsUnresolved() =>
        Images(("a.yml", "apiVersion: v1\nkind: Pod\nspec: {containers: [{image: '${IMAGE}'}]}"))
            .ShouldBe(["3: ? it is filled in before it is applied; write the image, or set it with a kustomization"]);

    [Fact]
    public void Kustomization_ThatReplacesAnImage_IsAnImage() =>
        Images(
            ("x/overlay.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nimages:\n- {name: good, newName: evil/x, newTag: v2}\n- {name: kept}"))
            .ShouldBe(["4: docker.io/evil/x:v2"]);

    [Theory]
    [InlineData("kustomization.yaml", "{name: app, newName: evil.io/app, newTag: \"1\"}", "evil.io/app:1")]
    [InlineData("kustomization.yml", "{name: ghcr.io/acme/app, newTag: v2}", "ghcr.io/acme/app:v2")]
    [InlineData("base/Kustomization", "{name: a, newName: evil.io/a}", "evil.io/a:latest")]
    [InlineData(
        "kustomization.yaml",
        "{name: a, newName: evil.io/a, newTag: \"1\", digest: \"sha256:86e0e091d0da6bde2456dbb48306f3956bbeb2eae1b5b9a43045843f69fe4aaa\"}",
        "evil.io/a@sha256:86e0e091d0da6bde2456dbb48306f3956bbeb2eae1b5b9a43045843f69fe4aaa")]
    [InlineData("kustomization.yaml", "{name: a, newName: good/a, newName: evil.io/a, newTag: \"1\"}", "evil.io/a:1|docker.io/good/a:1")]
    public void Kustomization_ByItsNameAlone_IsRead(string path, string image, string expected) =>
        Images((path, "resources: [d.yaml]\nimages:\n- " + image))
            .Order(StringComparer.Ordinal)
            .ShouldBe(expected.Split('|').Select(image => "3: " + image).Order(StringComparer.Ordinal));

    [Fact]
    public void Kubernetes_KeyThatStandsTwice_IsReadAsItsDecodersDoAndSaid()
    {
        const string Text =
            "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: good.io/x:1\n    image: evil.io/x:1\n  containers:\n  - {image: last.io/x:1}\n";

        Images(("d.yaml", Text)).ShouldBe(["5: good.io/x:1", "6: evil.io/x:1", "8: last.io/x:1"]);
        Findings(new BaseImageAllowlistOptions { Allow = ["good.io/*", "last.io/*"] }, ("d.yaml", Text))
            .Where(finding => !finding.Contains("unpinned", StringComparison.Ordinal))
            .ShouldBe(
        [
            "error image-not-allowed d.yaml:6: evil.io/x:1 (Pod, d.yaml:6) is not on the allow list. Add it to `allow` in .github/gates.yml or change the image.",
            "warning duplicate-key d.yaml:6: The key `image` stands twice in one map. The decoders of Kubernetes take the last one and do not say so; the images under both were looked at. Remove one.",
            "warning duplicate-key d.yaml:7: The key `containers` stands twice in one map. The decoders of Kubernetes take the last one and do not say so; the images under both were looked at. Remove one.",
        ]);
    }

    [Theory]
    [InlineData("- {image: x, [}\n", 7)]
    [InlineData("  a: \"open\n", 7)]
    [InlineData("kind: Pod\n  image: evil\n", 8)]
    [InlineData("# {{ no template }}\n  a: [\n", 8)]
    public void Kubernetes_BrokenDocument_HidesNoOtherAndIsAnError(string broken, int line)
    {
        var text = Pod("one:1") + "---\n" + broken + "---\n" + Pod("three:1");

        Images(("d.yaml", text))
            .Select(image => image[(image.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .ShouldBe(["docker.io/library/one:1", "docker.io/library/three:1"]);
        Findings(
            new BaseImageAllowlistOptions(),
            ("d.yaml", text)).ShouldContain(
                finding => finding.StartsWith($"error unreadable d.yaml:", StringComparison.Ordinal),
                line.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Unseen(("d.yaml", text)).ShouldBe(["unreadable d.yaml"]);
    }

    [Fact]
    public void Kubernetes_TemplateInALaterDocument_IsNamedAsOne()
    {
        var text = Pod("one:1") + "---\nkind: {{ .Kind }}\n{{- if .x }}\n";

        Findings(
            new BaseImageAllowlistOptions(),
            ("d.yaml", text)).ShouldContain(finding => finding.StartsWith("note not-read d.yaml:", StringComparison.Ordinal));
        Unseen(("d.yaml", text)).ShouldBe(["template d.yaml"]);
    }

    [Theory]
    [InlineData("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"image\":\"evil.io/x:1\"}]}}", "evil.io/x:1")]
    [InlineData(
        "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"initContainers\":[{\"image\":\"a:1\"}]}}]}",
        "docker.io/library/a:1")]
    [InlineData(
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"image\":\"a:1\"}]}} {\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"image\":\"b:1\"}]}}",
        "docker.io/library/a:1|docker.io/library/b:1")]
    [InlineData("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"im\\u0061ge\":\"evil.io/x:1\"}]}}", "evil.io/x:1")]
    [InlineData("{\"services\":{\"a\":{\"image\":\"evil.io/x:1\"}}}", "evil.io/x:1")]
    [InlineData("{\"name\":\"docker\",\"version\":\"1\"}", "")]
    public void Json_ManifestsAreReadLikeYaml(string text, string expected)
    {
        Images(("pod.json", text)).Select(image => image[3..]).ShouldBe(expected.Split('|', StringSplitOptions.RemoveEmptyEntries));
        Images(("pod.yaml", text)).Select(image => image[3..]).ShouldBe(expected.Split('|', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Json_ManifestThatBreaks_IsAnErrorAndOtherJsonIsLeftAlone()
    {
        Findings(new BaseImageAllowlistOptions(), ("pod.json", "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"image\": [}"))
            .ShouldHaveSingleItem()
            .ShouldStartWith("error unreadable pod.json:1: ");
        Findings(new BaseImageAllowlistOptions(), ("tsconfig.json", "{ // comment\n \"container\": [,]}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    public void Kubernetes_InAnyUnicodeWithItsMark_IsRead(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var tree = new CaseTree([KeyValuePair.Create("d.yaml", (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(Pod("evil.io/x:1"))])]);

        FactsOf(new BaseImageAllowlistOptions(), tree)
            .GetProperty("images")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .GetProperty("reference")
            .GetString()
            .ShouldBe("evil.io/x:1");
    }

    [Fact]
    public void Kubernetes_ThatIsNoUnicode_IsAnErrorAndNotANote()
    {
        var tree = new CaseTree([KeyValuePair.Create("d.yaml", (byte[])[.. "# caf"u8, 0xE9, (byte)'\n', .. Encoding.UTF8.GetBytes(Pod("evil.io/x:1"))])]);

        FactsOf(new BaseImageAllowlistOptions(), tree)
            .GetProperty("unread")
            .EnumerateArray()
            .ShouldHaveSingleItem()
            .GetProperty("certain")
            .GetBoolean()
            .ShouldBeTrue();
    }

    [Fact]
    public void Kubernetes_KeysWrittenWithEscapes_AreSeen() =>
        Images(("d.yaml", "apiVersion: v1\nkind: Pod\nspec: {\"c\\u006fntainers\": [{\"im\\x61ge\": evil.io/x:1}]}")).ShouldBe(["3: evil.io/x:1"]);

    [Fact]
    public void HelmTemplate_IsANoteNotAnError() =>
        Findings(
            new BaseImageAllowlistOptions(),
            ("chart/Chart.yaml", "name: x"),
            ("chart/templates/a.yaml", "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: {{ .Values.image }}\n{{- if .x }}")).ShouldBe(
        [
            "note not-read chart/Chart.yaml:1: The images of this Helm chart were not looked at: Helm fills its templates in, and only what they and its values write out is judged; set `render-charts`, or render it and check the result.",
        ]);

    [Fact]
    public void TemplateThatLooksLikeAManifest_IsANoteNotAnError() =>
        Findings(new BaseImageAllowlistOptions(), ("a.yaml", "apiVersion: v1\nkind: Pod\nspec:\n  image: {{ x }}\n{{ end }}"))
            .ShouldHaveSingleItem().ShouldStartWith("note not-read a.yaml:");

    [Theory]
    [InlineData("other.yaml", "image: [\n")]
    [InlineData("notes.yaml", "image: {{ x }}")]
    public void BrokenYamlThatIsNothingOfOurs_IsLeftAlone(string path, string text) => Findings(new BaseImageAllowlistOptions(), (path, text)).ShouldBeEmpty();

    [Theory]
    [InlineData(".github/workflows/a.yml", "jobs:\n  a:\n    container: [\n", "workflow")]
    [InlineData("docker-compose.yml", "services:\n\timage: x\n", "compose file")]
    public void BrokenFileThatIsSurelyUsed_FailsClosed(string path, string text, string kind) =>
        Findings(new BaseImageAllowlistOptions(), (path, text))
            .ShouldHaveSingleItem()
            .ShouldMatch($"^error unreadable {path}:[0-9]+: The images of this {kind} cannot be seen: ");
}
