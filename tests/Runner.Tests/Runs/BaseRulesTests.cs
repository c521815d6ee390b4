using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Runner.Runs;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Runs;

public sealed class BaseRulesTests
{
    private const string Base = "0123456789abcdef";

    [Fact]
    public void Open_AFileOfTheBase_IsNeverTheChangesOwn()
    {
        var rules = new BaseRules(new MemoryTree(("limits.yml", "strict")), new MemoryTree(("limits.yml", "loose")), _ => true, Base);

        Read(rules, "limits.yml").ShouldBe("strict");
        Read(
            new BaseRules(new MemoryTree(("limits.yml", "strict")), new MemoryTree(), _ => true, Base),
            "limits.yml").ShouldBe("strict", "a change cannot take a rule away");
    }

    [Fact]
    public void Open_AFileThatTheChangeBrings_SaysThatItCountsOnceMerged()
    {
        var rules = new BaseRules(new MemoryTree(), new MemoryTree(("limits.yml", "loose")), _ => true, Base);

        rules.Exists("limits.yml").ShouldBeFalse();
        rules.AllFiles.ShouldBeEmpty();
        rules.WhyAbsent("limits.yml").ShouldBe("is not at the base commit 01234567, whose rules judge this change; it counts once merged");
        rules.WhyAbsent("typo.yml").ShouldBe("does not exist");
        Should.Throw<EvaluationException>(() => rules.Open("limits.yml")).Message.ShouldStartWith("limits.yml is not at the base");
    }

    [Fact]
    public void Open_AFileThatTheRunMade_IsThere()
    {
        var rules = new BaseRules(
            new MemoryTree(("a.json", "")),
            new MemoryTree(("k6/baseline.json", "made"), ("own.json", "")),
            path => path == "own.json",
            Base);

        Read(rules, "k6/baseline.json").ShouldBe("made");
        rules.AllFiles.Select(file => file.Path).ShouldBe(["a.json", "k6/baseline.json"]);
    }

    [Fact]
    public async Task Committed_TellsTheChangesFilesFromWhatTheRunMade_AlsoInASubmodule()
    {
        using var library = new TempRepository().Write("baseline.json", "{}");
        library.Commit();
        using var repository = new TempRepository().Write(".gitignore", "made/\n").Write("own.json", "{}");
        repository.Git("submodule", "add", "-q", library.Path, "k6");
        repository.Commit();
        repository.Write("made/baseline.json", "{}").Write("also-made.json", "{}").Write("k6-made.json", "{}");
        using var workspace = await Workspace.OpenAsync(repository.Info, null, TestContext.Current.CancellationToken);

        var isCommitted = workspace.Committed();

        string[] paths = ["own.json", "k6/baseline.json", "made/baseline.json", "also-made.json", "k6-made.json"];
        paths.Where(path => isCommitted(path)).ShouldBe(["own.json", "k6/baseline.json"]);
    }

    private static string Read(BaseRules rules, string path)
    {
        using var reader = new StreamReader(rules.Open(path));
        return reader.ReadToEnd();
    }
}
