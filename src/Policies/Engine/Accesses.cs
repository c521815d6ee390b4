using System.Text.Json;
using System.Text.RegularExpressions;
using Acornima;
using Acornima.Ast;
using Gates.Policies.Engine.Modules;

namespace Gates.Policies.Engine;

/// <summary>Says in the author's words what was undefined where a property of it was read or it was called, and what is there.</summary>
internal sealed partial class Accesses(ModuleGraph graph, Evidence evidence, JsonElement settings)
{
    private const int MaxNames = 20;
    private const int MaxText = 60;

    /// <param name="message">The engine's.</param>
    /// <param name="at">Where.</param>
    /// <returns><see langword="null"/> when there is nothing better to say.</returns>
    public string? Explain(string message, in SourceLocation at)
    {
        if (at.SourceFile is not { } file || !graph.Modules.TryGetValue(file, out var module))
        {
            return null;
        }

        var place = at;
        if (Unread().Match(message) is { Success: true } read)
        {
            var name = read.Groups["name"].Value;
            return Members(
                module,
                place).LastOrDefault(member => member is { Computed: false, Property: Identifier property } && property.Name == name) is { } found
                ? $"{Quote(module, found.Object)} is {read.Groups["what"].Value} and has no `{name}`{KeysOf(module, found.Object)}"
                : null;
        }

        var target = SyntaxTree.Walk(module.Program)
            .OfType<AssignmentExpression>()
            .Select(node => node.Left)
            .OfType<MemberExpression>()
            .FirstOrDefault(member => IsAt(member, place));
        if (target is not null)
        {
            return $"{Quote(module, target.Object)} is undefined or null, so nothing can be put into it{KeysOf(module, target.Object)}";
        }

        return Members(module, place).FirstOrDefault(member => IsAt(member, place) || IsCall(module, member, place)) is { } subject
            ? OfValue(message, module, subject)
            : null;
    }

    private string? OfValue(string message, PolicyModule module, MemberExpression subject)
    {
        var known = KeysOf(module, subject);
        return message.StartsWith("Cannot convert undefined or null", StringComparison.Ordinal) || message.EndsWith("is not iterable", StringComparison.Ordinal)
                ? $"{Quote(module, subject)} is {(known.Length > 0 ? "undefined" : "not a list")}{known}"
            : message.EndsWith("is not a function", StringComparison.Ordinal)
                ? $"{Quote(module, subject)} is {(known.Length > 0 ? "undefined, and no" : "not a")} function{known}"
            : null;
    }

    /// <summary>The accesses that begin at a place, the outermost first, or whose property stands there.</summary>
    private static IEnumerable<MemberExpression> Members(PolicyModule module, SourceLocation at) =>
        SyntaxTree.Walk(module.Program)
            .OfType<MemberExpression>()
            .Where(member => member.Location.Start == at.Start || member.Property.Location.Start == at.Start)
            .OrderByDescending(member => member.End);

    private static bool IsAt(MemberExpression member, SourceLocation at) => member.Location.Start == at.Start && member.Location.End == at.End;

    private static bool IsCall(PolicyModule module, MemberExpression member, SourceLocation at) =>
        SyntaxTree.Walk(
            module.Program).Any(node => node is CallExpression call && call.Callee == member && call.Location.Start == at.Start && call.Location.End == at.End);

    /// <summary>As its author wrote it: the program's own text lacks the types.</summary>
    private string Quote(PolicyModule module, Node node) => $"`{Texts.Shorten(graph.Source.Modules[module.Path][node.Start..node.End], MaxText)}`";

    /// <summary>What the evidence or the settings have, when one of them was asked for what it has not.</summary>
    private string KeysOf(PolicyModule module, Node access)
    {
        if (access is not MemberExpression { Computed: false, Object: Identifier { Name: var name }, Property: Identifier { Name: var property } }
            || module != graph.Entry)
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
        return $"; {name} has {string.Join(", ", keys.DefaultIfEmpty("nothing"))}{Suggestion.Question(property, keys)}";
    }

    [GeneratedRegex(
        @"\ACannot read propert(y '(?<name>[^']+)' of (?<what>undefined|null)|ies of (?<what>undefined|null) \(reading '(?<name>[^']+)'\))",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Unread();
}
