using Gates.Doors.Files;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Doors.TypeChecks;

/// <summary>Checks policies against the types of what they get. Only ever helps: a policy that judges need not have types.</summary>
/// <param name="finder">Finds the compiler.</param>
/// <param name="types">The text of <c>gates.d.ts</c>.</param>
internal sealed class TypeChecker(TypeScriptFinder finder, string types)
{
    private static readonly DocumentLimits Limits = new() { Bytes = 1_000_000 };

    /// <summary>What is wrong, by file and line.</summary>
    /// <param name="root">What paths are relative to.</param>
    /// <param name="tree">Holds the declarations beside the policies.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="cancellationToken">Stops the compiler.</param>
    /// <exception cref="EvaluationException">There is no TypeScript that can be used.</exception>
    public async Task<IReadOnlyList<TypeProblem>> CheckAsync(
        string root, ISourceTree tree, IReadOnlyList<PolicyFiles> policies, CancellationToken cancellationToken)
    {
        var problems = new List<TypeProblem>();
        foreach (var group in policies.GroupBy(policy => finder.Find(root, FolderOf(policy.Entry))))
        {
            problems.AddRange(await CheckAsync(group.Key, tree, [.. group], cancellationToken));
        }

        return
        [
            .. problems.Distinct()
                .OrderBy(problem => problem.File, StringComparer.Ordinal)
                .ThenBy(problem => problem.Line)
                .ThenBy(problem => problem.Column),
        ];
    }

    private async Task<IEnumerable<TypeProblem>> CheckAsync(
        Tsc compiler, ISourceTree tree, IReadOnlyList<PolicyFiles> policies, CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(TemporaryFolders.Create("types"));
        try
        {
            await TypeScriptFinder.CheckVersionAsync(compiler, folder.FullName, cancellationToken);
            var texts = policies.SelectMany(policy => policy.Texts).DistinctBy(text => text.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var names = Write(folder, tree, policies, texts);
            var output = await compiler.RunAsync(["-p", "tsconfig.json", "--pretty", "false"], folder.FullName, cancellationToken);
            return
            [
                .. from problem in TscLines.Read(output)
                   where names.ContainsKey(problem.File)
                   let file = names[problem.File]
                   select problem with { File = file, Source = Line(texts, file, problem.Line) },
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Copies what the policies consist of, and nothing else: what they cannot import when they judge is not there here.</summary>
    /// <returns>The files' own paths, by the names that the compiler knows them under.</returns>
    private Dictionary<string, string> Write(
        DirectoryInfo folder, ISourceTree tree, IReadOnlyList<PolicyFiles> policies, IReadOnlyDictionary<string, string> texts)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var parents = policies.Select(policy => FolderOf(FolderOf(policy.Entry))).Distinct(StringComparer.Ordinal).ToList();
        var homes = policies.Select(policy => FolderOf(policy.Entry)).Concat(parents.Select(parent => Within(parent, "lib"))).Distinct(StringComparer.Ordinal);
        foreach (var path in tree.AllFiles.Select(file => file.Path).Where(IsDeclaration))
        {
            using var stream = tree.Open(path);
            names[Put(folder, path, Read(stream, path))] = path;
        }

        foreach (var (path, text) in texts)
        {
            names[Put(folder, path, text)] = path;
        }

        // A policy names the copy of the types beside it; those of this version count.
        foreach (var parent in parents)
        {
            Put(folder, Within(parent, "types/gates.d.ts"), "");
        }

        Put(folder, "gates.d.ts", types);
        Put(folder, "tsconfig.json", CompilerOptions.Config);
        return names;

        bool IsDeclaration(string path) =>
            path.EndsWith(".d.ts", StringComparison.Ordinal) && homes.Any(home => path.StartsWith(Within(home, ""), StringComparison.Ordinal));
    }

    private static string Read(Stream stream, string path)
    {
        try
        {
            return DocumentText.Read(stream, path, Limits);
        }
        catch (DocumentException e)
        {
            throw new EvaluationException(e.Message, e);
        }
    }

    private static string Put(DirectoryInfo folder, string path, string text)
    {
        // A policy outside of the folder that one stands in stays in its place beside the others.
        var name = path.Replace("../", "above/", StringComparison.Ordinal);
        var full = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return name;
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    private static string Within(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static string? Line(Dictionary<string, string> texts, string file, int line) =>
        texts.TryGetValue(file, out var text) ? text.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd('\r') : null;
}
