using static Gates.BuiltIn.HermeticBuild.Tools.VersionForm;

namespace Gates.BuiltIn.HermeticBuild.Tools;

/// <summary>The package managers whose commands are understood, by family. A new one is a row.</summary>
internal static class PackageTools
{
    public static IReadOnlyList<PackageTool> All { get; } = [.. Python, .. JavaScript, .. Languages, .. Frameworks, .. Nix, .. Cluster, .. Systems];

    private static IEnumerable<PackageTool> Python =>
    [
        new(["pip", "pip3"], ["install", "download", "wheel"], IsPythonPinned, PythonExample) { OtherSources = ["-c", "--constraint", "--no-index"] },
        new(["pipx"], ["install", "inject"], IsPythonPinned, PythonExample),
        new(["pipx"], ["run"], IsPythonPinned, PythonExample) { PackageFlags = ["--spec"], Place = PackagePlace.First },
        new(["uv"], ["add", "tool install"], IsPythonPinned, PythonExample) { PackageFlags = ["--from"] },
        new(["uv"], ["tool run"], IsPythonPinned, PythonExample) { PackageFlags = ["--from"], Place = PackagePlace.First },
        new(["uvx"], [""], IsPythonPinned, PythonExample) { PackageFlags = ["--from"], Place = PackagePlace.First },
        new(["poetry", "pdm", "pipenv"], ["add", "self add"], IsPythonPinned, PythonExample),
        new(["pipenv"], ["install"], IsPythonPinned, PythonExample),
        new(["conda", "mamba", "micromamba"], ["install", "create", "env create"], IsCondaPinned, name => Bare(name, '=', '<', '>') + "==<version>")
        {
            OtherSources = ["-f", "--file"],
        },
        new(["pixi"], ["add", "global install"], IsCondaPinned, name => Bare(name, '=', '<', '>') + "==<version>"),
    ];

    private static IEnumerable<PackageTool> JavaScript =>
    [
        new(["npm"], ["install", "i", "add"], IsNpmPinned, NpmExample),
        new(["npm"], ["exec", "x"], IsNpmPinned, NpmExample) { PackageFlags = ["-p", "--package"], FetchFlags = ["-y", "--yes"], Place = PackagePlace.First },
        new(["npx", "bunx"], [""], IsNpmPinned, NpmExample) { PackageFlags = ["-p", "--package"], FetchFlags = ["-y", "--yes"], Place = PackagePlace.First },
        new(["pnpm", "bun"], ["add"], IsNpmPinned, NpmExample),
        new(["pnpm", "yarn"], ["dlx"], IsNpmPinned, NpmExample) { PackageFlags = ["-p", "--package"], Place = PackagePlace.First },
        new(["pnpx"], [""], IsNpmPinned, NpmExample) { PackageFlags = ["-p", "--package"], Place = PackagePlace.First },
        new(["npm"], ["init", "create", "innit"], IsNpmPinned, NpmExample) { Place = PackagePlace.First },
        new(["pnpm", "yarn", "bun"], ["create"], IsNpmPinned, NpmExample) { Place = PackagePlace.First },
        new(["bun"], ["x"], IsNpmPinned, NpmExample) { FetchFlags = ["-y", "--yes"], Place = PackagePlace.First },
        new(["yarn"], ["global add", "add"], IsNpmPinned, NpmExample),
        new(["deno"], ["run", "install", "add", "compile", "cache", "x"], IsDenoPinned, NpmExample)
        {
            Place = PackagePlace.First, IsRemote = text => text.StartsWith("npm:", StringComparison.Ordinal)
                || text.StartsWith("jsr:", StringComparison.Ordinal)
                || text.StartsWith("http", StringComparison.Ordinal) && text.Contains("://", StringComparison.Ordinal),
        },
    ];

    private static IEnumerable<PackageTool> Languages =>
    [
        new(["go"], ["install", "get"], IsGoPinned, name => Bare(name, '@') + "@v<version>") { IsRemote = HasSign },
        new(["go"], ["run"], IsGoPinned, name => Bare(name, '@') + "@v<version>") { IsRemote = HasSign, Place = PackagePlace.First },
        new(["cargo"], ["install", "binstall"], text => IsWhole(After(text, '@')), CargoExample)
        {
            PackageFlags = ["--git"], VersionFlags = ["--version", "--vers", "--rev"], IsVersion = text => IsWhole(text)
                || Pins.IsCommit(text), OtherSources = ["--path"],
        },
        new(["cargo"], ["add"], text => IsWhole(After(text, '@').TrimStart('=')), name => Bare(name, '@') + "@=<version>") { OtherSources = ["--path"] },
        new(["gem"], ["install"], text => IsFixed(After(text, ':')), name => Bare(name, ':') + ":<version>")
        {
            VersionFlags = ["-v", "--version"], OtherSources = ["-g", "--file", "-l", "--local"],
        },
    ];

