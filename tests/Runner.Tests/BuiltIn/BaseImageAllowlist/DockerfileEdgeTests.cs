using System.Text;
using Gates.BuiltIn.BaseImageAllowlist;
using Gates.Runner.Cases;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>The edges of the Dockerfile's grammar, as BuildKit's own parser and resolver have them.</summary>
public sealed class DockerfileEdgeTests
{
    [Theory]
    [InlineData("21 unnamed last stage", "FROM evil:$TARGETSTAGE", "1: docker.io/library/evil:default")]
    [InlineData("21 named last stage", "FROM a:1\nFROM evil:$TARGETSTAGE AS Last", "1: docker.io/library/a:1|2: docker.io/library/evil:last")]
    [InlineData("22 empty platform", "FROM --platform= evil:1", "1: docker.io/library/evil:1")]
    [InlineData("22 platform of nothing", "ARG P\nFROM --platform=$P evil:1", "2: ? --platform=$P comes to nothing, which the builder refuses")]
    [InlineData("23 empty from", "FROM scratch\nCOPY --from= a b", "")]
    [InlineData("23 quoted from", "FROM scratch\nCOPY --from=\"evil:1\" a b", "2: docker.io/library/evil:1")]
    [InlineData("24 number with a sign", "FROM scratch\nFROM scratch\nCOPY --from=+0 a b", "")]
    [InlineData("24 number beyond 32 bits", "FROM scratch\nCOPY --from=99999999999 a b", "2: ? there is no stage number 99999999999; this file has 1")]
    [InlineData("24 number beyond 64 bits is a name", "FROM scratch\nCOPY --from=99999999999999999999 a b", "2: docker.io/library/99999999999999999999:latest")]
    [InlineData("24 number of an image", "FROM scratch\nCOPY --from=evil:1 a b\nCOPY --from=1 a b", "2: docker.io/library/evil:1")]
    [InlineData("24 a mount has no numbers", "FROM scratch\nFROM scratch\nRUN --mount=from=0,target=/x y", "3: docker.io/library/0:latest")]
    [InlineData("25 stage twice", "FROM a:1 AS x\nFROM b:1 AS X\nFROM x", "1: docker.io/library/a:1|2: docker.io/library/b:1")]
    [InlineData("25 stage named scratch", "FROM a:1 AS scratch\nFROM scratch\nCOPY --from=scratch a b", "1: docker.io/library/a:1")]
    [InlineData("26 mark before a word", "FROM \uFEFFevil:1", "1: docker.io/library/evil:1")]
    [InlineData("26 escape in a flag", "# escape=`\nFROM scratch\nCOPY --from=ev`il:1 a b", "3: docker.io/library/evil:1")]
    [InlineData("26 backslash in a flag", "FROM scratch\nCOPY --from=ev\\il:1 a b", "2: docker.io/library/evil:1")]
    [InlineData("26 double dash ends flags", "FROM scratch\nCOPY -- --from=evil:1 b", "")]
    [InlineData("26 no-break space before a flag", "FROM scratch\nCOPY \u00A0--from=evil:1 b", "")]
    [InlineData("26 blank byte in a flag", "FROM scratch\nCOPY --chown=\u00E0 --from=evil:1 a b", "2: docker.io/library/evil:1")]
    [InlineData("26 blank byte inside a flag", "FROM scratch\nCOPY --chown=\u2160x --from=evil:1 a b", "")]
    [InlineData("27 replaced once", "ARG X=evil\nFROM ${X//*/good}", "2: docker.io/library/good:latest")]
    [InlineData("27 default of a default", "FROM ${A:-${B-evil:1}}", "1: docker.io/library/evil:1")]
    [InlineData("27 single quotes", "ARG X=evil\nFROM '$X'", "2: ? \"$X\" is not an image: a repository name is lower case")]
    [InlineData("27 digits end a name", "ARG X=evil\nFROM $1X", "2: ? 1 has no value: give ARG 1 a default before the first FROM, or set it in `build-args`")]
    [InlineData("28 trigger unknown", "FROM evil:1\nONBUILD FOO bar", "1: docker.io/library/evil:1")]
    [InlineData("28 trigger flags", "FROM evil:1\nONBUILD COPY --bogus a b", "1: docker.io/library/evil:1")]
    [InlineData("29 sha384", "FROM evil@sha384:000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
        "1: docker.io/library/evil@sha384:000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("30 underscore in a host", "FROM my_host.example/evil:1", "1: my_host.example/evil:1")]
    [InlineData("31 blank after a continuation", "FROM \\\n\n \t\n# x\nevil:1", "5: docker.io/library/evil:1")]
    [InlineData("31 JSON with half a pair", "FROM scratch\nCOPY --from=evil:1 [\"\\ud800\", \"b\"]", "2: docker.io/library/evil:1")]
    [InlineData("32 mount of any type", "FROM scratch\nRUN --mount=type=tmpfs,from=evil:1,target=/x y", "2: docker.io/library/evil:1")]
    [InlineData("32 last from wins", "FROM scratch\nRUN --mount=from=good,from=evil:1,target=/x y", "2: docker.io/library/evil:1")]
    [InlineData("32 quote inside a field", "FROM scratch\nRUN --mount=from=ev\\\"il y",
        "2: ? --mount takes key=value fields between commas, and a quote only around a whole field")]
    public void Dockerfile_AtAnEdge_GivesWhatTheBuilderPulls(string edge, string text, string expected) =>
        string.Join('|', Dockerfile(text)).ShouldBe(expected, edge);

    [Theory]
    [InlineData("FROM scratch AS a\nCOPY --from=a x y", 2)]
    [InlineData("FROM scratch\nCOPY --from=0 x y", 2)]
    [InlineData("FROM scratch AS a\nRUN --mount=from=A,target=/x y", 2)]
    [InlineData("FROM scratch AS a\nCOPY --from=b x y\nFROM evil:1 AS b\nCOPY --from=a x y", 4)]
    public void Trap33_StagesThatWaitForEachOther_AreAnError(string text, int line) =>
        Findings(new BaseImageAllowlistOptions(), ("Dockerfile", text)).ShouldBe(
        [
            $"error unreadable Dockerfile:{line}: The images of this Dockerfile cannot be seen: this stage takes files from itself, if by way of others, " +
            "so no order could build the stages. Mend the file, or `exclude` it if nothing builds or runs it.",
        ]);

    [Theory]
    [InlineData("alpine", "alpine:latest", true)]
    [InlineData("docker.io/library/alpine:latest", "alpine", true)]
    [InlineData("alpine:3", "docker.io/library/alpine:3", true)]
    [InlineData("alpine", "alpine:3", false)]
    public void Trap17_NamedContext_IsFoundByTheImagesFullName(string context, string image, bool replaced)
    {
        var images = Images(("Dockerfile", "FROM " + image), ("b.sh", $"docker build --build-context {context}=docker-image://evil:1 ."));

        images.Any(found => found.StartsWith("1: docker.io/library/evil:1", StringComparison.Ordinal) && images.Length > 2).ShouldBe(replaced);
    }

    [Fact]
    public void Trap23_Utf16_IsAnErrorAndItsImagesAreNamed()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var tree = new CaseTree([KeyValuePair.Create("Dockerfile", (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes("FROM evil:1\r\n")])]);
            var facts = FactsOf(new BaseImageAllowlistOptions(), tree);

            facts.GetProperty("images").EnumerateArray().ShouldHaveSingleItem().GetProperty("reference").GetString().ShouldBe("docker.io/library/evil:1");
            facts.GetProperty("unread").EnumerateArray().ShouldHaveSingleItem().GetProperty("certain").GetBoolean().ShouldBeTrue();
        }
    }

