namespace Gates.Formats.Foundation.Globs;

/// <summary>Tells a glob that names something from one that covers whatever there is, in whichever spelling.</summary>
internal static class GlobReach
{
    /// <value>A glob that covers this share of the names that anything could have names nothing.</value>
    private const double Share = 0.25;

    private static readonly string[] Alphabets = ["abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"];

    /// <value>Paths of which a repository has some: a glob over all of them is one over everything, also when it lists them.</value>
    private static readonly string[] Usual =
    [
        "README.md", "LICENSE", "Dockerfile", "Makefile", ".env", ".gitignore", "package.json", "src/main.go", "src/app/index.ts", "lib/a.py", "tests/a_test.py", "docs/index.md",
        ".github/workflows/ci.yml", "k8s/app.yaml", "deploy/prod/values.yaml", "scripts/build.sh", "config/settings.json", "assets/logo.png", "a/b/c/d/e.txt",
    ];

    /// <value>The names of each shape and alphabet; most runs never ask.</value>
    private static readonly Lazy<string[][]> Names = new(() => [.. Alphabets.SelectMany(letters => Shapes.Select(shape => letters.Select(shape).ToArray()))]);

    /// <summary>Whether it covers files by no name of theirs: all of a repository, of a depth, or of a large part of the alphabet.</summary>
    public static bool CoversEverything(string glob)
    {
        var parsed = Glob.Parse(glob);
        return Array.TrueForAll(Usual, parsed.Matches)
            || Array.Exists(Names.Value, names => names.Count(parsed.Matches) >= names.Length * Share);
    }

    /// <value>Names of one letter repeated, as nobody means them: up to five folders, names and endings of several lengths.</value>
    private static IEnumerable<Func<char, string>> Shapes =>
        from depth in Enumerable.Range(0, 5)
        from length in new[] { 1, 2, 3, 7 }
        from hidden in new[] { "", "." }
        from ending in Enumerable.Range(0, 6)
        select new Func<char, string>(letter =>
            string.Concat(Enumerable.Repeat(new string(letter, length) + "/", depth))
                + hidden
                + new string(letter, length)
                + (ending == 0 ? "" : "." + new string(letter, ending)));
}