    private static IEnumerable<PackageTool> Frameworks =>
    [
        new(["dotnet"], ["tool install", "tool update", "workload install"], text => IsFixed(After(text, '@')), name =>
            Bare(name, '@') + " --version <version>")
        {
            VersionFlags = ["--version"], OtherSources = ["--from-rollback-file"], Place = PackagePlace.First,
        },
        new(["dotnet"], ["tool exec"], text => IsFixed(After(text, '@')), name => Bare(name, '@') + "@<version>") { Place = PackagePlace.First },
        new(["dnx"], [""], text => IsFixed(After(text, '@')), name =>
            Bare(name, '@') + "@<version>") { VersionFlags = ["--version"], Place = PackagePlace.First },
        new(["dotnet"], ["add package", "package add"], text => IsFixed(After(text, '@')), name => Bare(name, '@') + " --version <version>")
        {
            VersionFlags = ["-v", "--version"], Place = PackagePlace.First,
        },
        new(["nuget"], ["install"], _ => false, name => name + " -Version <version>")
        {
            VersionFlags = ["-Version", "-version"], Place = PackagePlace.First,
            IsRemote = text => !text.EndsWith(".config", StringComparison.OrdinalIgnoreCase),
        },
        new(["cabal"], ["install", "get"], HasDashVersion, name => name + "-<version>"),
        new(["opam"], ["install"], text => text.IndexOf('.', StringComparison.Ordinal) is > 0 and var at && IsFixed(text[(at + 1)..]), name =>
            Bare(name, '.') + ".<version>") { OtherSources = ["--deps-only", "--locked"] },
        new(["pecl", "pear"], ["install"], HasDashVersion, name => name + "-<version>"),
        new(["composer"], ["global require", "require"], text => IsWhole(After(text, ':')), name => Bare(name, ':') + ":<version>"),
        new(["cpanm"], [""], text => IsFixed(After(text, '@')), name => Bare(name, '@', '~') + "@<version>") { OtherSources = ["--installdeps"] },
        new(["cpan"], [""], IsFixedSource, _ => "cpanm <name>@<version>"),
        new(["ansible-galaxy"], ["install", "collection install", "role install"], text => IsFixed(After(text.Replace(',', ':'), ':')),
            name => Bare(name, ':', ',') + ":<version>") { OtherSources = ["-r", "--role-file", "--requirements-file"] },
        new(["gh"], ["extension install", "ext install"], IsFixedSource, name =>
            name + " --pin <tag or commit>") { VersionFlags = ["--pin"], IsVersion = _ => true },
    ];

    private static IEnumerable<PackageTool> Nix =>
    [
        new(["nix"], ["run", "shell", "build", "develop", "profile install", "profile add"], IsFixedSource, NixExample)
        {
            OtherSources = ["-f", "--file", "--inputs-from"], IsRemote = text => text.IndexOfAny(['#', ':']) >= 0
                && !text.StartsWith("path:", StringComparison.Ordinal),
        },
        new(["nix-env"], [""], IsFixedSource, NixExample) { VerbFlags = ["-i", "-iA", "-iAP", "--install"], OtherSources = ["-f", "--file"] },
        new(["nix-shell"], [""], IsFixedSource, NixExample)
        {
            VerbFlags = ["-p", "--packages"], PackageFlags = ["-p", "--packages"], OtherSources = ["-I"],
        },
        new(["nix-channel"], [""], IsFixedSource, _ =>
            "fetchTarball with a commit and sha256, or a flake.lock") { VerbFlags = ["--add"], Place = PackagePlace.First },
    ];

    private static IEnumerable<PackageTool> Cluster =>
    [
        new(["helm"], ["install", "upgrade", "template", "pull", "fetch"], IsChartPinned, name => name + " --version <version>")
        {
            VersionFlags = ["--version"], IsVersion = IsWhole, Place = PackagePlace.Last,
            IsRemote = text => text.Contains("://", StringComparison.Ordinal) || text.Count(c => c == '/') == 1,
        },
        new(["helm"], ["plugin install"], IsFixedSource, name => name + " --version <version>") { VersionFlags = ["--version"] },
    ];

