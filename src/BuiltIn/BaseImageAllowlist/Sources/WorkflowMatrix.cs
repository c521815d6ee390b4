using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>The values that <c>${{ matrix.… }}</c> takes when the matrix is written out.</summary>
internal sealed partial class WorkflowMatrix(DocumentNode? matrix)
{
    /// <summary>Every text that the template can become; <see langword="null"/> when it depends on something else.</summary>
    public IReadOnlyList<string>? Expand(string template)
    {
        if (!template.Contains("${{", StringComparison.Ordinal))
        {
            return [template];
        }

        // Only one variable is followed; with two, which values meet depends on include and exclude.
        var matches = Expression().Matches(template);
        var keys = matches.Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count != 1
            || Expression().Replace(template, "").Contains("${{", StringComparison.Ordinal)
            || ValuesOf(keys[0].Split('.')) is not { Count: > 0 } values)
        {
            return null;
        }

        return values.Any(value => value.Contains("${{", StringComparison.Ordinal))
            ? null
            : [.. values.Select(value => Expression().Replace(template, _ => value)).Distinct(StringComparer.Ordinal)];
    }

    private List<string>? ValuesOf(string[] path)
    {
        var values = new List<string>();
        var key = matrix?.Get(path[0]);
        if (key is { Kind: NodeKind.Scalar })
        {
            return null;
        }

        var includes = matrix?.Get("include");
        if (includes is { Kind: NodeKind.Scalar })
        {
            return null;
        }

        values.AddRange(Follow(key?.Items ?? [], path[1..]));
        values.AddRange(Follow(includes?.Items ?? [], path));
        return values;
    }

    private static IEnumerable<string> Follow(IEnumerable<DocumentNode> items, string[] path)
    {
        foreach (var item in items)
        {
            var node = path.Aggregate((DocumentNode?)item, (current, step) => current?.Get(step));
            if (node is { Kind: NodeKind.Scalar, Value: not null })
            {
                yield return node.Text;
            }
        }
    }

    [GeneratedRegex(@"\$\{\{\s*matrix\.([A-Za-z0-9_.-]+)\s*\}\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Expression();
}
