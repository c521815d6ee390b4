using Gates.Formats.Documents;

namespace Gates.Formats.Sarif;

/// <summary>Finds the rule of a result among those of the driver and its extensions.</summary>
internal sealed class SarifRules
{
    private readonly DocumentShape shape;
    private readonly Component driver;
    private readonly List<Component> extensions;

    public SarifRules(DocumentShape shape, DocumentNode tool, DocumentNode driver)
    {
        this.shape = shape;
        this.driver = Read(driver);
        extensions = [.. shape.Maps(tool, "extensions").Select(Read)];
    }

    /// <summary>The result's rule, or <see langword="null"/> when the log does not describe it.</summary>
    public DocumentNode? Find(DocumentNode result)
    {
        var reference = shape.Map(result, "rule");
        var id = IdOf(result);
        var component = ComponentOf(shape.Map(reference, "toolComponent"));
        var index = shape.Integer(reference, "index") ?? shape.Integer(result, "ruleIndex") ?? -1;
        var known = index < (component ?? driver).Rules.Count;
        if (!known && id is null)
        {
            throw shape.Fail(
                result,
                FormattableString.Invariant($"it refers to rule {index}, but the tool describes {(component ?? driver).Rules.Count} rules"));
        }

        // An index without a component means the driver; some tools mean the only extension, so the id has the last word.
        if (index >= 0 && known && (component ?? driver).Rules[index] is var indexed && (id is null || IsOrHolds(shape.Text(indexed, "id"), id)))
        {
            return indexed;
        }

        return id is null ? null : extensions.Prepend(driver).Prepend(component ?? driver).Select(one => one.ById(id)).FirstOrDefault(rule => rule is not null);
    }

    /// <summary>Whether a reference (§3.52) is to the rule of a result.</summary>
    public bool Is(DocumentNode descriptor, DocumentNode result, DocumentNode? rule)
    {
        var component = ComponentOf(shape.Map(descriptor, "toolComponent")) ?? driver;
        if (shape.Integer(descriptor, "index") is { } index && index >= 0 && index < component.Rules.Count)
        {
            return rule is not null && ReferenceEquals(component.Rules[index], rule);
        }

        return shape.Text(descriptor, "id") is { } id && (rule is null ? IsOrHolds(id, IdOf(result) ?? "") : IsOrHolds(id, shape.Text(rule, "id") ?? ""));
    }

    /// <summary>The id that a result names its rule by.</summary>
    public string? IdOf(DocumentNode result) => shape.Text(result, "ruleId") ?? shape.Text(shape.Map(result, "rule"), "id");

    /// <summary>A message that is kept once for all results, or <see langword="null"/>.</summary>
    public string? Message(DocumentNode? rule, string id) => extensions.Prepend(driver)
        .Select(component => shape.Map(component.Node, "globalMessageStrings"))
        .Prepend(shape.Map(rule, "messageStrings"))
        .Select(strings => shape.Text(shape.Map(strings, id), "text"))
        .FirstOrDefault(text => text is not null);

    private Component? ComponentOf(DocumentNode? reference)
    {
        if (reference is null)
        {
            return null;
        }

        if (shape.Integer(reference, "index") is { } index and >= 0)
        {
            return index < extensions.Count
                ? extensions[index]
                : throw shape.Fail(reference, FormattableString.Invariant($"it refers to extension {index}, but the tool has {extensions.Count} extensions"));
        }

        return shape.Text(reference, "name") is { } name ? extensions.Find(one => shape.Text(one.Node, "name") == name) : null;
    }

    private Component Read(DocumentNode node)
    {
        var rules = shape.Maps(node, "rules").ToList();
        var byId = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            byId.TryAdd(shape.Required(rule, "id"), rule);
        }

        return new Component(node, rules, byId);
    }

    /// <summary>Whether a rule's id is the result's, or a parent in its hierarchy: <c>CA1000</c> of <c>CA1000/1</c>.</summary>
    private static bool IsOrHolds(string? rule, string id) =>
        rule is not null && (rule == id || (id.StartsWith(rule, StringComparison.Ordinal) && id[rule.Length] == '/'));

    private sealed record Component(DocumentNode Node, IReadOnlyList<DocumentNode> Rules, Dictionary<string, DocumentNode> Ids)
    {
        public DocumentNode? ById(string id)
        {
            for (var name = id; ; name = name[..name.LastIndexOf('/')])
            {
                if (Ids.TryGetValue(name, out var rule) || !name.Contains('/', StringComparison.Ordinal))
                {
                    return rule;
                }
            }
        }
    }
}
