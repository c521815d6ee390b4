using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.RuleBooks;

/// <summary>The rules of a gate that looks for many things: to be listed, tried and added to by commands.</summary>
internal interface IRuleBook
{
    /// <value>The gate.</value>
    string GateId { get; }

    /// <value>Where a repository keeps rules of its own.</value>
    string Path { get; }

    /// <summary>All rules, the shipped ones and the repository's own.</summary>
    /// <exception cref="UsageException">The repository's file is not valid.</exception>
    IReadOnlyList<ListedRule> Rules(ISourceTree tree);

    /// <summary>SHA-256 over all rules, as the evidence names it.</summary>
    /// <exception cref="UsageException">The repository's file is not valid.</exception>
    string Digest(ISourceTree tree);

    /// <summary>What each rule made of one line.</summary>
    /// <param name="tree">Where the repository's own rules are.</param>
    /// <param name="path">The file.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="line">The line, from 1.</param>
    /// <exception cref="UsageException">The repository's file is not valid, or there is no such line.</exception>
    IReadOnlyList<TriedRule> Try(ISourceTree tree, string path, byte[] content, int line);

    /// <summary>The same gate without the options that say where it looks.</summary>
    IGate OverAll(IGate gate);

    /// <summary>What is wrong with the text of such a file, each with its place; nothing when it is valid.</summary>
    IReadOnlyList<string> Problems(string text);

    /// <summary>A text that a pattern matches, for a rule that has no example; <see langword="null"/> when none could be made.</summary>
    /// <exception cref="FormatException">The pattern cannot be used; the message says why.</exception>
    string? Sample(string pattern, int seed);
}

/// <summary>One rule of a book.</summary>
/// <param name="Provider">Whose secret it is; <see langword="null"/> when nobody's in particular.</param>
/// <param name="IsOwn">Whether the repository wrote it.</param>
internal sealed record ListedRule(string Id, string Title, string Category, string Severity, string? Provider, bool IsOwn)
{
    /// <value>What to do about a finding.</value>
    public string Help { get; init; } = "";
}

/// <summary>What one rule made of a line.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Outcome">One of <c>found</c>, <c>placeholder</c>, <c>refused</c>, <c>no-match</c> and <c>no-anchor</c>.</param>
/// <param name="Why">In words, without the value.</param>
/// <param name="Masked">What may be shown of the value; <see langword="null"/> where nothing matched.</param>
internal sealed record TriedRule(ListedRule Rule, string Outcome, string Why, string? Masked);
