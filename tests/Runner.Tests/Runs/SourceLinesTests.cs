using System.Text;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Runs;
using Runner.Tests.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Runs;

public sealed class SourceLinesTests
{
    [Fact]
    public void Line_StandsWithItsFinding() => Lines("one\n  two: x\n", 2).ShouldBe("two: x");

    [Fact]
    public void WhatLooksLikeASecret_IsMasked() => Lines("one\ntoken: SECRET!\n", 2).ShouldBe("token: •••!");

    [Fact]
    public void LineInsideALongerSecret_IsNotShown() => Lines("BEGIN\nmiddle\nEND\n", 2, "BEGIN\nmiddle\nEND").ShouldBeNull();

    [Fact]
    public void LineOnWhichAValueWasFoundThatGoesNowhere_IsNotShown()
    {
        var hidden = Samples.Gate("dlp", "D", Verdict.Failed) with { Findings = [Samples.Found(new Finding("r", Severity.Error, "m", new Location("a", 2)))] };
        var results = Add("one\ntwo\n", [hidden, Of(2)]);
        results.ShouldAllBe(gate => gate.Findings.Single().Line == null);
    }

    [Theory]
    [InlineData("one\n", 2)]
    [InlineData("one\n\n", 2)]
    [InlineData("{\n", 1)]
    [InlineData("a\0b\ntwo\n", 2)]
    public void LineThatIsNotThereOrSaysNothing_IsNotShown(string text, int line) => Lines(text, line).ShouldBeNull();

    [Fact]
    public void LongLine_IsCut() => Lines(new string('x', 1_000), 1)!.Length.ShouldBeLessThan(200);

    [Fact]
    public void NoteThatAnotherGateSays_IsMarkedOnlyInItsFile()
    {
        var note = new Finding("note", Severity.Note, "m", new Location("a", 1));
        var results = SaidOnce.Mark(
            [
                Samples.Gate("one", "1", Verdict.Passed) with
                {
                    Findings = [Samples.Found(note), Samples.Found(note with { Location = new Location("b", 1) })],
                },
                Samples.Gate("other", "2", Verdict.Warned) with
                {
                    Findings = [Samples.Found(new Finding("warn", Severity.Warning, "w", new Location("a", 1)))],
                },
            ],
            [("one", "note", "other", "warn")]);
        results[0].Findings.Select(found => found.SaidBy).ShouldBe(["other", null]);
        SaidOnce.Mark([results[0] with { Findings = [Samples.Found(note)] }], [("one", "note", "other", "warn")])[0].Findings[0].SaidBy.ShouldBeNull();
    }

    private static string? Lines(string text, int line, string secret = "SECRET") => Add(text, [Of(line)], secret)[0].Findings[0].Line;

    private static GateResult Of(int line) =>
        Samples.Gate("g", "G", Verdict.Failed) with { Findings = [Samples.Found(new Finding("r", Severity.Error, "m", new Location("a", line)))] };

    private static IReadOnlyList<GateResult> Add(string text, IReadOnlyList<GateResult> results, string secret = "SECRET") =>
        new SourceLines(new MemoryTree(("a", text)), new Finder(secret)).Add(results, gate => gate == "dlp");

    private sealed class Finder(string secret) : ISecretFinder
    {
        public IReadOnlyList<FoundSecret> Locate(string path, ReadOnlySpan<byte> text) =>
            text.IndexOf(Encoding.UTF8.GetBytes(secret)) is var start and >= 0 ? [new FoundSecret("rule", start, Encoding.UTF8.GetByteCount(secret))] : [];
    }
}
