using System.Text.Json;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Change;

public sealed class ChangeFactsTests
{
    private static readonly MemoryTree Before = new(
        ("package.json", "{ \"version\": \"1.0.0\" }\n"), ("a/old.txt", "1\n2\n3\n"), ("gone.yaml", "a: 1\n"), ("same.txt", "x"), ("b.bin", "a\0"));

    private static readonly MemoryTree After = new(
        ("package.json", "{ \"version\": \"1.1.0\" }\n"),
        ("a/new.txt", "1\r\n2b\r\n3\r\n4\r\n"),
        ("new.json", "{ broken"),
        ("same.txt", "x"),
        ("b.bin", "b\0"));

    private static readonly ChangeSet Changes = new("h", "b",
    [
        new ChangedFile("package.json", "package.json", Deleted: false, []),
        new ChangedFile("a/new.txt", "a/old.txt", Deleted: false, []),
        new ChangedFile("gone.yaml", "gone.yaml", Deleted: true, []),
        new ChangedFile("new.json", null, Deleted: false, []),
        new ChangedFile("b.bin", "b.bin", Deleted: false, []),
    ]);

    [Fact]
    public async Task AFile_HasItsLinesAndWhatItHeldBeforeAndAfter()
    {
        var file = (await FilesAsync("package.json")).ShouldHaveSingleItem();

        file.Json("path", "oldPath", "status", "binary", "added", "deleted", "problem")
            .ShouldBe("\"package.json\" \"package.json\" \"modified\" false 1 1 null");
        file.Json("hunks").ShouldBe("""[{"oldStart":1,"oldLines":["{ \"version\": \"1.0.0\" }"],"newStart":1,"newLines":["{ \"version\": \"1.1.0\" }"]}]""");
        file.GetProperty("before")[0].GetProperty("root").GetProperty("entries")[0].GetProperty("node").Json("value").ShouldBe("\"1.0.0\"");
        file.GetProperty("after")[0].GetProperty("root").GetProperty("entries")[0].GetProperty("node").Json("value").ShouldBe("\"1.1.0\"");
    }

    [Fact]
    public async Task ARename_IsFoundByEitherName_AndACheckoutsLineEndsAreNoChange()
    {
        var file = (await FilesAsync("a/old.txt")).ShouldHaveSingleItem();

        file.Json("path", "oldPath", "status", "before", "after").ShouldBe("\"a/new.txt\" \"a/old.txt\" \"renamed\" null null");
        file.Json("hunks").ShouldBe(
            """[{"oldStart":2,"oldLines":["2"],"newStart":2,"newLines":["2b"]},{"oldStart":4,"oldLines":[],"newStart":4,"newLines":["4"]}]""");
    }

    [Fact]
    public async Task WhatWentWhatCameAndWhatIsNoText_SaySo()
    {
        var files = (await FilesAsync("*.{yaml,json,bin}", "!package.json"))
            .ToDictionary(file => file.GetProperty("path").GetString()!, StringComparer.Ordinal);

        files["gone.yaml"].Json("status", "deleted", "after").ShouldBe("\"deleted\" 1 null");
        files["gone.yaml"].GetProperty("before").GetArrayLength().ShouldBe(1);
        files["new.json"].Json("status", "oldPath", "before", "after").ShouldBe("\"added\" null null null");
        files["new.json"].GetProperty("problem").GetString().ShouldStartWith("new.json:1:");
        files["b.bin"].Json("binary", "hunks").ShouldBe("true null");
    }

    [Fact]
    public async Task WithoutABase_NothingIsLookedAt()
    {
        var context = new GateContext(After, ChangeSet.None, default);
        var facts = await CollectAsync(context, "**");

        facts.GetRawText().ShouldBe("""{"base":null,"head":null,"files":[]}""");
        context.Coverage.Summary()!.SawNothing.ShouldBeTrue();
    }

    private static async Task<List<JsonElement>> FilesAsync(params string[] globs) =>
        [.. (await CollectAsync(new GateContext(After, Changes, default) { BaseTree = Before }, globs)).GetProperty("files").EnumerateArray()];

    private static async Task<JsonElement> CollectAsync(GateContext context, params string[] globs)
    {
        var gate = new FactsGate(new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["change"] = globs }));
        return (await gate.InspectAsync(context, CancellationToken.None)).Facts.GetProperty("change");
    }
}
