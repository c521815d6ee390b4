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
