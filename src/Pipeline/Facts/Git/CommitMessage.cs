using System.Text.RegularExpressions;
using Gates.Doors.Git.History;

namespace Gates.Pipeline.Facts.Git;

/// <summary>A commit's or tag's message without the lines that name people.</summary>
/// <param name="Subject">The first paragraph on one line, as git shows it.</param>
/// <param name="Body">The rest.</param>
/// <param name="CoAuthors">Who <c>Co-authored-by:</c> names.</param>
/// <param name="SignedOffBy">Who <c>Signed-off-by:</c> names.</param>
internal sealed partial record CommitMessage(string Subject, string Body, IReadOnlyList<GitPerson> CoAuthors, IReadOnlyList<GitPerson> SignedOffBy)
{
    public string Whole => Body.Length == 0 ? Subject : $"{Subject}\n\n{Body}";

    public static CommitMessage Read(string text)
    {
        var (coAuthors, signers) = (new List<GitPerson>(), new List<GitPerson>());
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Trailer().Match(line) is not { Success: true } trailer)
            {
                lines.Add(line.TrimEnd());
                continue;
            }

            var person = new GitPerson(trailer.Groups["name"].Value.Trim(), trailer.Groups["email"].Value);
            switch (trailer.Groups["key"].Value.ToLowerInvariant())
            {
                case "co-authored-by":
                    coAuthors.Add(person);
                    break;
                case "signed-off-by":
                    signers.Add(person);
                    break;
            }
        }

        var paragraphs = string.Join('\n', lines).Trim('\n').Split("\n\n", 2);
        return new CommitMessage(paragraphs[0].Replace('\n', ' '), paragraphs.Length > 1 ? paragraphs[1].Trim('\n') : "", coAuthors, signers);
    }

    /// <summary>Any line that says by whom: also <c>Reviewed-by:</c>, <c>Reported-by:</c>, <c>Cc:</c> and the like.</summary>
    [GeneratedRegex(
        @"^(?<key>[A-Za-z][A-Za-z-]*-by|Cc):[ \t]*(?<name>[^<]*)(<(?<email>[^>]*)>.*)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Trailer();
}
