using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Workflows;

namespace Gates.BuiltIn.HermeticBuild.GitHubFiles;

/// <summary>Says what each <c>uses:</c> is fixed to.</summary>
internal sealed class ActionPins(IReadOnlyList<string> trusted)
{
    public void Inspect(PlacedText uses, string path, HermeticFacts facts)
    {
        var text = uses.Text.Trim();
        if (text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal) || text.Length == 0 || uses.IsExpression)
        {
            return;
        }

        if (text.StartsWith("docker://", StringComparison.OrdinalIgnoreCase))
        {
            facts.Images.Add(new ImageFact(text[9..], "docker://", Pins.HasDigest(text), path, uses.Line));
            return;
        }

        var at = text.LastIndexOf('@');
        var (name, reference) = at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
        facts.Actions.Add(new ActionFact(text, name, reference, PinOf(reference), trusted.Any(entry => Covers(entry, name)), path, uses.Line, uses.Column));
    }

    /// <summary>Whether an entry such as <c>actions/*</c> or <c>owner/repo</c> names the action; GitHub ignores the case of both.</summary>
    public static bool Covers(string entry, string name)
    {
        var whole = entry.EndsWith("/*", StringComparison.Ordinal) || entry.EndsWith("/**", StringComparison.Ordinal);
        var prefix = whole ? entry[..entry.LastIndexOf('/')] : entry;
        return name.Equals(prefix, StringComparison.OrdinalIgnoreCase) || name.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase);
    }

    private static string PinOf(string reference) => reference switch
    {
        "" => "none",
        _ when Pins.IsCommit(reference) => "commit",
        { Length: >= 7 and < 40 } when reference.All(char.IsAsciiHexDigitLower) && reference.Any(char.IsAsciiDigit) => "short-commit",
        _ when reference.TrimStart('v').Split('.').All(part => part.Length > 0 && char.IsAsciiDigit(part[0])) => "version",
        _ => "name",
    };
}
