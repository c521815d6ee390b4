using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Facts.Files;
using Gates.Runner.Cases;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts;

public sealed class FactsGateTests
{
    [Fact]
    public async Task Only_the_selected_kinds_and_files_become_facts_in_path_order()
    {
        var facts = await Inspect(
            new() { ["yaml"] = ["k8s/*.yaml", "!k8s/skip.yaml"] },
            ("k8s/b.yaml", "b: 1\n---\nc: 2\n"), ("k8s/a.yaml", "a: 1"), ("k8s/skip.yaml", "{{ broken"), ("x.json", "{}"));

        facts.EnumerateObject().Select(p => p.Name).ShouldBe(["selection", "yaml"]);
        facts.GetProperty("yaml").EnumerateArray()
            .Select(d => (
                d.GetProperty("path").GetString(),
                d.GetProperty("index").GetInt32(),
                d.GetProperty("root").GetProperty("entries")[0].GetProperty("key").GetString()))
            .ShouldBe([("k8s/a.yaml", 0, "a"), ("k8s/b.yaml", 0, "b"), ("k8s/b.yaml", 1, "c")]);
    }

    [Fact]
    public async Task Json_files_become_documents()
    {
        var facts = await Inspect(new() { ["json"] = ["**/*.json"] }, ("a/b.json", "\uFEFF{\"name\": \"x\"}"));

        facts.GetProperty("json")[0].GetProperty("root").GetProperty("entries")[0].GetProperty("node").GetProperty("value").GetString().ShouldBe("x");
    }

