using Gates.BuiltIn.BaseImageAllowlist;
using Gates.BuiltIn.BaseImageAllowlist.Sources.Charts;
using Gates.Doors.Charts;
using Gates.Formats.Foundation.Trees;
using Gates.Runner.Cases;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>Images of Helm charts.</summary>
public sealed class ChartTests
{
    private static readonly (string, string) Chart = ("c/Chart.yaml", "apiVersion: v2\nname: c\nappVersion: \"9\"\n");

    [Fact]
    public void Values_ImagesInEveryForm_AreSeen() =>
        Images(Chart, ("c/values.yaml", """
            image:
              repository: a.io/x
              tag: ""
            sidecar: {image: {registry: b.io, repository: y, tag: 1.2}}
            plain: {image: "c.io/z:3"}
            digest: {image: {repository: d.io/w, digest: "sha256:86e0e091d0da6bde2456dbb48306f3956bbeb2eae1b5b9a43045843f69fe4aaa"}}
            none: {image: {repository: "", tag: ""}, pullPolicy: Always, repository: "https://charts.io"}
            """)).ShouldBe(["2: a.io/x:9", "4: b.io/y:1.2", "5: c.io/z:3", "6: d.io/w@" + Digest]);

    [Fact]
    public void Templates_WhatFollowsFromTheValues_IsSeenOnce() =>
        Images(
            Chart,
            ("c/values.yaml", "image: {repository: a.io/x, tag: v1}\nhook: {repo: b.io/y, version: v2}\n"),
            ("c/templates/a.yaml", """
                image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
                - image: {{ .Values.hook.repo }}:{{ .Values.hook.none | default "v3" | quote }}
                  image: busybox:1.36   # as it is
                  image: {{ include "c.image" . }}
                """)).ShouldBe(["2: b.io/y:v3", "3: docker.io/library/busybox:1.36", "1: a.io/x:v1"], ignoreOrder: true);

    [Fact]
    public void Chart_WithoutHelm_IsSaidOnce() =>
        Findings(new BaseImageAllowlistOptions(), Chart, ("c/templates/a.yaml", "image: {{ x }}"), ("c/templates/b.yaml", "image: {{ x }}"))
            .ShouldHaveSingleItem()
            .ShouldStartWith("note not-read c/Chart.yaml:1: The images of this Helm chart were not looked at: Helm fills its templates in,");

    [Fact]
    public async Task Chart_IsRenderedFromACopyWithoutOurEnvironment()
    {
        using var folder = new Folder();
        var helm = folder.Script(
            "env | cut -d= -f1 | sort | tr '\\n' ' ' | sed 's/^/# /'; echo; ls -A \"$3\" | tr '\\n' ' ' | sed 's/^/# /'; echo\n"
            + "printf -- '---\\n# Source: c/templates/a.yaml\\napiVersion: v1\\nkind: Pod\\nmetadata: {name: p}\\nspec: {containers: [{image: "
            + "evil.io/x:1}]}\\n'");
        var tree = Tree(Chart, ("c/values.schema.json", "{}"), ("c/values.yaml", "image: a.io/x:1"), ("c/templates/a.yaml", "image: {{ x }}"), ("other", "x"));
        var rendered = await RenderedCharts.RenderAsync(tree, new PathFilter(["**"], []), new HelmProgram(helm), TestContext.Current.CancellationToken);

        var text = rendered.Of("c").Text!.Split('\n');
        text[0].Split(' ').Where(name => !name.StartsWith("HELM_", StringComparison.Ordinal))
            .Except(["#", "", "HOME", "PATH", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_"]).ShouldBeEmpty();
        text[1].ShouldBe("# Chart.yaml templates values.yaml ");
        RenderedImages(tree, rendered).ShouldBe(["c/templates/a.yaml:1: evil.io/x:1 (Pod p, rendered by Helm)"]);
    }

    [Theory]
    [InlineData("echo 'Error: no \u001b[31mvalue' >&2; exit 1", "helm refused it: Error: no [31mvalue")]
    [InlineData("head -c 20000000 /dev/zero | tr '\\0' x", "it renders to more than 16 MiB")]
    public async Task Chart_ThatCannotBeRendered_SaysWhyAndFailsClosed(string script, string reason)
    {
        using var folder = new Folder();
        var rendered = await RenderedCharts.RenderAsync(
            Tree(Chart), new PathFilter(["**"], []), new HelmProgram(folder.Script(script)), TestContext.Current.CancellationToken);

        rendered.Of("c").ShouldBe((null, reason));
    }

    private static string[] RenderedImages(ISourceTree tree, RenderedCharts rendered)
    {
        var into = new CollectedImages();
        new ChartImages(tree, new PathFilter(["**"], []), path => new SourceText(path, Read(tree, path), InScope: true), rendered)
            .Read(into, TestContext.Current.CancellationToken);
        return [.. into.Images.Select(use => $"{use.Path}:{use.Line}: {use.Reference} ({use.How})")];
    }

    private static string Read(ISourceTree tree, string path)
    {
        using var reader = new StreamReader(tree.Open(path));
        return reader.ReadToEnd();
    }

    private static CaseTree Tree(params (string Path, string Text)[] files) =>
        new(files.Select(file => KeyValuePair.Create(file.Path, System.Text.Encoding.UTF8.GetBytes(file.Text))));

    private sealed class Folder : IDisposable
    {
        private readonly string path = Directory.CreateTempSubdirectory("gates-test-").FullName;

        public string Script(string text)
        {
            var file = Path.Combine(path, "helm");
            File.WriteAllText(file, "#!/bin/sh\n" + text + "\n");
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return file;
        }

        public void Dispose() => Directory.Delete(path, recursive: true);
    }
}
