using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.Attestation.Controls.Assertions.JsonPaths;

/// <summary>
/// A part of JSONPath (RFC 9535) that reads the same everywhere: <c>$</c>, <c>.name</c>, <c>['name']</c>, <c>[n]</c> and <c>[*]</c>;
/// no filters, no slices, no <c>..</c>.
/// </summary>
internal sealed partial class JsonPath
{
    public const string Pattern = @"^\$(\.[A-Za-z_][A-Za-z0-9_-]*|\.\*|\[\*\]|\[[0-9]{1,6}\]|\['[^'\\]+'\])*$";

    private readonly IReadOnlyList<Step> steps;

    private JsonPath(IReadOnlyList<Step> steps) => this.steps = steps;

    public static bool TryParse(string text, [NotNullWhen(true)] out JsonPath? path, out string problem)
    {
        path = null;
        problem = $"{Say.Quote(text)} is not a path; it is $ and then .name, ['name'], [0] or [*], such as $.metrics['error-rate'].max";
        if (!Syntax().IsMatch(text))
        {
            return false;
        }

        path = new JsonPath([.. Steps().Matches(text).Select(match => new Step(
            match.Groups["name"] is { Success: true } name ? name.Value : null,
            match.Groups["index"] is { Success: true } index ? int.Parse(index.ValueSpan, CultureInfo.InvariantCulture) : null))]);
        return true;
    }

    /// <summary>The values at the path, in the document's order; none where it leads nowhere.</summary>
    public IReadOnlyList<DocumentNode> Find(DocumentNode root)
    {
        IEnumerable<DocumentNode> found = [root];
        foreach (var step in steps)
        {
            found = found.SelectMany(node => Children(node, step));
        }

        return [.. found];
    }

    /// <summary>The elements that a <c>[*]</c> reached and that lack what the path asks of each: without them "every value" would be a value less.</summary>
    public IReadOnlyList<DocumentNode> Lacking(DocumentNode root)
    {
        IReadOnlyList<DocumentNode> found = [root];
        var lacking = new List<DocumentNode>();
        var isEach = false;
        foreach (var step in steps)
        {
            lacking.AddRange(isEach && step is not { Name: null, Index: null } ? found.Where(node => !Children(node, step).Any()) : []);
            found = [.. found.SelectMany(node => Children(node, step))];
            isEach |= step is { Name: null, Index: null };
        }

        return lacking;
    }

    private static IEnumerable<DocumentNode> Children(DocumentNode node, Step step) => step switch
    {
        { Name: { } name } => node.Get(name) is { } child ? [child] : [],
        { Index: { } index } => index < node.Items.Count ? [node.Items[index]] : [],
        _ => node.Kind == NodeKind.Map ? node.Entries.Select(entry => entry.Node) : node.Items,
    };

    [GeneratedRegex(@"^\$(\.[A-Za-z_][A-Za-z0-9_-]*|\.\*|\[\*\]|\[[0-9]{1,6}\]|\['[^'\\]+'\])*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Syntax();

    [GeneratedRegex(@"\.(?<name>[A-Za-z_][A-Za-z0-9_-]*)|\['(?<name>[^'\\]+)'\]|\[(?<index>[0-9]+)\]|\.\*|\[\*\]", RegexOptions.None, 1000)]
    private static partial Regex Steps();

    /// <summary>A key, an index, or, without either, every child.</summary>
    private readonly record struct Step(string? Name, int? Index);
}
