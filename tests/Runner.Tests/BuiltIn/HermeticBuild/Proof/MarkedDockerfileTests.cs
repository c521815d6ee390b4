using Gates.BuiltIn.HermeticBuild.Proof;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild.Proof;

/// <summary>Lines that the builder names are told as those that people wrote.</summary>
public sealed class MarkedDockerfileTests
{
    private const string Two =
        """
        ARG X=1
        FROM local/a:1 AS base
        RUN one
        FROM \
          base
        # why
        RUN two && \
            three
        COPY --from=base /a /b
        """;

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal) { ["gates.run"] = "1" };

    [Fact]
    public void EachStage_IsMarked_AndEveryStepKeepsItsLine()
    {
        var file = MarkedDockerfile.From(Two, "Dockerfile", Labels);
        file.Text.Split('\n').Count(line => line == "LABEL gates.run=1").ShouldBe(2);
        file.Steps.Select(step => (step.Name, step.Line)).ShouldBe(
        [
            ("ARG", 1), ("FROM", 2), ("LABEL", 2), ("ARG", 2), ("RUN", 3), ("FROM", 4), ("LABEL", 5), ("ARG", 5), ("RUN", 7), ("COPY", 9),
        ]);
        (file.LineOf(1), file.LineOf(5), file.LineOf(9), file.LineOf(11)).ShouldBe((1, 3, 5, 7));
    }

    [Theory]
    [InlineData("RUN --mount=type=cache,target=/c x", "RUN --mount")]
    [InlineData("RUN --network=none x", "RUN --network")]
    [InlineData("COPY --chmod=755 a b", "COPY --chmod")]
    [InlineData("ADD --checksum=sha256:aa a b", "ADD --checksum")]
    [InlineData("RUN <<EOF\nx\nEOF", "RUN with a here-document")]
    public void WhatNeedsBuildKit_IsNamedWithItsLine(string step, string what) =>
        MarkedDockerfile.From("FROM a\n" + step + "\n", "Dockerfile", Labels).NeedsBuildKit().ShouldBe([(2, what)]);

    [Fact]
    public void TheRest_NeedsNone() =>
        MarkedDockerfile.From("FROM --platform=linux/amd64 a\nCOPY --from=x --chown=1 a b\nHEALTHCHECK --interval=5s CMD x\n", "Dockerfile", Labels)
            .NeedsBuildKit().ShouldBeEmpty();

    [Fact]
    public void TheEnginesOwnBuilder_CountsItsSteps()
    {
        var log = new BuildLog(MarkedDockerfile.From(Two, "Dockerfile", Labels));
        log.Add("Step 5/10 : RUN one\n ---> Running in 0123456789ab\nok\nStep 9/10 : RUN two &&     three\n\u001b[91mwget: bad address 'a.example.org'\n");
        var failure = log.Failure("The command returned a non-zero code: 1");
        failure.Line.ShouldBe(7);
        StepText.Failure(failure, second: false).ShouldSatisfyAllConditions(
            fact => fact.Kind.ShouldBe("network"), fact => fact.Hosts.ShouldBe(["a.example.org"]), fact =>
                fact.Said.ShouldStartWith("wget: bad address 'a.example.org' / "));
        log.Containers.ShouldBe(["0123456789ab"]);
    }

    [Fact]
    public void BuildKit_NumbersThemSideBySide()
    {
        var log = new BuildLog(MarkedDockerfile.From(Two, "Dockerfile", Labels));
        log.Add("#5 [base 2/2] RUN one\n#6 [stage-1 2/3] RUN two &&     three\n"
            + "#5 0.1 wget: bad address 'tolerated.example.org'\n#6 0.2 curl: (6) Could not resolve host: b.example.org\n");
        log.Add("#6 ERROR: executor failed running [/bin/sh -c two]: exit code: 6\n");
        var failure = log.Failure("exit code: 6");
        (failure.Line, NetworkTraces.Hosts(failure.Said)[0]).ShouldBe((7, "b.example.org"));
        log.Traces().First().ShouldSatisfyAllConditions(trace => trace.Line.ShouldBe(3), trace => trace.Said[0].ShouldContain("tolerated.example.org"));
    }

    [Fact]
    public void AStepThatPrintsALikeness_DoesNotMoveTheLineOfAParseError()
    {
        var log = new BuildLog(MarkedDockerfile.From(Two, "Dockerfile", Labels));
        log.Failure("dockerfile parse error line 9: unknown instruction: X").Line.ShouldBe(5);
    }

    [Theory]
    [InlineData("FROM a\nADD https://files.example.com/x /x", "files.example.com", 2)]
    [InlineData("FROM a\nARG U=http://files.example.com\nADD $U/x /x", "files.example.com", 3)]
    [InlineData("FROM a\nADD git@github.com:acme/x /x", "github.com", 2)]
    public void WhatTheBuilderItselfFetches_IsFoundBefore(string text, string host, int line)
    {
        var found = RemoteSources.Find(MarkedDockerfile.From(text, "Dockerfile", Labels).Written, "", new Dictionary<string, string>(StringComparer.Ordinal));
        (found!.Value.Line, found.Value.Host).ShouldBe((line, host));
    }

    [Fact]
    public void WhatIsNotBuilt_IsNotFetched() =>
        RemoteSources.Find(
            MarkedDockerfile.From("FROM a AS one\nCOPY a b\nFROM a\nADD https://x.example.org/a /", "Dockerfile", Labels).Written,
            "one",
            new Dictionary<string, string>(StringComparer.Ordinal)).ShouldBeNull();

    [Fact]
    public void ABaseThatFetches_IsFound() => RemoteSources.OfTrigger("ADD https://x.example.org/a /").ShouldBe("x.example.org");
}
