using Gates.BuiltIn.HermeticBuild;
using Gates.BuiltIn.HermeticBuild.Proof;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild.Proof;

/// <summary>What can be asked for, and where nothing is built.</summary>
public sealed class BuildPlanTests
{
    private static readonly string[] Make = ["make"];

    public static TheoryData<object, string> Wrong => new()
    {
        { new BuildOptions { Command = Make }, "`build`: make: a `command` runs in an image; name it under `image`" },
        { new BuildOptions { Command = Make, Image = "../../x?y" }, "`build.image`: \"../../x?y\" names no image: " },
        { new BuildOptions { Command = Make, Image = "a:1", Target = "x" }, "`build`: make: a `command` has no `target`; leave one of them away" },
        { new BuildOptions { Image = "a:1" }, "`build`: Dockerfile: `image` is for a `command`; the Dockerfile says its own" },
        { new BuildOptions { Context = "../x" }, "`build`: \"../x\" is no path from the repository's root" },
        { new BuildOptions { Dockerfile = "/etc/passwd" }, "`build`: \"/etc/passwd\" is no path from the repository's root" },
        { new BuildOptions { Memory = "2x" }, "`build.memory`: \"2x\" is no size; write for example 512m or 2g" },
        { new BuildOptions { Memory = "1m" }, "`build.memory`: 1m is less than the 6m that an engine needs for a container" },
        { new BuildOptions { Platform = "a b" }, "`build`: Dockerfile: `target`, `platform` and `user` are plain names, such as linux/amd64" },
        {
            new BuildOptions { Accept = [new AcceptOptions { Files = "**", Reason = " ", Expires = new DateOnly(2027, 1, 1) }] },
            "`build.accept`: **: `reason` is empty; say why it may differ"
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WhatCannotBeMeant_IsRefusedInWords(object options, string why) =>
        Should.Throw<UsageException>(() => BuildPlan.From([(BuildOptions)options])).Message.ShouldStartWith(why);

    [Fact]
    public void TwoOfOneName_AreRefused() =>
        Should.Throw<UsageException>(() => BuildPlan.From([new BuildOptions(), new BuildOptions()])).Message
            .ShouldBe("`build`: two builds are called Dockerfile; give each its `name`");

    [Fact]
    public void WithoutBuild_TheGateOnlyReads() =>
        HermeticBuildGate.Create(new HermeticBuildOptions(), new GateServices(TimeProvider.System)).ShouldNotBeAssignableTo<IReachesOut>();

    [Fact]
    public async Task WhereNobodyAllowsIt_NothingIsBuilt_AndTheGateIsNotEvaluated()
    {
        var gate = Gate(new GateServices(TimeProvider.System) { WhyNoBuild = "this process holds a signing key (GATES_EVIDENCE_KEY)" });
        (await Should.ThrowAsync<EvaluationException>(() => gate.InspectAsync(Context(isBase: false), TestContext.Current.CancellationToken))).Message
            .ShouldBe("`build` is set, and nothing is built here, because this process holds a signing key (GATES_EVIDENCE_KEY)");
        new GateServices(TimeProvider.System).WhyNoBuild.ShouldNotBeNull("whoever forgets to say so builds nothing");
    }

    [Fact]
    public async Task TheBase_IsReadAndNotBuilt()
    {
        var evidence = await Gate(new GateServices(TimeProvider.System)).InspectAsync(Context(isBase: true), TestContext.Current.CancellationToken);
        evidence.Facts.TryGetProperty("builds", out _).ShouldBeFalse();
        evidence.Facts.GetProperty("images").GetArrayLength().ShouldBe(1);
    }

    private static IGate Gate(GateServices services) => HermeticBuildGate.Create(new HermeticBuildOptions { Build = [new BuildOptions()] }, services);

    private static GateContext Context(bool isBase) =>
        new(new MemoryTree(("Dockerfile", "FROM a:1\n")), ChangeSet.None, default)
        {
            Needs = isBase ? null : new Dictionary<string, Gates.Pipeline.Results.GateResult>(StringComparer.Ordinal),
        };
}
