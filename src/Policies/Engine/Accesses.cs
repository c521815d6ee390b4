using System.Text.Json;
using Acornima;
using Acornima.Ast;
using Gates.Policies.Engine.Modules;

namespace Gates.Policies.Engine;

/// <summary>Says in the author's words what was undefined where a property of it was read or it was called, and what is there.</summary>
internal sealed class Accesses(ModuleGraph graph, Evidence evidence, JsonElement settings)
{
    private const int MaxNames = 20;
    private const int MaxText = 60;

    /// <param name="message">The engine's.</param>
    /// <param name="at">Where.</param>
    /// <returns><see langword="null"/> when there is nothing better to say.</returns>
    public string? Explain(string message, in SourceLocation at)
    {
        if (at.SourceFile is not { } file || !graph.Modules.TryGetValue(file, out var module) || Find(module.Program, at) is not { } member)
        {
            return null;
        }

        var isRead = message.StartsWith("Cannot read propert", StringComparison.Ordinal);
        var subject = isRead && !IsAt(member, at) ? member.Object : member;
        var text = $"`{Texts.Shorten(module.Text[subject.Start..subject.End], MaxText)}`";
        var known = KeysOf(module, subject);
        return isRead && member is { Computed: false, Property: Identifier property }
                ? $"{text} is {(message.Contains("null", StringComparison.Ordinal) ? "null" : "undefined")} and has no `{property.Name}`{known}"
            : message.StartsWith("Cannot convert undefined or null", StringComparison.Ordinal) || message.EndsWith("is not iterable", StringComparison.Ordinal)
                ? $"{text} is {(known.Length > 0 ? "undefined" : "not a list")}{known}"
            : message.EndsWith("is not a function", StringComparison.Ordinal) ? $"{text} is {(known.Length > 0 ? "undefined, and no" : "not a")} function{known}"
            : null;
    }

    /// <summary>The access that failed: of the call or the property at a place.</summary>
    private static MemberExpression? Find(Program program, SourceLocation at) => SyntaxTree.Walk(program).Select(node => node switch
    {
        CallExpression { Callee: MemberExpression callee } when callee.Location.Start == at.Start && (node.Location.End == at.End || callee.Location.End == at.End) => callee,
        MemberExpression member when IsAt(member, at) => member,
        MemberExpression member when member.Property.Location.Start == at.Start && member.Property.Location.End == at.End => member,
        _ => null,
    }).FirstOrDefault(member => member is not null);

    private static bool IsAt(MemberExpression member, SourceLocation at) => member.Location.Start == at.Start && member.Location.End == at.End;

    /// <summary>What the evidence or the settings have, when one of them was asked for what it has not.</summary>
    private string KeysOf(PolicyModule module, Node access)
    {
        if (access is not MemberExpression { Computed: false, Object: Identifier { Name: var name }, Property: Identifier { Name: var property } } || module != graph.Entry)
        {
            return "";
        }

        var judge = SyntaxTree.Walk(module.Program).OfType<IFunction>().FirstOrDefault(function => function.Id?.Name == "judge");
        var index = judge?.Params.ToList().FindIndex(parameter => parameter is Identifier identifier && identifier.Name == name);
        JsonElement? element = index switch { 0 => evidence.Facts, 1 => settings, _ => null };
        if (element is not { ValueKind: JsonValueKind.Object } given || given.TryGetProperty(property, out _))
        {
            return "";
        }

        var keys = given.EnumerateObject().Select(entry => entry.Name).Take(MaxNames).ToList();
        var nearest = Suggestion.For(property, keys) is { } near ? $"; did you mean {near}?" : "";
        return $"; {name} has {string.Join(", ", keys.DefaultIfEmpty("nothing"))}{nearest}";
    }
}
