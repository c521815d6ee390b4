using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Runner.Configuration;
using Gates.Runner.Runs;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Runs;

public sealed class BindingConfigurationTests
{
    private const string Usual = ".github/gates.yml";
    private const string Base = "0123456789abcdef";
    private const string Off = "version: 1\ngates:\n  dlp-scan: { mode: \"off\" }\n";
    private const string Audit = "version: 1\ngates:\n  hermetic-build: { mode: audit }\n";

    [Fact]
    public void BaseWithoutOne_TheBuiltInDefaultsJudge_WhateverTheChangeBrings()
    {
        var binding = BindingConfiguration.From(new MemoryTree(("a.txt", "")), new MemoryTree((Usual, Off)), null, Base);

        binding.Configuration.Source.ShouldBe(DefaultConfiguration.Source);
        binding.IsOfBase.ShouldBeFalse();
    }

    [Fact]
    public void BaseWithOne_Judges_AlsoWhenTheChangeRemovesItOrAddsTheOtherName()
    {
        BindingConfiguration.From(
            new MemoryTree((Usual, Audit)),
            new MemoryTree(),
            null,
            Base).Configuration.Source.ShouldBe($"{Usual} at the base 0123456789ab");
        BindingConfiguration.From(new MemoryTree((Usual, Audit)), new MemoryTree((Usual, Audit), (".github/gates.yaml", Off)), null, Base)
            .Configuration.Gates.ShouldHaveSingleItem().Id.ShouldBe("hermetic-build");
    }

    [Fact]
    public void NamedFileThatOnlyTheChangeHas_CountsOnceMerged()
    {
        var beside = BindingConfiguration.From(new MemoryTree((Usual, Audit)), new MemoryTree((Usual, Audit), ("ci/own.yml", Off)), "./ci/own.yml", Base);
        var alone = BindingConfiguration.From(new MemoryTree(), new MemoryTree(("ci/own.yml", Off)), "ci/own.yml", Base);

        beside.Configuration.Source.ShouldBe($"{Usual} at the base 0123456789ab");
        beside.Notes.ShouldBe([$"./ci/own.yml is not at the base commit 01234567; it counts once merged. {Usual} of the base judges."]);
        alone.Configuration.Source.ShouldBe(DefaultConfiguration.Source);
        alone.Notes.ShouldBe(["ci/own.yml is not at the base commit 01234567; it counts once merged."]);
    }

    [Fact]
    public void NamedFile_OfTheBase_Judges() =>
        BindingConfiguration.From(new MemoryTree(("ci/own.yml", Audit), (Usual, Off)), new MemoryTree(("ci/own.yml", Off)), "./ci/own.yml", Base)
            .Configuration.Gates.ShouldHaveSingleItem().Id.ShouldBe("hermetic-build");

    [Theory]
    [InlineData("typo.yml")]
    [InlineData("/tmp/own.yml")]
    [InlineData("../own.yml")]
    public void NamedFileThatNobodyHas_IsAMistake(string given) =>
        Should.Throw<UsageException>(() => BindingConfiguration.From(
            new MemoryTree((Usual, Audit)),
            new MemoryTree(),
            given,
            Base)).Message.ShouldStartWith("--config ");

    [Fact]
    public void WhatOnlyTheChangesOwnConfigurationKnows_IsLeftAside()
    {
        var binding = BindingConfiguration.From(new MemoryTree(), new MemoryTree((Usual, Off)), null, Base);

        var (plan, notes) = binding.Known(Request() with { Environment = "stage", Gates = ["dlp-scan", "perf-budget"] }, []);

        plan.Environment.ShouldBeNull();
        plan.Gates.ShouldBe(["dlp-scan"]);
        notes.Count.ShouldBe(2);
        binding.Known(
            Request() with { Gates = ["perf-budget"] },
            ["perf-budget.with.current=k6/*.json"]).Plan.Gates.ShouldBe(["perf-budget"], "an action's inputs bring their gate");
        Should.Throw<UsageException>(() => binding.Known(
            Request() with { Gates = ["perf-budget"] },
            [])).Message.ShouldContain("nothing would judge this change");
    }

    private static PlanRequest Request() =>
        new() { Tree = new MemoryTree(), Services = new GateServices(TimeProvider.System), Today = new DateOnly(2026, 11, 22) };
}
