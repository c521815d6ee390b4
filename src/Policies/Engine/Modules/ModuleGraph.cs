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
            names[path] = ModuleNames.From(module);
            foreach (var import in names[path].Imports)
            {
                pending.Enqueue(Specifiers.Resolve(source, path, import.Specifier));
            }
        }

        CheckNames();
        Judge = Origins(source.Entry, "judge").Count == 1 ? "judge" : names[source.Entry].Exports.Contains("default") ? "default" : null;
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
    public string? Judge { get; }

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

            if (import.Name is { } name)
            {
                CheckName(path, import, target, name);
            }
        }
    }

    private void CheckName(string path, ModuleImport import, string target, string name)
    {
        var origins = Origins(target, name);
        if (origins.Count > 1)
        {
            throw At(path, import.At, $"{target} passes on a `{name}` from each of {string.Join(" and ", origins)}: import it from the one that you mean");
        }

        if (origins.Count == 0)
        {
            var known = names[target].Exports.Order(StringComparer.Ordinal).ToList();
            var type = IsTypeScript(path) && IsTypeScript(target) ? $". If it is a type, write `type {name}`" : "";
            throw At(
                path,
                import.At,
                $"{target} exports no `{Texts.Shorten(name, 60)}`; it exports {string.Join(", ", known.Select(one => $"`{one}`").DefaultIfEmpty("nothing"))}{Meant(name, known)}{type}");
        }
    }

    private static bool IsTypeScript(string path) => path.EndsWith(".ts", StringComparison.Ordinal);

    /// <summary>The files that a name of a file comes from: itself, or those whose names it passes on.</summary>
    private SortedSet<string> Origins(string path, string name)
    {
        var (found, seen) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var pending = new Queue<string>([path]);
        while (pending.TryDequeue(out var file))
        {
            if (!seen.Add(file))
            {
                continue;
            }

            if (names[file].Exports.Contains(name))
            {
                found.Add(file);
            }
            else if (name != "default")
            {
                names[file].Imports
                    .Where(import => import.IsPassedOn)
                    .ToList()
                    .ForEach(import => pending.Enqueue(Specifiers.Resolve(Source, file, import.Specifier)));
            }
        }

        return found;
    }

    private static string Meant(string name, IEnumerable<string> known) => Suggestion.For(name, known) is { } nearest ? $"; did you mean `{nearest}`?" : "";

    private static PolicyException At(string path, Node node, string message) => new(path, message, node.Location.Start.Line, node.Location.Start.Column + 1);
}