    [Fact]
    public void Trap23_BytesThatAreNoUtf8_StopNothing()
    {
        var bytes = Encoding.Latin1.GetBytes("# caf\u00E9\nFROM evil:1\nRUN echo \u00FC\nCOPY --chown=\u00E9 --from=evil:2 a b");
        var tree = new CaseTree([KeyValuePair.Create("Dockerfile", bytes)]);
        var facts = FactsOf(new BaseImageAllowlistOptions(), tree);

        facts.GetProperty("images").EnumerateArray().Select(image => image.GetProperty("reference").GetString())
            .ShouldBe(["docker.io/library/evil:1", "docker.io/library/evil:2"]);
        facts.GetProperty("unread").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void Trap23_TwoByteOrderMarks_AreOneTooMany() =>
        FactsOf(new BaseImageAllowlistOptions(), ("Dockerfile", "\uFEFF\uFEFFFROM evil:1")).GetProperty("unread").GetArrayLength().ShouldBe(1);

    [Theory]
    [InlineData("Dockerfile.py", "# base\nARG X=1 \\\n Y=2\nFROM evil:1", true)]
    [InlineData("Dockerfile.md", "FROM evil:1", true)]
    [InlineData("Containerfile.go", "from evil:1", true)]
    [InlineData("docker/Dockerfile.txt", "FROM evil:1", true)]
    [InlineData("Dockerfile.md", "# Dockerfile\nTo build it, write\nFROM evil:1", false)]
    [InlineData("dockerfile_test.go", "package x\nFROM evil:1", false)]
    [InlineData("Dockerfile.dockerignore", "FROM evil:1", false)]
    public void Trap23_FileNamedLikeADockerfile_IsOneByWhatItHolds(string path, string text, bool isOne) => Images((path, text)).Length.ShouldBe(isOne ? 1 : 0);
}
