using Acornima.Ast;

namespace Gates.Policies.Engine.Modules;

/// <summary>Which file an import means.</summary>
internal static class Specifiers
{
    /// <exception cref="PolicyException">It means no file that the policy may import.</exception>
    public static string Resolve(PolicySource source, string from, StringLiteral specifier) =>
        Find(source, from, specifier.Value)
            ?? throw new PolicyException(from, Reason(source, from, specifier.Value), specifier.Location.Start.Line, specifier.Location.Start.Column + 1);

    /// <returns>The path of a file of the policy, or <see langword="null"/>.</returns>
    public static string? Find(PolicySource source, string from, string specifier)
    {
        if (!IsRelative(specifier) || Below(from, specifier) is not { } path)
        {
            return null;
        }

        string[] candidates = [path, path + ".js", path + ".ts", path.EndsWith(".js", StringComparison.Ordinal) ? path[..^3] + ".ts" : path];
        return Array.Find(candidates, source.Modules.ContainsKey);
    }

    private static bool IsRelative(string specifier) =>
        specifier.StartsWith("./", StringComparison.Ordinal) || specifier.StartsWith("../", StringComparison.Ordinal);

    /// <returns><see langword="null"/> for what lies above the root.</returns>
    private static string? Below(string from, string specifier)
    {
        var parts = from.Split('/')[..^1].ToList();
        foreach (var part in specifier.Split('/'))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static string Reason(PolicySource source, string from, string specifier)
    {
        var name = Texts.Shorten(specifier, 100);
        if (!IsRelative(specifier))
        {
            return $"\"{name}\" cannot be imported. A policy imports its own files (\"./name.js\") and those of the folder lib beside it (\"../lib/name.js\"), nothing else.";
        }

        if (specifier.EndsWith(".d.ts", StringComparison.Ordinal))
        {
            return $"\"{name}\" holds types alone: write `import type`";
        }

        var others = source.Modules.Keys.Where(path => path != from).Order(StringComparer.Ordinal).Take(10).ToList();
        return $"\"{name}\" is not among the files that a policy may import: its own and those of the folder lib beside it. "
            + (others.Count > 0 ? $"There is: {string.Join(", ", others)}." : "There is no other file here; symbolic links are not followed.");
    }
}
