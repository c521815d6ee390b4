namespace Gates.Formats.Dockerfiles;

/// <summary>Tells Dockerfiles by their names.</summary>
internal static class DockerfileFinder
{
    private static readonly string[] Bases = ["dockerfile", "containerfile"];

    /// <summary>Extensions of files that are about Dockerfiles but are none: sources, documents, ignore lists.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "dockerignore", "containerignore", "md", "rst", "adoc", "html", "json", "yml", "yaml", "toml", "xml", "lock", "svg", "png", "sh", "ps1", "bat",
        "cs", "fs", "go", "rs", "py", "rb", "js", "mjs", "cjs", "ts", "tsx", "jsx", "java", "kt", "scala", "swift", "php", "pl", "lua", "c", "h", "cc", "cpp", "ex", "exs", "vim", "snap", "bicep",
    };

    /// <summary>Extensions of files that become a Dockerfile only after something fills them in.</summary>
    private static readonly HashSet<string> Templates = new(StringComparer.OrdinalIgnoreCase)
    {
        "template", "tmpl", "tpl", "gotmpl", "j2", "jinja", "jinja2", "erb", "ejs", "hbs", "mustache", "in", "m4", "txt",
    };

    /// <summary>
    /// Whether the name is one that Docker, Podman and their users give a Dockerfile: <c>Dockerfile</c>, <c>Dockerfile.dev</c>, <c>api.Dockerfile</c>,
    /// <c>Containerfile</c> and the like.
    /// </summary>
    public static bool IsDockerfile(string path)
    {
        var name = NameOf(path);
        var extension = ExtensionOf(name);
        foreach (var known in Bases)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase) || extension.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (name.StartsWith(known, StringComparison.OrdinalIgnoreCase) && name[known.Length] is '.' or '-' or '_' && !Others.Contains(extension))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the name begins or ends as a Dockerfile's does, so that what the file holds decides: <c>Dockerfile.py</c> may be one, and may be a program.
    /// </summary>
    public static bool MayBeDockerfile(string path)
    {
        var name = NameOf(path);
        return IsDockerfile(path)
            || Bases.Any(known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase) && name[known.Length] is '.' or '-' or '_'
                && !name.EndsWith("ignore", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a text begins as a Dockerfile does: its first instruction is <c>FROM</c>, or <c>ARG</c> and later <c>FROM</c>.</summary>
    public static bool LooksLike(string text)
    {
        var continues = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimStart('\uFEFF').Trim();
            if (trimmed.IsEmpty || trimmed[0] == '#')
            {
                continue;
            }

            var wasContinued = continues;
            continues = trimmed[^1] is '\\' or '`';
            if (wasContinued)
            {
                continue;
            }

            var end = trimmed.IndexOfAny(" \t\\`");
            var word = end < 0 ? trimmed : trimmed[..end];
            if (word.Equals("FROM", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            if (!word.Equals("ARG", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the name says that the file is filled in by something else before it is built.</summary>
    public static bool IsTemplate(string path) => Templates.Contains(ExtensionOf(NameOf(path)));

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string ExtensionOf(string name) => name[(name.LastIndexOf('.') + 1)..];
}