    [Fact]
    public async Task A_glob_that_matches_nothing_is_noted_and_is_no_error()
    {
        var facts = await Inspect(new() { ["yaml"] = ["k8s/*.yaml", "nowhere/*.yaml", "!old/**"], ["json"] = ["*.json"] }, ("k8s/a.yaml", "a: 1"));

        facts.GetProperty("selection").GetRawText().ShouldBe(
            """{"json":{"include":[{"glob":"*.json","matched":0}],"exclude":[]},"""
            + "\"yaml\":" + """{"include":[{"glob":"k8s/*.yaml","matched":1},{"glob":"nowhere/*.yaml","matched":0}],"exclude":["old/**"]}}""");
        facts.GetProperty("json").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Files_are_described_with_size_digest_lines_and_text()
    {
        var facts = await Inspect(new() { ["files"] = ["**/*"] }, ("LICENSE", "one\ntwo"), ("empty", ""));

        var licence = facts.GetProperty("files")[0];
        licence.GetProperty("path").GetString().ShouldBe("LICENSE");
        licence.GetProperty("size").GetInt64().ShouldBe(7);
        licence.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData("one\ntwo"u8)));
        licence.GetProperty("lines").GetInt64().ShouldBe(2);
        licence.GetProperty("text").GetString().ShouldBe("one\ntwo");
        licence.GetProperty("binary").GetBoolean().ShouldBeFalse();
        licence.GetProperty("truncated").GetBoolean().ShouldBeFalse();
        facts.GetProperty("files")[1].GetProperty("lines").GetInt64().ShouldBe(0);
    }

    [Theory]
    [InlineData(new byte[] { 0x7F, 0x45, 0x00, 0x01 })]
    [InlineData(new byte[] { 0x66, 0xC3, 0x28 })]
    public async Task A_binary_file_has_no_text(byte[] content)
    {
        var facts = await Inspect(new() { ["files"] = ["*"] }, new CaseTree([new("x", content)]));

        facts.GetProperty("files")[0].GetProperty("binary").GetBoolean().ShouldBeTrue();
        facts.GetProperty("files")[0].TryGetProperty("text", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_long_file_is_cut_between_characters_and_says_so()
    {
        var text = "a" + new string('é', FileFacts.TextPerFile);

        var facts = await Inspect(new() { ["files"] = ["*"] }, ("long.txt", text));

        var file = facts.GetProperty("files")[0];
        file.GetProperty("truncated").GetBoolean().ShouldBeTrue();
        file.GetProperty("text").GetString().ShouldBe(text[..(FileFacts.TextPerFile / 2)]);
        file.GetProperty("size").GetInt64().ShouldBe(1 + (2L * FileFacts.TextPerFile));
    }

    [Fact]
    public async Task Text_of_many_files_stops_at_the_common_limit_and_every_cut_file_says_so()
    {
        var files = Enumerable.Range(0, 40).Select(i => ($"f{i:00}", new string('x', FileFacts.TextPerFile))).ToArray();

        var facts = await Inspect(new() { ["files"] = ["*"] }, files);

        var all = facts.GetProperty("files").EnumerateArray().ToList();
        all.Sum(f => f.GetProperty("text").GetString()!.Length).ShouldBe(FileFacts.TextInAll);
        all.Count(f => f.GetProperty("truncated").GetBoolean()).ShouldBe(40 - (FileFacts.TextInAll / FileFacts.TextPerFile));
    }

    [Fact]
    public async Task A_malformed_file_errors_the_gate_with_its_place() =>
        (await Error(new() { ["json"] = ["**/*.json"] }, ("a/b.json", "{\n  // no\n}"))).ShouldBe(
            """a/b.json:2:3: not valid JSON: comments are not part of JSON. Mend it, or leave it out in `facts`, for example with "!a/**".""");

    [Fact]
    public async Task All_malformed_files_of_all_kinds_are_listed_together() =>
        (await Error(new() { ["yaml"] = ["*.yaml"], ["json"] = ["*.json"] }, ("b.yaml", "a: 1\na: 2\n"), ("c.yaml", "ok: 1"), ("a.json", "")))
            .ShouldBe(
                "2 files could not be read: a.json:1:1: not valid JSON: the file is empty; "
                + "b.yaml:2:1: the key \"a\" stands twice in this map. Mend them, or leave them out in `facts`, for example with \"!a.json\".");

    [Fact]
    public async Task More_malformed_files_than_a_reader_reads_are_counted()
    {
        var files = Enumerable.Range(0, 25).Select(i => ($"{i:00}.json", "")).ToArray();

        var message = await Error(new() { ["json"] = ["*.json"] }, files);

        message.ShouldStartWith("25 files could not be read: 00.json:1:1: ");
        message.ShouldContain("19.json:1:1: not valid JSON: the file is empty; and 5 more. Mend them");
    }

    [Fact]
    public async Task A_template_is_recognised_and_the_way_out_named()
    {
        var message = await Error(
            new() { ["yaml"] = ["**/*.yaml"] }, ("charts/app/templates/d.yaml", "a: 1\n{{- if .Values.x }}\nb: {{ .Values.y }}\n{{- end }}\n"));

        message.ShouldStartWith("charts/app/templates/d.yaml:2:");
        message.ShouldEndWith(
            "(the {{ … }} in it look like a Helm or Go template, which is YAML only once rendered). "
            + "Mend it, or leave it out in `facts`, for example with \"!charts/app/templates/**\".");
    }

    [Fact]
    public async Task Aliases_that_blow_up_the_evidence_are_refused()
    {
        var yaml = $"a: &a {new string('x', 100_000)}\nb: [{string.Join(',', Enumerable.Repeat("*a", 1_000))}]\n";

        (await Error(new() { ["yaml"] = ["*"] }, ("bomb.yaml", yaml)))
            .ShouldBe("the selected files hold more than 32 MiB of facts; select fewer files in `facts`");
    }

    [Fact]
    public async Task The_deepest_document_that_is_read_also_fits_the_evidence()
    {
        var facts = await Inspect(new() { ["yaml"] = ["*"] }, ("deep.yaml", string.Concat(Enumerable.Repeat("{a: ", 100)) + "1" + new string('}', 100)));

        facts.GetProperty("yaml").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Odd_paths_are_selected_and_kept()
    {
        var facts = await Inspect(
            new() { ["files"] = ["**/*"] }, (".hidden/.x", "1"), ("a b/ü\n.txt", "2"), ("-dash", "3"), ("[x]{y}.md", "4"));

        facts.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("path").GetString())
            .ShouldBe(["-dash", ".hidden/.x", "[x]{y}.md", "a b/ü\n.txt"]);
    }

    [Fact]
    public void An_unknown_kind_is_refused_with_the_valid_ones() =>
        Should.Throw<UsageException>(() => new FactsGate(Selection(new() { ["ymal"] = ["*"] })))
            .Message.ShouldBe("facts: \"ymal\" is not a kind of fact; valid: "
                + "change, csv, dockerfile, evidence, files, git, github, hcl, images, ini, json, jsonl, junit, kubernetes, markdown, needs, "
                + "openapi, profiles, prometheus, properties, provenance, run, sarif, sbom, summaries, toml, xml, yaml");

    [Fact]
    public void Globs_that_only_leave_out_are_refused() =>
        Should.Throw<UsageException>(() => new FactsGate(Selection(new() { ["yaml"] = ["!a/**"] })))
            .Message.ShouldBe("facts.yaml: needs at least one glob that does not start with \"!\", for example \"**/*\"");

    [Fact]
    public async Task Cancellation_stops_the_collection() =>
        await Should.ThrowAsync<OperationCanceledException>(
            () => new FactsGate(Selection(new() { ["files"] = ["*"] })).InspectAsync(Context(new CaseTree([])), new CancellationToken(canceled: true)));

    private static async Task<string> Error(Dictionary<string, string[]> globs, params (string Path, string Text)[] files) =>
        (await Should.ThrowAsync<EvaluationException>(() => Inspect(globs, files))).Message;

    private static Task<JsonElement> Inspect(Dictionary<string, string[]> globs, params (string Path, string Text)[] files) =>
        Inspect(globs, new CaseTree(files.Select(f => KeyValuePair.Create(f.Path, Encoding.UTF8.GetBytes(f.Text)))));

    private static async Task<JsonElement> Inspect(Dictionary<string, string[]> globs, ISourceTree tree) =>
        (await new FactsGate(Selection(globs)).InspectAsync(Context(tree), CancellationToken.None)).Facts;

    private static GateContext Context(ISourceTree tree) => new(tree, ChangeSet.None, default);

    private static FactSelection Selection(Dictionary<string, string[]> globs) =>
        new(globs.ToDictionary(g => g.Key, g => (IReadOnlyList<string>)g.Value, StringComparer.Ordinal));
}
