using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Dockerfiles;

public sealed class DockerfileParserTests
{
    private static Dockerfile Parse(string text) => DockerfileParser.Parse(text, "Dockerfile");

    private static string[] Names(string text) => [.. Parse(text).Instructions.Select(i => i.Name)];

    [Fact]
    public void Instruction_OnSeveralLines_KnowsItsLinesColumnAndText()
    {
        var file = Parse("FROM a\n\n  RUN one \\\n    && two\nCMD x\n");

        var run = file.Instructions[1];
        (run.Line, run.EndLine, run.Column).ShouldBe((3, 4, 3));
        run.Body.ShouldBe("one     && two");
        run.Original.ShouldBe("  RUN one \\\n    && two");
        run.LineAt(run.Body.IndexOf("one", StringComparison.Ordinal)).ShouldBe(3);
        run.LineAt(run.Body.IndexOf("two", StringComparison.Ordinal)).ShouldBe(4);
        file.Instructions[2].Line.ShouldBe(5);
    }

    [Fact]
    public void ByteOrderMarkAndCarriageReturns_AreNoPartOfTheText()
    {
        var file = Parse("\uFEFF# escape=`\r\nFROM a `\r\n AS b\r\n");

        file.Escape.ShouldBe('`');
        file.Stages[0].Name.ShouldBe("b");
    }

    [Theory]
    [InlineData("from a", "FROM")]
    [InlineData("FrOm a", "FROM")]
    [InlineData("\t  fRoM\ta", "FROM")]
    public void Names_InAnyCaseAndIndented_AreRecognised(string line, string name) => Names(line).ShouldBe([name]);

    [Theory]
    [InlineData("# syntax=a\n# escape=`\nFROM x `\n AS y", '`')]
    [InlineData("#ESCAPE = `\nFROM x", '`')]
    [InlineData("  # escape=`\nFROM x", '`')]
    [InlineData("# comment\n# escape=`\nFROM x", '\\')]
    [InlineData("\n# escape=`\nFROM x", '\\')]
    [InlineData("# unknown=1\n# escape=`\nFROM x", '\\')]
    [InlineData("FROM x\n# escape=`", '\\')]
    [InlineData("#!/usr/bin/env docker\n# escape=`\nFROM x", '\\')]
    public void EscapeDirective_OnlyAtTheTop_Counts(string text, char escape) => Parse(text).Escape.ShouldBe(escape);

    [Fact]
    public void EscapeDirective_ChangesTheContinuationCharacter() =>
        Names("# escape=`\nFROM x\nCOPY a c:\\\nRUN b `\n c").ShouldBe(["FROM", "COPY", "RUN"]);

    [Theory]
    [InlineData("# escape=`\n# escape=`\nFROM x", "Dockerfile:2:1: the directive \"escape\" stands twice; keep one")]
    [InlineData("# escape=x\nFROM x", "Dockerfile:1:1: the escape character \"x\" is not allowed; valid are \\ and `")]
    [InlineData("FROM", "Dockerfile:1:1: FROM takes an image, or an image, AS and a name")]
    [InlineData("FROM a b", "Dockerfile:1:1: FROM takes an image, or an image, AS and a name")]
    [InlineData("FROM a IS b", "Dockerfile:1:1: FROM takes an image, or an image, AS and a name")]
    [InlineData("FROM a AS 1b", "Dockerfile:1:1: \"1b\" is not a stage name; it starts with a letter and goes on with letters, digits, '-', '_' or '.'")]
    [InlineData("FROM --from=x a", "Dockerfile:1:1: --from is not a flag of FROM; valid: --platform=VALUE")]
    [InlineData("FROM --platform a", "Dockerfile:1:1: --platform is not a flag of FROM; valid: --platform=VALUE")]
    [InlineData("RUN x\nFROM a", "Dockerfile:1:1: RUN stands before the first FROM; only ARG may")]
    [InlineData("ARG X", "Dockerfile:1:1: there is no FROM instruction, so nothing can be built from this file")]
    [InlineData("", "Dockerfile:1:1: there is no FROM instruction, so nothing can be built from this file")]
    [InlineData("FROM a\n  FORM b", "Dockerfile:2:3: \"FORM\" is not a Dockerfile instruction")]
    [InlineData("FROM a\nRUN <<EOF\necho", "Dockerfile:2:1: the here-document <<EOF has no line \"EOF\" that ends it")]
    [InlineData("FROM a\nRUN [\"a\", 1]", "Dockerfile:2:1: a JSON argument list holds strings only")]
    [InlineData("FROM a\nONBUILD ONBUILD RUN x", "Dockerfile:2:1: ONBUILD is not allowed after ONBUILD")]
    [InlineData("FROM a\nONBUILD FROM x", "Dockerfile:2:1: FROM is not allowed after ONBUILD")]
    [InlineData("FROM a\nONBUILD", "Dockerfile:2:1: ONBUILD needs an instruction")]
    [InlineData("FROM --platform=a --platform=b x", "Dockerfile:1:1: --platform stands twice; keep one")]
    [InlineData("FROM a\nCOPY --form=x a b", "Dockerfile:2:1: --form is not a flag of COPY; valid: --from, --chown, --chmod, --exclude, --link, --parents")]
    [InlineData("FROM a\nCMD --port 80", "Dockerfile:2:1: --port is not a flag of CMD, which has none")]
    [InlineData("FROM a\nCOPY --from=a --from=b x y", "Dockerfile:2:1: --from stands twice; keep one")]
    [InlineData("FROM a\nCOPY --from x y", "Dockerfile:2:1: --from needs a value")]
    [InlineData("FROM a\nCOPY --link=yes x y", "Dockerfile:2:1: --link needs a value, true or false")]
    [InlineData("FROM a\nCOPY x", "Dockerfile:2:1: COPY needs a source and a destination")]
    [InlineData("FROM a\nADD [\"x\"]", "Dockerfile:2:1: ADD needs a source and a destination")]
    [InlineData("FROM a\nENV X", "Dockerfile:2:1: ENV needs a name and a value")]
    [InlineData("FROM a\nENV X=1 Y", "Dockerfile:2:1: \"Y\" has no name and value; write NAME=value")]
    [InlineData("FROM a\nSHELL sh -c", "Dockerfile:2:1: SHELL takes a JSON list, such as [\"/bin/sh\", \"-c\"]")]
    [InlineData("FROM a\nHEALTHCHECK x", "Dockerfile:2:1: HEALTHCHECK takes CMD and a command, or NONE")]
    [InlineData("FROM a\nHEALTHCHECK NONE x", "Dockerfile:2:1: HEALTHCHECK NONE takes no arguments")]
    [InlineData("FROM a\nWORKDIR", "Dockerfile:2:1: WORKDIR needs an argument")]
    [InlineData("ARG =x\nFROM a", "Dockerfile:1:1: ARG needs a name, or NAME=value")]
    [InlineData("{{ if .X }}\nFROM a", "Dockerfile:1:1: \"{{\" is not a Dockerfile instruction")]
    public void WhatTheBuilderRefuses_IsRefusedWithItsPlace(string text, string message) =>
        Should.Throw<DocumentException>(() => Parse(text)).Message.ShouldBe(message);

