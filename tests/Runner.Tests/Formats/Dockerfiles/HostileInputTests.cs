using FsCheck;
using FsCheck.Fluent;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Dockerfiles;

public sealed class HostileInputTests
{
    private static readonly string[] Pieces =
    [
        "FROM ", "from ", " AS ", "a", "scratch", "ARG X", "=", "$X", "${X", "}", ":-", "#", "# escape=`\n", "# syntax=x\n", "\n", "\r\n", "\\\n", "`\n", "\\", "`",
        "RUN ", "COPY ", "--from=", "--mount=from=", ",", "\"", "'", "<<EOF", "EOF\n", "<<-", "[\"a\"]", "ONBUILD ", " ", "\t", "@sha256:", ":1", "/", "%", "//", "*", "\uFEFF", "\0", "é",
    ];

    private static readonly Gen<string> Texts =
        from pieces in Gen.Elements(Pieces).ListOf()
        select string.Concat(pieces);

    [Fact]
    public void Parse_OfAnything_GivesImagesOrAReasonWithAPlace() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(60), Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            DockerfileImages.Frontend(text, new BuildSettings());
            try
            {
                var file = DockerfileParser.Parse(text, "Dockerfile");
                var images = DockerfileImages.Of(file, new BuildSettings());
                return images.All(image => image.Reference is null != image.Reason is null && image.Line >= 1 && image.Column >= 1);
            }
            catch (DocumentException e)
            {
                return e.Line >= 1 && e.Column >= 1 && e.Reason.Length > 0;
            }
        }));

    [Fact]
    public void FullName_ParsedAgain_IsItself() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Texts.ToArbitrary(), text =>
            !ImageReference.TryParse(text.Trim(), out var reference, out _) || ImageReference.Parse(reference.ToString()).Name == reference.Name));

    [Fact]
    public void HundredThousandStages_InARowOrInACircle_AreReadWithoutRecursion()
    {
        var stages = Enumerable.Range(1, 100_000).Select(i => FormattableString.Invariant($"FROM scratch AS s{i}\nCOPY --from=s{i - 1} x y\n"));
        var row = "FROM a AS s0\n" + string.Concat(stages);
        var circle = row.Replace("s0\n", "s0\nCOPY --from=s100000 x y\n", StringComparison.Ordinal);

        DockerfileImages.Of(DockerfileParser.Parse(row, "Dockerfile"), new BuildSettings()).ShouldHaveSingleItem();
        Should.Throw<DocumentException>(() => DockerfileParser.Parse(circle, "Dockerfile"))
            .Reason.ShouldStartWith("this stage takes files from itself");
    }

    [Fact]
    public void TriggersInTriggers_AreRefusedBeforeTheyNest()
    {
        var text = "FROM a\n" + string.Concat(Enumerable.Repeat("ONBUILD \\\n", 200_000)) + "RUN x";

        Should.Throw<DocumentException>(() => DockerfileParser.Parse(text, "Dockerfile")).Reason.ShouldBe("ONBUILD is not allowed after ONBUILD");
    }

    [Fact]
    public void MountsOnAsManyLines_AreFoundInProportionToTheirNumber()
    {
        var mounts = Enumerable.Range(0, 50_000).Select(i => FormattableString.Invariant($"--mount=from=x{i},target=/x \\\n"));
        var text = "FROM a\nRUN " + string.Concat(mounts) + "y";

        DockerfileImages.Of(DockerfileParser.Parse(text, "Dockerfile"), new BuildSettings()).Count.ShouldBe(50_001);
    }

    [Theory]
    [InlineData("FROM a\n", 40_000)]
    [InlineData("FROM $X\n", 40_000)]
    [InlineData("FROM a AS b\nCOPY --from=x y z\n", 20_000)]
    [InlineData("RUN <<A <<A <<A\nA\nA\nA\n", 10_000)]
    [InlineData("ARG X=$X$X\n", 10_000)]
    public void LongFile_IsReadInProportionToItsLength(string line, int times)
    {
        var text = "ARG X=x\nFROM a\n".Insert(line.StartsWith("ARG", StringComparison.Ordinal) ? 8 : 15, string.Concat(Enumerable.Repeat(line, times)));

        var images = DockerfileImages.Of(DockerfileParser.Parse(text, "Dockerfile"), new BuildSettings());

        images.Count.ShouldBeGreaterThan(0);
    }
}
