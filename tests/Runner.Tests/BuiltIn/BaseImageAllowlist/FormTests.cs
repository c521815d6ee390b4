using Gates.BuiltIn.BaseImageAllowlist;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>Forms that are written seldom: compose's volumes and tags, and templates of YAML.</summary>
public sealed class FormTests
{
    [Theory]
    [InlineData("services: {s: {image: a.io/x:1, volumes: [{type: image, source: b.io/y:1, target: /y}, {type: bind, source: ./z, target: /z}, 'n:/n']}}",
        "1: a.io/x:1|1: b.io/y:1")]
    [InlineData("services: {s: {image: a.io/x:1, volumes: [{type: image, source: $X, target: /y}]}}",
        "1: ? X has no value: give it a default (${X:-…}), or set it in .env beside the file|1: a.io/x:1")]
    [InlineData("services: {s: {image: !reset null}, t: {image: a.io/x:1}}", "1: a.io/x:1")]
    [InlineData("services: {s: {image: !reset b.io/y}, t: {image: a.io/x:1}}", "1: a.io/x:1")]
    [InlineData("services: {s: {image: !override }, t: {image: a.io/x:1}}", "1: a.io/x:1")]
    [InlineData("services: {s: {image: !override null}, t: {image: a.io/x:1}}", "1: a.io/x:1")]
    [InlineData("services: {s: {image: !override b.io/y:1}, t: {image: a.io/x:1}}", "1: a.io/x:1|1: b.io/y:1")]
    public void ComposeFile_VolumesAndTags_AreRead(string text, string expected) =>
        Images(("compose.yaml", text)).Order(StringComparer.Ordinal).ShouldBe(expected.Split('|'));

    [Theory]
    [InlineData("deploy.yaml.j2", "spec:\n  containers:\n  - image: {{ image }}\n", 3)]
    [InlineData("deploy.yml.tpl", "image: ${image}\n", 1)]
    [InlineData("templates/pod.j2", "a: 1\n- - image: x\n", 2)]
    [InlineData("x.yaml.tmpl", "baseImage: {{.X}}\n", 1)]
    [InlineData("x.yaml.erb", "\"image\": <%= x %>\n", 1)]
    public void TemplateOfYaml_WithAnImage_IsSaid(string path, string text, int line) =>
        Findings(new BaseImageAllowlistOptions(), (path, text))
            .ShouldBe([$"note not-read {path}:{line}: The images of this template were not looked at: something fills it in first; check the result."]);

    [Theory]
    [InlineData("a.j2", "Hello {{ name }}, image\n")]
    [InlineData("a.tpl", "image: x\n")]
    [InlineData("a.md", "image: x\n")]
    public void OtherTemplate_IsNoNews(string path, string text) => Findings(new BaseImageAllowlistOptions(), (path, text)).ShouldBeEmpty();
}
