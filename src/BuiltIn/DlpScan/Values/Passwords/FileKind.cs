namespace Gates.BuiltIn.DlpScan.Values.Passwords;

/// <summary>How values are written in a file: what its name tells.</summary>
internal enum FileKind
{
    /// <summary>Unknown, prose and logs: names and values stand among words.</summary>
    Prose,

    /// <summary>A programming language: values stand in quotes.</summary>
    Code,

    /// <summary>A value goes to the end of its line: dotenv, INI, properties.</summary>
    Settings,

    Yaml,

    /// <summary>JSON and what looks like it: values stand in quotes.</summary>
    Json,

    /// <summary>A value goes to the next blank: scripts, and files that commands are written in.</summary>
    Shell,

    Markup,

    /// <summary>Texts for people to read, in many languages: "Password: Passwort" is a translation.</summary>
    Translation,

    /// <summary>Lock files, styles, drawings: no one writes a password there.</summary>
    Ignored,
}

/// <summary>Tells the kind of a file by its path.</summary>
internal static class FileKinds
{
    private static readonly Dictionary<string, FileKind> ByExtension = Table(
        (FileKind.Settings, "env ini properties cfg conf cnf toml tfvars config-ini pypirc npmrc s3cfg boto netrc service desktop editorconfig reg"),
        (FileKind.Yaml, "yml yaml"),
        (FileKind.Json, "json json5 jsonc tfstate hcl tf ipynb jsonl ndjson webmanifest avsc"),
        (FileKind.Shell, "sh bash zsh fish ksh bat cmd dockerfile containerfile envrc mk csh tcl exp"),
        (FileKind.Markup, "xml config html htm xhtml svg xaml csproj vbproj props targets plist jsp aspx cshtml vue svelte resx xsd wsdl pom"),
        (FileKind.Translation, "po pot xlf xliff arb strings ftl"),
        (FileKind.Ignored, "lock css scss sass less map sum snap tmlanguage"),
        (FileKind.Code, "py pyi go rs kt kts swift cs java php pl pm lua r scala c cc cpp cxx h hh hpp m mm vb vbs ps1 psm1 psd1 js mjs cjs jsx ts tsx mts "
            + "rb erb gradle groovy dart ex exs erl hrl hs clj cljs sql fs fsx ml jl nim d zig cr coffee el lisp scm rkt sol proto graphql gql cmake bzl star "
            + "raku pas ada f90 awk"));

    private static readonly string[] TranslationHints = ["local", "i18n", "l10n", "lang", "nls", "translation", "messages"];

    public static FileKind Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        if (name.StartsWith(".env", StringComparison.Ordinal) || name.EndsWith("rc", StringComparison.Ordinal) && name[0] == '.'
            || name is "credentials" or ".pgpass" or ".netrc" or "_netrc" or ".boto" or "config" or ".flaskenv" or "environment")
        {
            return FileKind.Settings;
        }

        if (name.StartsWith("dockerfile", StringComparison.Ordinal) || name.StartsWith("containerfile", StringComparison.Ordinal)
            || name is "makefile" or "gnumakefile" or "procfile" or "vagrantfile" or "jenkinsfile" or ".bash_history" or ".zsh_history" or ".profile")
        {
            return name is "vagrantfile" or "jenkinsfile" ? FileKind.Code : FileKind.Shell;
        }

        if (name is "package-lock.json" or "npm-shrinkwrap.json" or "pnpm-lock.yaml" || name.Contains(".min.", StringComparison.Ordinal))
        {
            return FileKind.Ignored;
        }

        var kind = name.LastIndexOf('.') is var dot and >= 0 ? ByExtension.GetValueOrDefault(name[(dot + 1)..]) : FileKind.Prose;
        return kind is FileKind.Yaml or FileKind.Json or FileKind.Settings or FileKind.Code && IsTranslation(path) ? FileKind.Translation : kind;
    }

    private static bool IsTranslation(string path)
    {
        if (!Array.Exists(TranslationHints, hint => path.Contains(hint, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        foreach (var part in path.ToLowerInvariant().Split('/'))
        {
            if (part is "locale" or "locales" or "i18n" or "l10n" or "lang" or "langs" or "languages" or "translations" or "translation" or "nls"
                || part.StartsWith("messages_", StringComparison.Ordinal) || part.StartsWith("messages.", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, FileKind> Table(params (FileKind Kind, string Extensions)[] rows) =>
        rows.SelectMany(row => row.Extensions.Split(' ').Select(extension => (extension, row.Kind)))
            .ToDictionary(pair => pair.extension, pair => pair.Kind, StringComparer.Ordinal);
}
