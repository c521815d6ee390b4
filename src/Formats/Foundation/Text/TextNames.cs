using System.Collections.Frozen;
using Gates.Formats.Foundation.Trees;

namespace Gates.Formats.Foundation.Text;

/// <summary>Files whose name promises text: where they hold anything else, somebody may want them unread.</summary>
internal static class TextNames
{
    private static readonly FrozenSet<string> Extensions = FrozenSet.ToFrozenSet(
        [
            "adoc", "asm", "awk", "bash", "bat", "bicep", "c", "cc", "cfg", "cjs", "clj", "cmake", "cmd", "conf", "config", "cpp", "cs", "cshtml", "csproj", "css", "csv", "cts", "cxx", "dart", "dockerfile",
            "editorconfig", "ejs", "elm", "env", "erb", "erl", "ex", "exs", "fish", "fs", "fsproj", "gemspec", "go", "gql", "gradle", "graphql", "groovy", "h", "hcl", "hpp", "hs", "htm", "html",
            "http", "ini", "ipynb", "java", "jl", "js", "json", "json5", "jsonc", "jsonl", "jsx", "kt", "kts", "less", "lua", "m4", "md", "mdx", "mjs", "mk", "ml", "mod", "mts", "nix", "pem", "php",
            "pl", "pm", "proto", "properties", "props", "ps1", "psm1", "py", "pyi", "r", "rb", "rego", "rs", "rst", "sass", "sbt", "scala", "scss", "sh", "sln", "sql", "sum", "svelte", "svg",
            "swift", "targets", "tf", "tfvars", "tmpl", "toml", "ts", "tsv", "tsx", "txt", "vb", "vbproj", "vue", "xhtml", "xml", "xsd", "xsl", "yaml", "yml", "zig", "zsh",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            ".bashrc", ".dockerignore", ".editorconfig", ".envrc", ".gitattributes", ".gitignore", ".gitmodules", ".htaccess", ".htpasswd", ".netrc", ".npmrc", ".nvmrc", ".pgpass", ".profile",
            ".pypirc", ".tool-versions", ".yarnrc", ".zshrc", "BUILD", "CHANGELOG", "CODEOWNERS", "Containerfile", "Dockerfile", "Gemfile", "GNUmakefile", "Jenkinsfile", "Justfile", "LICENSE",
            "Makefile", "Pipfile", "Podfile", "Procfile", "Rakefile", "README", "Vagrantfile", "WORKSPACE", "authorized_keys", "credentials", "id_dsa", "id_ecdsa", "id_ed25519", "id_rsa",
            "known_hosts",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a path's name promises text, whatever the file holds.</summary>
    public static bool IsText(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Names.Contains(name)
            || Extensions.Contains(name[(name.LastIndexOf('.') + 1)..])
            || name.StartsWith(".env", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Dockerfile.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The reason for not reading a file that is not text: what it was before a change is not that change's doing.</summary>
    public static UnseenReason WhyBinary(string path, ChangeSet changes) => IsText(path) ? WhyBinaryText(path, changes) : UnseenReasons.Binary;

    /// <summary>The same for a file that is known to be text.</summary>
    public static UnseenReason WhyBinaryText(string path, ChangeSet changes) =>
        changes.HasBase && !changes.Files.Any(file => file.Path == path) ? UnseenReasons.BinaryTextBefore
        : UnseenReasons.BinaryText;
}
