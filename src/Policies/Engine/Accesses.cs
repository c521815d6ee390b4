using System.Text.Json;
using Acornima;
using Acornima.Ast;
using Gates.Policies.Engine.Modules;

namespace Gates.Policies.Engine;

/// <summary>Says what was undefined where a property of it was read, and what is there.</summary>
internal sealed class Accesses(ModuleGraph graph, Evidence evidence, JsonElement settings)
{
    private const int MaxNames = 20;

    public string? Explain(in SourceLocation at)
    {
        if (at.SourceFile is not { } file || !graph.Modules.TryGetValue(file, out var module) || Find(module.Program, at) is not { } access)
        {
            return null;
        }

        return KeysOf(module, access) is { } keys ? Describe((MemberExpression)access, keys) : null;
    }

    /// <summary>The object of the access that failed: of the call or the property at a place.</summary>
    private static Node? Find(Program program, SourceLocation at)
    {
        foreach (var node in SyntaxTree.Walk(program))
        {
            var member = node switch
            {
                CallExpression { Callee: MemberExpression callee } when callee.Location.Start == at.Start && (node.Location.End == at.End || callee.Location.End == at.End) => callee,
                MemberExpression n when n.Property.Location.Start == at.Start && n.Property.Location.End == at.End => n,
                _ => null,
            };
            if (member is not null)
            {
                return member.Object is MemberExpression inner ? inner : member;
            }
        }

        return null;
    }

    /// <summary>What the object has, when it is one of the two that <c>judge</c> gets.</summary>
    private (string Name, IReadOnlyList<string> Keys)? KeysOf(PolicyModule module, Node access)
    {
        if (access is not MemberExpression { Computed: false, Object: Identifier { Name: var name }, Property: Identifier } || module != graph.Entry)
        {
            return null;
        }

        var judge = SyntaxTree.Walk(module.Program).OfType<IFunction>().FirstOrDefault(function => function.Id?.Name == "judge");
        var index = judge?.Params.ToList().FindIndex(parameter => parameter is Identifier identifier && identifier.Name == name);
        JsonElement? element = index switch { 0 => evidence.Facts, 1 => settings, _ => null };
        return element is { ValueKind: JsonValueKind.Object } known ? (name, [.. known.EnumerateObject().Select(property => property.Name).Take(MaxNames)]) : null;
    }

    private static string? Describe(MemberExpression access, (string Name, IReadOnlyList<string> Keys) target)
    {
        var property = ((Identifier)access.Property).Name;
        if (target.Keys.Contains(property, StringComparer.Ordinal))
        {
            return null;
        }

        var nearest = Suggestion.For(property, target.Keys) is { } near ? $"; did you mean {near}?" : "";
        return $"{target.Name}.{property}: {target.Name} has {(target.Keys.Count > 0 ? string.Join(", ", target.Keys) : "nothing")}{nearest}";
    }
}
