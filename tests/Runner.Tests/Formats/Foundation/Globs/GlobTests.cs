using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Globs;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Globs;

public sealed class GlobTests
{
    /// <summary>What the page about globs promises: glob, what it matches, what it does not.</summary>
    public static TheoryData<string, string, string> Promised { get; } = new()
    {
        { "**", "a a/b .env a/.b/c", "" },
        { "*", "a .env a.md", "a/b" },
        { "*.md", "a.md .md", "a/b.md a.mdx" },
        { "docs/**", "docs/a docs/a/b", "docs adocs/a a/docs/b" },
        { "docs/", "docs/a docs/a/b", "docs" },
        { "**/*.yaml", "a.yaml k8s/a.yaml a/b/c.yaml", "a.yml a.yaml/b" },
        { "k8s/**/*.yaml", "k8s/a.yaml k8s/a/b.yaml", "a.yaml k8s.yaml" },
        { "a/**/b/**/c", "a/b/c a/x/b/c a/b/y/z/c a/x/b/y/c", "a/c b/c a/bb/c" },
        { "a/*/c", "a/b/c", "a/c a/b/b/c" },
        { "a?c", "abc aüc a😀c", "ac a/c abbc" },
        { "[ab].md", "a.md b.md", "c.md ab.md" },
        { "[a-c]x", "ax cx", "dx" },
        { "[a-c0-9-]x", "bx 7x -x", "dx" },
        { "[!ab].md", "c.md", "a.md /.md .md" },
        { "[!a-c]*", "d .env", "abc" },
        { "[[]id]/x", "[id]/x", "i/x d/x" },
        { "[]]x", "]x", "x" },
        { "[😀-😂]", "😁", "😃" },
        { "*.{yaml,yml}", "a.yaml a.yml", "a.json a.{yaml,yml}" },
        { "{a,b}/**", "a/x b/x/y", "c/x a" },
        { "{a,b{1,2}}.txt", "a.txt b1.txt b2.txt", "b.txt b12.txt" },
        { "x{,.bak}", "x x.bak", "x." },
        { "{k8s/**/,}app.yaml", "app.yaml k8s/app.yaml k8s/a/app.yaml", "x/app.yaml" },
        { "{**,x}", "a a/b", "" },
        { "[{]a}".Replace("}", "[}]"), "{a}", "a" },
        { "a,b", "a,b", "a b" },
        { "k8s", "k8s k8s/a k8s/a/b.yaml", "k8sx a/k8s" },
        { "**/node_modules", "node_modules/a x/node_modules/a/b", "node_modulesx/a" },
        { "docs/a.md", "docs/a.md", "docs/a.mdx docs/A.md" },
        { "k8s/*", "k8s/a", "k8s/a/b" },
    };

    [Theory]
    [MemberData(nameof(Promised))]
    public void Matches_WhatThePagePromises(string glob, string matching, string others)
    {
        var parsed = Glob.Parse(glob);

        matching.Split(' ').ShouldAllBe(path => parsed.Matches(path));
        others.Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(path => !parsed.Matches(path));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("/etc/*", "starts with /; paths are relative to the repository's root")]
    [InlineData("a/../b", "leaves its folder with ..; paths stay inside the repository")]
    [InlineData("./a", "starts with ./; leave that away")]
    [InlineData("**/.", "has . for a folder; leave that away")]
    [InlineData("a//b", "has a folder without a name; write one / between folders")]
    [InlineData("a\\*", "has a backslash; write / between folders")]
    [InlineData("!a", "starts with !, which only globs may do, and once")]
    [InlineData("**.yaml", "has **.yaml; ** stands alone between slashes, as in **/*.yaml, and within one name * is enough")]
    [InlineData("a/***/b", "has ***; ** stands alone between slashes, as in **/*.yaml, and within one name * is enough")]
    [InlineData("{a,b", "has { without }; write [{] for the character itself")]
    [InlineData("a}", "has } without {; write [}] for the character itself")]
    [InlineData("{}", "has {} with nothing in it; write {a,b}")]
    [InlineData("{1..3}", "has {1..3}, which is no range here; write {1,2,3}")]
    [InlineData("{/etc,a}", "starts with /; paths are relative to the repository's root")]
    [InlineData("{..,a}/b", "leaves its folder with ..; paths stay inside the repository")]
    [InlineData("{.,a}./b", "leaves its folder with ..; paths stay inside the repository")]
    [InlineData("[ab", "has [ without ]; write [[] for the character itself")]
    [InlineData("[]", "has [ without ]; write [[] for the character itself")]
    [InlineData("[a/b]", "has [ without ]; write [[] for the character itself")]
    [InlineData("[z-a]", "has [z-a], whose range runs backwards")]
    [InlineData("[^a]", "has [^a]; write [!a] for any other character")]
    [InlineData("[[:alpha:]]", "has [[:alpha:]; named sets are not known here, write for example [a-z0-9]")]
    [InlineData("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}", "stands for more than 256 globs; write several, or use *")]
    [InlineData("{{{{{{{{{a}}}}}}}}}", "nests { } more than 8 deep")]
    public void Parse_WhatIsLeft_IsRefusedAndSaysWhatWouldBeRight(string glob, string refusal)
    {
        Glob.Refuse(glob).ShouldBe(refusal);
        Should.Throw<UsageException>(() => Glob.Parse(glob)).Message.ShouldBe($"the glob \"{glob}\" {refusal}");
    }

    [Fact]
    public void Parse_TooLong_IsRefused() => Glob.Refuse(new string('a', 1_001)).ShouldBe("has 1001 characters; at most 1000 are possible");

    [Theory]
    [InlineData("app/[id]/page.tsx")]
    [InlineData("{x}/a*b?.md")]
    [InlineData("]a[")]
    public void Escape_AnyPath_MatchesItAndNoOther(string path)
    {
        var glob = Glob.Parse(Glob.Escape(path));

        glob.Matches(path).ShouldBeTrue();
        glob.Matches("app/i/page.tsx").ShouldBeFalse();
    }

    [Fact]
    public void Matches_MadeToBacktrack_EndsAtOnce()
    {
        var glob = Glob.Parse(string.Concat(Enumerable.Repeat("**/*a*", 100).Select((part, i) => i == 0 ? part : "/" + part)));
        var path = string.Join('/', Enumerable.Repeat(new string('a', 100), 99));

        glob.Matches(path).ShouldBeFalse();
    }

    [Fact]
    public void Matches_RandomGlobs_AgreesWithTheNaiveMatcher()
    {
        var random = new Random(20261129);
        string[] parts = ["a", "b", "/", "*", "**/", "?", "[ab]", "[!a]", "{a,b}", "{a/,}", "{*,b}", ".", "/**"];
        var (compared, matched) = (0, 0);
        while (compared < 20_000)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => parts[random.Next(parts.Length)]));
            if (Glob.Refuse(text) is not null)
            {
                continue;
            }

            var glob = Glob.Parse(text);
            var path = Path(random);
            compared++;
            var expected = GlobBraces.Expand(text).Any(alternative => NaiveGlob.Matches(alternative, path));
            glob.Matches(path).ShouldBe(expected, $"{text} on {path}");
            matched += expected ? 1 : 0;
        }

        matched.ShouldBeInRange(2_000, 18_000, "both answers must be common, or nothing was compared");
    }

    private static string Path(Random random)
    {
        var path = string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => "ab./"[random.Next(4)])).Trim('/');
        return path.Length == 0 || path.Contains("//", StringComparison.Ordinal) ? "a" : path;
    }
}
