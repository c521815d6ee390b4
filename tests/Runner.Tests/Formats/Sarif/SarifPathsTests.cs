using Gates.Formats.Documents;
using Gates.Formats.Sarif;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Sarif;

public sealed class SarifPathsTests
{
    private const string Bases =
        """
        "ROOT": { "uri": "file:///w/" }, "SRC": { "uri": "src", "uriBaseId": "%SRCROOT%" }, "%SRCROOT%": { "uri": "file:///w" },
        "WEB": { "uri": "https://example.com/" }, "NAMELESS": { "uriBaseId": "SRC" }, "EMPTY": { "uri": "" }, "LOOP": { "uri": "l", "uriBaseId": "LOOP" }
        """;

    [Theory]
    [InlineData("""{ "uri": "a%20b.js" }""", "a b.js")]
    [InlineData("""{ "uri": "a.js", "uriBaseId": "SRC" }""", "src/a.js")]
    [InlineData("""{ "uri": "a.js", "uriBaseId": "NAMELESS" }""", "src/a.js")]
    [InlineData("""{ "uri": "a.js", "uriBaseId": "UNKNOWN" }""", "a.js")]
    [InlineData("""{ "uri": "a.js", "uriBaseId": "WEB" }""", null)]
    [InlineData("""{ "uri": "a.js", "uriBaseId": "EMPTY" }""", null)]
    [InlineData("""{ "uri": "a.js", "uriBaseId": "LOOP" }""", "l/l/l/l/l/l/l/l/l/a.js")]
    [InlineData("""{ "uriBaseId": "SRC" }""", "src")]
    [InlineData("{}", null)]
    [InlineData("""{ "uri": "file:///w/a.js" }""", "a.js")]
    [InlineData("""{ "uri": "FILE:/w/a%20b.js" }""", "a b.js")]
    [InlineData("""{ "uri": "/w/lib/../a.js" }""", "a.js")]
    [InlineData("""{ "uri": "/wide/a.js" }""", null)]
    [InlineData("""{ "uri": "file://host/w/a.js" }""", null)]
    [InlineData("""{ "uri": "https://example.com/a.js" }""", null)]
    [InlineData("""{ "index": 0 }""", "src/first.js")]
    [InlineData("""{ "index": 1 }""", null)]
    [InlineData("""{ "index": -1 }""", null)]
    [InlineData("""{ "index": 0, "uri": "own.js" }""", "own.js")]
    public void Resolve_ALocation_IsAPathOfTheRepositoryOrNone(string location, string? path) => Resolve(location).ShouldBe(path);

    [Fact]
    public void Resolve_NoLocation_IsNone() => Paths().Resolve(null).ShouldBeNull();

    [Fact]
    public void Resolve_AnArtifactThatIsNotThere_IsRefused() =>
        Should.Throw<DocumentException>(() => Resolve("""{ "index": 2 }""")).Message.ShouldContain("it refers to artifact 2, but the run has 2 artifacts");

    private static string? Resolve(string location) => Paths().Resolve(Parse(location));

    private static SarifPaths Paths() => new(
        new DocumentShape("a.sarif"),
        Parse($$"""{ "originalUriBaseIds": { {{Bases}} }, "artifacts": [{ "location": { "uri": "first.js", "uriBaseId": "SRC" } }, {}] }"""));

    private static DocumentNode Parse(string json) => YamlReader.Read(json, "a.sarif")[0];
}
