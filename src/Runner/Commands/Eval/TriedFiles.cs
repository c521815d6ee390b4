using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Unseen;
using Gates.Policies;
using Gates.Runner.Cases;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Commands.Eval;

/// <summary>Makes facts of files that a command line names: each is what its name says, as far as the policy looks at such.</summary>
/// <param name="root">The folder that the user stands in.</param>
/// <param name="names">The files; <c>-</c> is standard input.</param>
/// <param name="kind">What all of them are; <see langword="null"/> goes by their names.</param>
/// <param name="input">Opens standard input.</param>
internal sealed class TriedFiles(DirectoryInfo root, IReadOnlyList<string> names, string? kind, Func<Stream> input)
{
    private const string Input = "-";
    private const string InputPath = "stdin";
    private const int MaxBytes = 32_000_000;
    private const string Files = "files";

    private static readonly (string Kind, string[] Endings)[] ByName =
    [
        ("csv", [".csv", ".tsv"]),
        ("dockerfile", ["Dockerfile", ".dockerfile"]),
        ("hcl", [".hcl", ".tf", ".tfvars"]),
        ("ini", [".ini"]),
        ("jsonl", [".jsonl", ".ndjson"]),
        ("markdown", [".md"]),
        ("openapi", [".yaml", ".yml", ".json"]),
        ("properties", [".properties"]),
        ("json", [".json", ".jsonc"]),
        ("junit", [".xml"]),
        ("sarif", [".sarif", ".json"]),
        ("sbom", [".json"]),
        ("toml", [".toml"]),
        ("xml", [".xml"]),
        ("yaml", [".yaml", ".yml"]),
    ];

    /// <value>The kinds of fact that files can be.</value>
    public static IReadOnlyList<string> FileKinds { get; } = [.. ByName.Select(one => one.Kind).Append(Files).Order(StringComparer.Ordinal)];

    /// <exception cref="UsageException">A file cannot be read, or is nothing that the policy looks at.</exception>
    public async Task<Evidence> InspectAsync(LoadedPolicy policy, CancellationToken cancellationToken)
    {
        var kinds = Kinds(policy);
        var selected = names.Distinct(StringComparer.Ordinal).SelectMany(name => KindsOf(name, kinds).Select(one => (Kind: one, Path: PathOf(name)))).ToList();
        var contents = names.Distinct(StringComparer.Ordinal).Select(name => KeyValuePair.Create(PathOf(name), Content(name))).ToList();
        if (contents.GroupBy(file => file.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UsageException($"two of the files would be {Say.Quote(twice.Key)} to the policy; try them one after the other");
        }

        var gate = new FactsGate(new FactSelection(selected
            .GroupBy(one => one.Kind, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(one => GlobOf(one.Path))], StringComparer.Ordinal)));
        var context = new GateContext(new CaseTree(contents), ChangeSet.None, ReadOnlyMemory<byte>.Empty);
        return CoveredEvidence.Of(await gate.InspectAsync(context, cancellationToken), context.Coverage.Summary());
    }

    /// <summary>What the policy looks at; a script alone does not say, and gets what the names say.</summary>
    private IReadOnlyList<string>? Kinds(LoadedPolicy policy)
    {
        if (policy.Manifest?.Gate is { } gate)
        {
            throw new UsageException($"this policy judges what {gate} collects, not files; "
                + $"`gates run --gates {gate}` runs it, `gates eval` takes what a run kept");
        }

        var wanted = policy.Manifest?.Facts?.Keys.ToList();
        var beyond = wanted?.Except(FileKinds, StringComparer.Ordinal).ToList();
        if (beyond is { Count: > 0 })
        {
            throw new UsageException($"this policy also looks at `{string.Join("` and `", beyond)}`, which no file holds; "
                + "use `gates run`, or `gates eval` with what a run kept");
        }

        if (kind is not null && !FileKinds.Contains(kind, StringComparer.Ordinal))
        {
            throw new UsageException($"--as {Say.Quote(kind)} is no kind of fact{Suggestion.Words(kind, FileKinds)} valid: {Say.List(FileKinds)}");
        }

        return kind is not null && wanted?.Contains(kind, StringComparer.Ordinal) == false
            ? throw new UsageException($"--as {kind}: this policy looks at {Say.List(wanted)} only")
            : wanted;
    }

    private IReadOnlyList<string> KindsOf(string name, IReadOnlyList<string>? wanted)
    {
        if (kind is not null)
        {
            return [kind];
        }

        if (name == Input)
        {
            return wanted is [var only]
                ? [only]
                : throw new UsageException($"what is standard input? Say --as KIND, one of {Say.List(wanted ?? FileKinds)}");
        }

        var byName = ByName.Where(one => one.Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))).Select(one => one.Kind);
        List<string> kinds = wanted is null ? [.. byName.Except(["junit", "openapi", "sarif", "sbom"]), Files] : [.. byName.Append(Files).Intersect(wanted)];
        return kinds.Count > 0
            ? kinds
            : throw new UsageException($"{Say.Path(name)}: this policy looks at {Say.List(wanted!)}, and the name says that it is none of these; "
                + "say what it is with --as KIND");
    }

    private string PathOf(string name)
    {
        if (name == Input)
        {
            return InputPath;
        }

        var path = Path.GetRelativePath(root.FullName, Path.GetFullPath(name, root.FullName)).Replace(Path.DirectorySeparatorChar, '/');
        return path.StartsWith("../", StringComparison.Ordinal) ? Path.GetFileName(name) : path;
    }

    /// <summary>What selects this one: a character that globs give a meaning becomes the one that stands for any.</summary>
    private static string GlobOf(string path) => string.Concat(path.Select(c => "*?[]{}!,\\".Contains(c, StringComparison.Ordinal) ? '?' : c));

    private byte[] Content(string name)
    {
        if (name != Input && Directory.Exists(Path.GetFullPath(name, root.FullName)))
        {
            throw new UsageException($"{Say.Path(name)}: is a folder; name its files, such as {name.TrimEnd('/')}/*.yaml");
        }

        return GivenFile.Read(
            () =>
            {
                using var stream = Open(name);
                return BoundedBytes.Read(stream, MaxBytes) ?? throw new UsageException($"{Say.Path(name)}: larger than {MaxBytes / 1_000_000} MB");
            },
            Say.Path(name));
    }

    private Stream Open(string name)
    {
        if (name == Input)
        {
            return input();
        }

        return File.OpenRead(Path.GetFullPath(name, root.FullName));
    }
}
