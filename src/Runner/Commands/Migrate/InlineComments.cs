using System.Globalization;
using System.Text;
using Gates.Formats.Foundation.Trees;

namespace Gates.Runner.Commands.Migrate;

/// <summary>Finds the comments by which other scanners are told to look away.</summary>
internal static class InlineComments
{
    private const long MaxFile = 4 << 20;

    /// <value>The marks of a line itself, of the line after it, and the pairs around a block.</value>
    private static readonly Dictionary<string, (string[] Own, string[] Next, (string Begin, string End)[] Blocks)> Marks = new(StringComparer.Ordinal)
    {
        ["gitleaks"] = (["gitleaks:allow"], [], []),
        ["detect-secrets"] = (["pragma: allowlist secret", "pragma: whitelist secret"], ["pragma: allowlist nextline secret"], []),
        ["trufflehog"] = (["trufflehog:ignore"], [], []),
        ["secretlint"] = (["secretlint-disable-line"], ["secretlint-disable-next-line"], [("secretlint-disable", "secretlint-enable")]),
    };

    public static void Read(ISourceTree tree, string tool, Foreign so)
    {
        var marks = Marks[tool];
        foreach (var file in tree.Files.Where(file => file.Size <= MaxFile && !file.Path.StartsWith(".github/gates", StringComparison.Ordinal)))
        {
            using var stream = tree.Open(file.Path);
            var bytes = new byte[file.Size];
            var text = Encoding.Latin1.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
            if (marks.Own.Concat(marks.Next).Concat(marks.Blocks.Select(block => block.Begin))
                .Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
            {
                Read(file.Path, text.Split('\n'), marks, so);
            }
        }
    }

    private static void Read(string path, string[] lines, (string[] Own, string[] Next, (string Begin, string End)[] Blocks) marks, Foreign so)
    {
        (string Mark, int Line)? open = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var number = i + 1;
            if (marks.Next.FirstOrDefault(mark => Has(lines[i], mark)) is { } next)
            {
                Add(next, number, number + 1, number + 1);
            }
            else if (marks.Own.FirstOrDefault(mark => Has(lines[i], mark)) is { } own)
            {
                Add(own, number, number, number);
            }
            else if (open is { } block && marks.Blocks.Any(pair => Has(lines[i], pair.End)))
            {
                Add(block.Mark, block.Line, block.Line, number);
                open = null;
            }
            else if (open is null && marks.Blocks.FirstOrDefault(pair => Has(lines[i], pair.Begin)) is { Begin: { } begin })
            {
                open = (begin, number);
            }
        }

        if (open is { } rest)
        {
            Add(rest.Mark, rest.Line, rest.Line, lines.Length);
        }

        void Add(string mark, int at, int from, int to) =>
            so.Allows.Add(new ForeignAllow(string.Create(CultureInfo.InvariantCulture, $"{mark} in {path}:{at}"), path, from, to));
    }

    private static bool Has(string line, string mark) => line.Contains(mark, StringComparison.OrdinalIgnoreCase);
}