    private static IEnumerable<PackageTool> Systems =>
    [
        new(["apt-get", "apt", "aptitude"], ["install"], text => HasSystemVersion(text, '='), name => Bare(name, '=', '/') + "=<version>") { IsSystem = true },
        new(["apk"], ["add"], text => !text.Contains('~', StringComparison.Ordinal)
            && HasSystemVersion(text, '='), name => Bare(name, '<', '>', '@', '~', '=') + "=<version>")
        {
            IsSystem = true,
        },
        new(["dnf", "dnf5", "yum", "microdnf", "tdnf", "zypper"], ["install", "in"], HasDashVersion, name =>
            Bare(name, '*') + "-<version>") { IsSystem = true },
        new(["pacman"], [""], _ => false, _ => "") { IsSystem = true, VerbFlags = ["-S", "-Sy", "-Syu", "-Syyu", "--sync"] },
        new(["brew"], ["install", "reinstall"], text => IsFixed(After(text, '@')), _ => "") { IsSystem = true },
        new(["choco"], ["install", "upgrade"], _ => false, name => name + " --version <version>") { IsSystem = true, VersionFlags = ["--version"] },
        new(["cinst"], [""], _ => false, name => name + " --version <version>") { IsSystem = true, VersionFlags = ["--version"] },
        new(["winget"], ["install", "add"], _ => false, name => name + " --version <version>")
        {
            IsSystem = true, VersionFlags = ["--version", "-v"], PackageFlags = ["--id", "--name"],
        },
        new(["scoop"], ["install"], text => IsFixed(After(text, '@')), name => Bare(name, '@') + "@<version>") { IsSystem = true },
        new(["snap"], ["install"], _ => false, name => name + " --revision <number>") { IsSystem = true, VersionFlags = ["--revision"] },
        new(["flatpak"], ["install"], _ => false, _ => "") { IsSystem = true },
    ];

    private static string Bare(string name, params ReadOnlySpan<char> signs) => name.AsSpan().IndexOfAny(signs) is > 0 and var at ? name[..at] : name;

    private static bool HasSign(string text) => text.IndexOf('@', StringComparison.Ordinal) > 0;

    private static string PythonExample(string name) => Bare(name, '=', '<', '>', '~', '!', '[', '@') + "==<version>";

    // Two parts after == are one version (2.1 is 2.1.0), a star is not; ~= and >= let versions in.
    private static bool IsPythonPinned(string text) =>
        IsFixedSource(text)
            || (text.Split(';')[0].Split(',').Any(part => part.IndexOf("==", StringComparison.Ordinal) is >= 0 and var at
                && IsFixed(part[at..].TrimStart('='))))
            || (!text.Contains("://", StringComparison.Ordinal) && IsWhole(After(text, '@')));

    // numpy=1.26 is 1.26.*, numpy==1.26 is that version, numpy=1.26.4=py312 names the build.
    private static bool IsCondaPinned(string text)
    {
        var parts = text.Split('=', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && IsFixed(parts[1]) && text.IndexOfAny(['<', '>', '~']) < 0
            && (text.Contains("==", StringComparison.Ordinal) || parts.Length > 2 || IsWhole(parts[1]));
    }

    private static string NpmExample(string name) => (name.LastIndexOf('@') is > 0 and var at ? name[..at] : name) + "@<version>";

    private static bool IsNpmPinned(string text) => (text.LastIndexOf('@') is > 0 and var at && IsWhole(text[(at + 1)..])) || IsFixedSource(text);

    private static string CargoExample(string name) =>
        name.Contains("://", StringComparison.Ordinal) ? $"--git {name} --rev <40-hex commit> --locked" : Bare(name, '@') + "@<version> --locked";

    private static bool IsDenoPinned(string text) => text.StartsWith("http", StringComparison.Ordinal)
        ? IsFixedSource(text) || text.Split('/').Any(part => IsWhole(After(part, '@')))
        : text.Split('/').Any(part => IsWhole(After(part, '@')));

    private static bool IsGoPinned(string text) => IsWhole(After(text, '@')) || Pins.IsCommit(After(text, '@'));

    private static bool IsChartPinned(string text) =>
        text.Contains("@sha256:", StringComparison.Ordinal) || (text.StartsWith("oci://", StringComparison.Ordinal) && IsWhole(After(text, ':')));

    private static string NixExample(string name) => name.Contains(':', StringComparison.Ordinal)
        ? Bare(name, '#') + "/<40-hex commit>" + (name.Contains('#', StringComparison.Ordinal) ? "#" + After(name, '#') : "")
        : "github:NixOS/nixpkgs/<40-hex commit>#" + (After(name, '#') is { Length: > 0 } attribute ? attribute : After(name, '.') is { Length: > 0 } path
            ? path : name);

    private static bool HasSystemVersion(string text, char sign) => text.IndexOf(sign, StringComparison.Ordinal) > 0 && IsSystemVersion(After(text, sign));

    private static bool IsSystemVersion(string text) =>
        text.Length > 0 && text.AsSpan().IndexOfAny("*<>") < 0 && (IsFilledIn(text) || char.IsAsciiDigit(text[0]));

    private static bool HasDashVersion(string text)
    {
        if (text.Contains('*', StringComparison.Ordinal) || text.AsSpan().IndexOfAny('<', '>') >= 0)
        {
            return false;
        }

        if (HasSystemVersion(text, '='))
        {
            return true; // zypper
        }

        for (var at = text.IndexOf('-', StringComparison.Ordinal); at >= 0; at = text.IndexOf('-', at + 1))
        {
            if (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && text.AsSpan(at + 1).Contains('.') || text.AsSpan(at + 1).StartsWith("$"))
            {
                return true;
            }
        }

        return false;
    }
}
