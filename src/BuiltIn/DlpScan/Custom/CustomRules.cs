using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.DlpScan.Custom;

/// <summary>What a repository adds to the shipped rules: rules of its own, and values that it accepts for a while.</summary>
/// <param name="Own">Its rules, proven by their samples, in the order of the file.</param>
/// <param name="Allow">Its accepted values, also those that have expired.</param>
/// <param name="Digest">SHA-256 of the file, in lower-case hexadecimal; <see langword="null"/> when there is none.</param>
internal sealed record CustomRules(IReadOnlyList<DlpRule> Own, IReadOnlyList<AcceptedValue> Allow, string? Digest)
{
    /// <summary>Beside the configuration. On a pull request the base's counts, as it does for all that judges.</summary>
    public const string Path = ".github/gates-dlp.yml";

    private const string OtherName = ".github/gates-dlp.yaml";

    private static readonly DocumentLimits Limits = new() { Bytes = 1_000_000, Nodes = 100_000 };

    public static CustomRules None { get; } = new([], [], null);

    /// <value>All rules: the shipped ones and the repository's.</value>
    public RuleSet All { get; } = Own.Count == 0 ? RuleReader.Shipped : new RuleSet([.. RuleReader.Shipped.Rules, .. Own]);

    /// <exception cref="UsageException">The file is not valid; the message names every problem with its place.</exception>
    public static CustomRules Find(ISourceTree tree)
    {
        if (tree.IsBehindLink(Path))
        {
            throw new UsageException($"{Path} is a symbolic link, or behind one, which is not followed; commit the file itself");
        }

        if (tree.IsFolder(Path) || tree.Exists(OtherName))
        {
            var other = tree.Exists(OtherName) ? OtherName : "here that is a folder, which";
            throw new UsageException($"the rules of a repository stand in the file {Path}; {other} is not read");
        }

        if (!tree.Exists(Path))
        {
            return None;
        }

        try
        {
            using var stream = tree.Open(Path);
            return Read(DocumentText.Read(stream, Path, Limits));
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"{Path}: cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The same where somebody else says what is wrong with the file: then it holds nothing.</summary>
    public static CustomRules Sound(ISourceTree tree)
    {
        try
        {
            return Find(tree);
        }
        catch (Exception e) when (e is UsageException or EvaluationException)
        {
            return None;
        }
    }

    /// <exception cref="UsageException">The text is not valid; the message names every problem with its place.</exception>
    public static CustomRules Read(string text)
    {
        IReadOnlyList<DocumentNode> documents;
        try
        {
            documents = YamlReader.Read(text, Path, Limits);
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }

        var problems = new Problems(Path);
        var read = documents is [var root]
            ? new CustomReader(problems).Read(root)
            : throw new UsageException($"{Path}: is not one document; it holds `version: 1` and `rules:`");
        problems.ThrowIfAny();
        return new CustomRules(read.Rules, read.Allow, Sha256Hex.Of(text));
    }
}

/// <summary>A value, or the findings of a file, that the repository accepts until a day.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Identity">The value's keyed identity; <see langword="null"/> when a path says what is meant.</param>
/// <param name="Rule">The only rule or category that it is about.</param>
/// <param name="Path">A glob over paths.</param>
/// <param name="Reason">Why; untrusted text.</param>
/// <param name="Expires">The last day (UTC) on which it holds.</param>
internal sealed record AcceptedValue(int Line, string? Identity, string? Rule, string? Path, string Reason, DateOnly Expires)
{
    public bool IsExpired(DateOnly today) => today > Expires;
}
