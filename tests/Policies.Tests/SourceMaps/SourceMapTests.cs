using System.Text;
using Gates.Policies;
using Policies.Tests.Engine;
using Shouldly;
using Xunit;

namespace Policies.Tests.SourceMaps;

public sealed class SourceMapTests
{
    private const string Comment = "//# sourceMappingURL=data:application/json;base64,";

    /// <summary>Line 1 of the script is line 3 of a.ts; line 2 is nobody's; line 3 is line 1, column 5 of b.ts.</summary>
    private const string Map = """
        {"version":3,"sections":[
          {"offset":{"line":0,"column":0},"map":{"version":3,"sources":["p/a.ts"],"sourcesContent":["one\ntwo\n  three();"],"names":[],"mappings":"AAEA,IAAG"}},
          {"offset":{"line":1,"column":0},"map":{"version":3,"sources":[],"names":[],"mappings":""}},
          {"offset":{"line":2,"column":0},"map":{"version":3,"sources":["p/b.ts"],"sourcesContent":["var x;"],"names":[],"mappings":"AAAI"}}]}
        """;

    [Theory]
    [InlineData(1, 1, "p/a.ts", 3, 1)]
    [InlineData(1, 4, "p/a.ts", 3, 1)]
    [InlineData(1, 5, "p/a.ts", 3, 4)]
    [InlineData(1, 99, "p/a.ts", 3, 4)]
    [InlineData(3, 1, "p/b.ts", 1, 5)]
    public void Original_PlaceThatASourceWrote_IsNamedThere(int line, int column, string path, int originalLine, int originalColumn) =>
        Source(Map).Original(line, column).ShouldBe(new Location(path, originalLine, Column: originalColumn));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, 1)]
    public void Original_PlaceThatTheTranslationAdded_IsNobodys(int line, int column) => Source(Map).Original(line, column).ShouldBeNull();

    [Fact]
    public void Original_WithoutAMap_IsThePlaceItself() =>
        new PolicySource("policy.js", "a();\n").Original(1, 2).ShouldBe(new Location("policy.js", 1, Column: 2));

    [Fact]
    public void LineAt_ComesFromWhatTheAuthorWrote()
    {
        Source(Map).LineAt(new Location("p/a.ts", 3)).ShouldBe("  three();");
        Source(Map).LineAt(new Location("p/other.ts", 3)).ShouldBeNull();
    }

    [Fact]
    public void Script_IsTheTextWithoutItsMap_AndTheDigestCoversBoth()
    {
        var source = Source(Map);

        source.Script.ShouldBe("a();\nb();\nc();\n");
        source.Digest.ShouldNotBe(new PolicySource("policy.js", source.Script).Digest);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version":3,"sources":["a"],"mappings":"!!!!"}""")]
    [InlineData("""{"version":3,"sources":["a"],"mappings":"gggggggggggg"}""")]
    [InlineData("""{"version":3,"sources":"a","mappings":"AAAA"}""")]
    [InlineData("""{"version":3,"sections":[{"map":{}}]}""")]
    [InlineData("""{"version":3,"sections":[{"offset":{"line":"x"},"map":{"sources":[],"mappings":""}}]}""")]
    public void MapThatCannotBeRead_IsNoMap(string map) =>
        Source(map).Original(1, 1).ShouldBe(new Location("policy.js", 1, Column: 1));

    [Fact]
    public void MapThatPointsOutsideItsSources_PointsNowhere() =>
        Source("""{"version":3,"sources":["a"],"mappings":"AEAA,ADAA"}""").Original(1, 1).ShouldBeNull();

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    public void SourceOutsideTheRepository_IsNoPlace(string source)
    {
        var map = $$"""{"version":3,"sources":["{{source}}"],"sourcesContent":["x"],"names":[],"mappings":"AAAA"}""";

        Source(map).Original(1, 1).ShouldBeNull();
        var failure = Should.Throw<PolicyException>(() => Run.Source(new PolicySource("policy.js", "function judge() { throw new Error('no'); }\n" + Comment + Base64(map) + "\n")));
        failure.Message.ShouldBe("policy.js: it threw Error: no");
    }

    [Fact]
    public void Failure_NamesTheFileAndLineOfItsAuthor()
    {
        var text = "function judge() {\n  throw new Error('no');\n}\n";
        var map = """{"version":3,"sources":["p/a.ts"],"sourcesContent":["x\n\n\nthrow new Error('no') as any;"],"names":[],"mappings":"AAAA;EAGA"}""";

        var failure = Should.Throw<PolicyException>(() => Run.Source(new PolicySource("policy.js", text + Comment + Base64(map) + "\n")));

        failure.Message.ShouldBe("p/a.ts:4:1: it threw Error: no, in: throw new Error('no') as any;");
    }

    private static PolicySource Source(string map) => new("policy.js", "a();\nb();\nc();\n" + Comment + Base64(map) + "\n");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