    [Theory]
    [InlineData("COPY --link --parents --chmod=1 --exclude=a --exclude=b x y")]
    [InlineData("COPY --link=TRUE x y")]
    [InlineData("ADD --keep-git-dir=true --unpack=false --checksum=sha256:0 x y")]
    [InlineData("RUN --mount=type=ssh --mount=type=cache,target=/c --network=none --security=insecure --device=a x")]
    [InlineData("HEALTHCHECK --interval=1s --start-interval=1s --retries=3 CMD x")]
    [InlineData("HEALTHCHECK --anything NONE")]
    [InlineData("ENV X 1")]
    [InlineData("ENV X=\"a b\" Y='c'")]
    [InlineData("LABEL \"a b\"=c")]
    [InlineData("ARG --x A")]
    [InlineData("CMD")]
    [InlineData("ENTRYPOINT []")]
    [InlineData("VOLUME /a /b")]
    public void WhatTheBuilderTakes_IsTaken(string line) => Parse("FROM a\n" + line).Instructions.Count.ShouldBe(2);

    [Theory]
    [InlineData("RUN --new-flag=1 x")]
    [InlineData("COPY --new x y")]
    public void FlagsOfAnotherFrontend_AreItsOwnBusiness(string line)
    {
        Parse("# syntax=example.com/other\nFROM a\n" + line).Instructions.Count.ShouldBe(2);
        Should.Throw<DocumentException>(() => Parse("# syntax=docker/dockerfile:1\nFROM a\n" + line));
    }

