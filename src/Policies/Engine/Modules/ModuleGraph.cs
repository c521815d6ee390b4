using Acornima.Ast;

namespace Gates.Policies.Engine.Modules;

/// <summary>A policy's files, from the one with <c>judge</c> to all that it imports.</summary>
internal sealed class ModuleGraph
{
    public const string JudgeForm = "export function judge(evidence, settings, report) { … }";

    private readonly Dictionary<string, PolicyModule> modules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModuleNames> names = new(StringComparer.Ordinal);

    private ModuleGraph(PolicySource source)
    {
        Source = source;
        var pending = new Queue<string>([source.Entry]);
        while (pending.TryDequeue(out var path))
        {
            if (modules.ContainsKey(path))
            {
                continue;
            }

            var module = modules[path] = ModuleReader.Read(path, source.Modules[path]);
            names[path] = ModuleNames.Of(module);
            foreach (var import in names[path].Imports)
            {
                pending.Enqueue(Specifiers.Resolve(source, path, import.Specifier));
            }
        }

        CheckNames();
        if (Entry.Module is not null && Judge is null)
        {
            throw SyntaxTree.Declaration(Entry.Program, "judge") is { } declared
                ? At(Entry.Path, declared, "judge is not exported: write `export` before it")
                : new PolicyException(Entry.Path, $"it exports no function `judge`; write {JudgeForm}");
        }
    }

    public PolicySource Source { get; }

    /// <value>By path; only those that are reached.</value>
    public IReadOnlyDictionary<string, PolicyModule> Modules => modules;

    public PolicyModule Entry => modules[Source.Entry];

    /// <value>The name that the entry exports its judgement under.</value>
    public string? Judge => names[Source.Entry].Exports is var exports && exports.Contains("judge") || PassedOn(Source.Entry, "judge", []) ? "judge"
        : exports.Contains("default") ? "default"
        : null;

    /// <exception cref="PolicyException">A file is no program, is not there, or lacks a name that another one takes from it; or nothing judges.</exception>
    public static ModuleGraph Load(PolicySource source) => new(source);

    private void CheckNames()
    {
        foreach (var (path, import) in names.SelectMany(module => module.Value.Imports.Select(import => (module.Key, import))))
        {
            var target = Specifiers.Resolve(Source, path, import.Specifier);
            if (modules[target].Module is null)
            {
                throw At(path, import.Specifier, $"nothing can be imported from {target}: it exports nothing. Write `export` before what others may use.");
            }

            if (import.Name is { } name && !PassedOn(target, name, []))
            {
                var known = names[target].Exports.Order(StringComparer.Ordinal).ToList();
                throw At(path, import.At, $"{target} exports no `{Texts.Shorten(name, 60)}`; it exports {string.Join(", ", known.Select(one => $"`{one}`").DefaultIfEmpty("nothing"))}{Meant(name, known)}");
            }
        }
    }

    /// <summary>Whether a file exports a name itself, or passes it on from another one.</summary>
    private bool PassedOn(string path, string name, HashSet<string> seen) =>
        seen.Add(path) && (names[path].Exports.Contains(name)
            || (name != "default" && names[path].Imports.Where(import => import.IsPassedOn).Any(import => PassedOn(Specifiers.Resolve(Source, path, import.Specifier), name, seen))));

    private static string Meant(string name, IEnumerable<string> known) => Suggestion.For(name, known) is { } nearest ? $"; did you mean `{nearest}`?" : "";

    private static PolicyException At(string path, Node node, string message) => new(path, message, node.Location.Start.Line, node.Location.Start.Column + 1);
}
