using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Locks;

/// <summary>A manifest that is a program or a list, in which one look tells whether it has dependencies.</summary>
/// <param name="files">The files around it.</param>
/// <param name="like">The lock file it would have; its path is filled in.</param>
/// <param name="dependency">Matches a dependency.</param>
/// <param name="isLibrary">Whether it is published for others to use.</param>
internal sealed partial class TextManifest(RepositoryFiles files, LockFact like, Regex dependency, Func<string, string, bool> isLibrary) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var code = LineComment().Replace(text, "");
        if (dependency.IsMatch(code) && !files.IsLocked(Folders.Of(path), [.. like.Locks]))
        {
            facts.Locks.Add(like with { Path = path, Library = isLibrary(path, code) });
        }
    }

    public static IReadOnlyDictionary<string, IFileInspector> All(RepositoryFiles files) => new Dictionary<string, IFileInspector>(StringComparer.Ordinal)
    {
        ["Gemfile"] = new TextManifest(files, Like("bundler", "Gemfile.lock", "bundle lock"), Gem(),
            (path, _) => files.In(Folders.Of(path)).Any(file => file.EndsWith(".gemspec", StringComparison.Ordinal))),
        ["mix.exs"] = new TextManifest(
            files,
            Like("mix", "mix.lock", "mix deps.get"),
            MixDependency(),
            (_, text) => text.Contains("package:", StringComparison.Ordinal)),
        ["pubspec.yaml"] = new TextManifest(
            files,
            Like("pub", "pubspec.lock", "dart pub get"),
            PubDependency(),
            (_, text) => !text.Contains("publish_to:", StringComparison.Ordinal)),
        ["Package.swift"] = new TextManifest(files, Like("swift", "Package.resolved", "swift package resolve"), SwiftDependency(),
            (_, text) => !text.Contains(".executable", StringComparison.Ordinal)),
        ["flake.nix"] = new TextManifest(files, Like("nix", "flake.lock", "nix flake lock"), FlakeInput(), (_, _) => false),
        ["Chart.yaml"] = new TextManifest(files, Like("helm", "Chart.lock", "helm dependency update"), ChartDependency(), (_, _) => false),
    };

    private static LockFact Like(string ecosystem, string name, string command) => new(ecosystem, [name], command, Library: false, Required: false, "");

    [GeneratedRegex(@"^\s*(#|//).*$", RegexOptions.Multiline, 1000)]
    private static partial Regex LineComment();

    [GeneratedRegex(@"^\s*gem[ (]+['""]", RegexOptions.Multiline, 1000)]
    private static partial Regex Gem();

    [GeneratedRegex(@"\{:\w+,\s*(""|git:|github:|>|~)", RegexOptions.None, 1000)]
    private static partial Regex MixDependency();

    [GeneratedRegex(
        @"^(dev_)?dependencies:[ \t\r]*\n(([ \t]+[^\s#][^\n]*|[ \t\r]*(#[^\n]*)?)\n)*?[ \t]+\w+:[ \t]*([\^><""']|any|\d)",
        RegexOptions.Multiline,
        1000)]
    private static partial Regex PubDependency();

    [GeneratedRegex(@"\.package\(\s*(name:[^,]*,\s*)?url:", RegexOptions.None, 1000)]
    private static partial Regex SwiftDependency();

    [GeneratedRegex(@"\binputs\s*[=.]", RegexOptions.None, 1000)]
    private static partial Regex FlakeInput();

    [GeneratedRegex(@"^\s*repository:\s*[""']?(https?|oci)://", RegexOptions.Multiline, 1000)]
    private static partial Regex ChartDependency();
}