    [Theory]
    [InlineData(65_535, true)]
    [InlineData(65_536, false)]
    public void LineOfTheBuildersLimit_IsCountedInBytes(int bytes, bool taken)
    {
        var twoBytes = new string('\u00E9', (bytes - 2) / 2) + new string('x', (bytes - 2) % 2);
        foreach (var line in new[] { "# " + new string('x', bytes - 2), "# " + twoBytes, "RUN <<E\n" + new string('x', bytes) + "\nE" })
        {
            var parse = () => Parse("FROM a\n" + line);
            (taken ? parse().Stages.Count : Should.Throw<DocumentException>(parse).Line).ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void LineBeyondTheBuildersLimit_IsRefused() =>
        Should.Throw<DocumentException>(() => Parse("FROM a\nRUN " + new string('x', 70_000))).Message.ShouldStartWith("Dockerfile:2:1: the line is longer");

    [Theory]
    [InlineData("FROM a\nRUN x \\\n# FROM evil\n  y\nCMD z")]
    [InlineData("FROM a\nRUN x \\\n\n\n  y\nCMD z")]
    [InlineData("FROM a\nRUN x \\  \t\n y\nCMD z")]
    public void Continuation_SkipsCommentsAndBlankLines(string text)
    {
        Names(text).ShouldBe(["FROM", "RUN", "CMD"]);
        Parse(text).Instructions[1].Body.ShouldEndWith("y");
    }

    [Theory]
    [InlineData("FROM a\nRUN x \\\\\nCMD z", "FROM,RUN,CMD")]
    [InlineData("FROM a\nRUN x \\", "FROM,RUN")]
    [InlineData("FROM a\nRUN x \\\nFROM b", "FROM,RUN")]
    [InlineData("\\\nFROM a", "FROM")]
    public void ContinuationCharacter_DoubledOrAtTheEnd_ActsAsInTheBuilder(string text, string names) =>
        string.Join(',', Names(text)).ShouldBe(names);

    [Fact]
    public void Heredoc_LinesThatLookLikeInstructions_AreData()
    {
        var file = Parse("FROM a\nRUN <<EOF\nFROM evil\nEOF\nCOPY --from=b <<-'ONE' <<TWO /x/\n\tFROM one\n\tONE\nFROM two\nTWO\nCMD c");

        file.Instructions.Select(i => i.Name).ShouldBe(["FROM", "RUN", "COPY", "CMD"]);
        var run = file.Instructions[1].Heredocs.ShouldHaveSingleItem();
        (run.Name, run.Content, run.Expand, run.Line).ShouldBe(("EOF", "FROM evil\n", true, 3));
        var (one, two) = (file.Instructions[2].Heredocs[0], file.Instructions[2].Heredocs[1]);
        (one.Name, one.Content, one.Expand, one.StripTabs).ShouldBe(("ONE", "\tFROM one\n", false, true));
        (two.Name, two.Content, two.Expand).ShouldBe(("TWO", "FROM two\n", true));
        file.Instructions[2].EndLine.ShouldBe(9);
    }

    [Theory]
    [InlineData("FROM a\nRUN echo '<<EOF'\nCMD x", "FROM,RUN,CMD")]
    [InlineData("FROM a\nRUN [\"<<EOF\"]\nCMD x", "FROM,RUN,CMD")]
    [InlineData("FROM a\nENV X=<<EOF\nCMD x", "FROM,ENV,CMD")]
    [InlineData("FROM a\nRUN cat <<<EOF\nCMD x", "FROM,RUN,CMD")]
    [InlineData("FROM a\nRUN cat 3<<EOF\nFROM evil\nEOF\nCMD x", "FROM,RUN,CMD")]
    [InlineData("FROM a\nONBUILD RUN <<EOF\nFROM evil\nEOF\nCMD x", "FROM,ONBUILD,CMD")]
    public void Heredoc_OnlyWhereTheBuilderKnowsOne(string text, string names) => string.Join(',', Names(text)).ShouldBe(names);

    [Fact]
    public void Flags_WithQuotesAndContinuation_AreRead()
    {
        var copy = Parse("FROM a\nCOPY --from=\"b c\" \\\n --chown=1 --link src dst").Instructions[1];

        copy.Flags.ShouldBe([new DockerfileFlag("from", "b c"), new DockerfileFlag("chown", "1"), new DockerfileFlag("link", null)]);
        copy.Arguments.ShouldBe(["src", "dst"]);
        copy.Flag("from").ShouldBe("b c");
    }

    [Fact]
    public void JsonForm_GivesItsElements()
    {
        var run = Parse("FROM a\nRUN [\"sh\", \"-c\", \"x y\"]").Instructions[1];

        run.IsJson.ShouldBeTrue();
        run.Arguments.ShouldBe(["sh", "-c", "x y"]);
        Parse("FROM a\nRUN [ -f x ]").Instructions[1].IsJson.ShouldBeFalse();
    }

    [Fact]
    public void Arg_WithSeveralNamesAndQuotes_GivesEach()
    {
        var file = Parse("ARG A B=2 C=\"x y\"\nARG D=\\\"q\nFROM a");

        file.GlobalArgs.ShouldBe([
            new DockerfileArg("A", null, 1),
            new DockerfileArg("B", "2", 1),
            new DockerfileArg("C", "\"x y\"", 1),
            new DockerfileArg("D", "\\\"q", 2)
        ]);
    }

    [Fact]
    public void Stages_HaveIndexNameBaseAndPlatform()
    {
        var file = Parse("FROM --platform=$BUILDPLATFORM a AS Build\nRUN x\nFROM b aS c\nFROM d");

        file.Stages
            .Select(s => (s.Index, s.Name, s.Base, s.Platform))
            .ShouldBe([(0, "build", "a", "$BUILDPLATFORM"), (1, "c", "b", null), (2, null, "d", null)]);
        file.Stages[0].Instructions.ShouldHaveSingleItem().Name.ShouldBe("RUN");
    }

    [Fact]
    public void Onbuild_KeepsItsTrigger()
    {
        var trigger = Parse("FROM a\nONBUILD COPY --from=x:1 a b").Instructions[1].Trigger.ShouldNotBeNull();

        trigger.Name.ShouldBe("COPY");
        trigger.Flag("from").ShouldBe("x:1");
    }

    [Fact]
    public void DeepOrLongInput_NeverCostsMoreThanItsLength()
    {
        var text = "FROM a\nRUN " + string.Concat(Enumerable.Repeat("\\\nx ", 100_000));

        Parse(text).Instructions[1].LineAt(150_000).ShouldBeGreaterThan(1_000);
    }
}
