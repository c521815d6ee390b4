using System.Text.RegularExpressions;
using Gates.Formats.Foundation;

namespace Gates.Doors.TypeChecks;

/// <summary>Finds the TypeScript that a policy's author has. Nothing is ever fetched.</summary>
/// <param name="find">Finds a program of this machine.</param>
internal sealed partial class TypeScriptFinder(Func<string, string?> find)
{
    /// <value>The first that knows <c>--erasableSyntaxOnly</c>.</value>
    private static readonly Version Oldest = new(5, 8);

    /// <summary>The compiler for a folder: the nearest <c>node_modules/typescript</c> of its repository, else <c>tsc</c>.</summary>
    /// <param name="root">The folder to stay in when there is no repository.</param>
    /// <param name="folder">The policy's folder.</param>
    /// <exception cref="EvaluationException">There is none, or no Node.js to run it.</exception>
    public Tsc Find(string root, string folder)
    {
        if (Upward(root, folder).Select(one => Path.Combine(one, "node_modules", "typescript", "bin", "tsc")).FirstOrDefault(File.Exists) is { } script)
        {
            return find("node") is { } node
                ? new Tsc(node, script)
                : throw new EvaluationException("Node.js, which TypeScript needs, is not installed");
        }

        return find("tsc") is { } program
            ? new Tsc(program, null)
            : throw new EvaluationException(
                "TypeScript is not installed: there is no node_modules/typescript here, and no `tsc` on the path; "
                + "`npm install --save-dev typescript` brings it");
    }

    /// <exception cref="EvaluationException">It is too old, or no TypeScript.</exception>
    public static async Task CheckVersionAsync(Tsc compiler, string folder, CancellationToken cancellationToken)
    {
        var said = await compiler.RunAsync(["--version"], folder, cancellationToken);
        if (Number().Match(said) is not { Success: true } match || !Version.TryParse(match.Groups["version"].Value, out var version))
        {
            throw new EvaluationException($"{compiler.Script ?? compiler.Program} does not say which version of TypeScript it is");
        }

        if (version < Oldest)
        {
            throw new EvaluationException($"TypeScript {version} is too old: policies are checked as --erasableSyntaxOnly, which {Oldest} and later know");
        }
    }

    /// <summary>The folder and those above it, up to the repository's root.</summary>
    private static List<string> Upward(string root, string folder)
    {
        var found = new List<string>();
        for (var one = new DirectoryInfo(Path.GetFullPath(folder, root)); one is not null; one = one.Parent)
        {
            found.Add(one.FullName);
            if (Path.Exists(Path.Combine(one.FullName, ".git")))
            {
                return found;
            }
        }

        var inside = Path.GetFullPath(root);
        return [.. found.Where(one => one == inside || one.StartsWith(inside.TrimEnd('/') + "/", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"^Version (?<version>\d{1,5}\.\d{1,5})\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
