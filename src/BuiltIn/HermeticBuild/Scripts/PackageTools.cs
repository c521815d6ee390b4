namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>The package managers whose commands are understood.</summary>
internal static class PackageTools
{
    public static IReadOnlyList<PackageTool> All { get; } =
    [
        new(["pip", "pip3", "pipx"], ["install"],
            [
                "-r",
                "--requirement",
                "-c",
                "--constraint",
                "-e",
                "--editable",
                "-i",
                "--index-url",
                "--extra-index-url",
                "-t",
                "--target",
                "-f",
                "--find-links",
                "--trusted-host",
                "--prefix",
                "--root",
                "--python",
                "--timeout",
                "--cache-dir",
                "--progress-bar",
                "--no-binary",
                "--only-binary",
                "--platform",
                "--retries",
                "--proxy",
                "--upgrade-strategy"
            ],
            text => text.Contains("==", StringComparison.Ordinal) || IsFixedSource(text), name => Bare(name, '=', '<', '>', '~', '!', '[') + "==<version>")
        { OtherSources = ["-c", "--constraint", "--no-index"] },
        new(
            ["npm"],
            ["install", "i", "add", "exec"],
            ["--prefix", "--registry", "--workspace", "-w", "--cache", "--omit", "--tag", "-C", "--loglevel", "-c"],
            IsNpmPinned,
            NpmExample),
        new(["pnpm"], ["add", "dlx"], ["--dir", "-C", "--filter", "--registry"], IsNpmPinned, NpmExample),
        new(["yarn"], ["global add", "add", "dlx"], ["--cwd", "--registry", "-p"], IsNpmPinned, NpmExample),
        new(["bun"], ["add", "x"], ["--cwd", "--registry"], IsNpmPinned, NpmExample),
        new(
            ["go"],
            ["install", "run", "get"],
            ["-C", "-ldflags", "-tags", "-mod", "-o", "-exec"],
            text => Pins.IsExactVersion(After(text, '@')) || Pins.IsCommit(After(text, '@')),
            name => Bare(name, '@') + "@v<version>") { OnlyWithSign = true },
        new(
            ["cargo"],
            ["install", "binstall"],
            ["--root", "--git", "--path", "--features", "-F", "--registry", "--index", "--target", "--profile", "--bin", "-j"],
            text => IsWhole(After(text, '@')),
            name => Bare(name, '@') + "@<version> --locked")
        { VersionFlags = ["--version", "--vers", "--rev"], OtherSources = ["--path"] },
        new(
            ["gem"],
            ["install"],
            ["-i", "--install-dir", "-n", "--bindir", "-s", "--source", "-P", "--platform", "-g"],
            text => After(text, ':') is { Length: > 0 } version && char.IsAsciiDigit(version[0]),
            name => Bare(name, ':') + ":<version>")
        { VersionFlags = ["-v", "--version"], OtherSources = ["-g", "--file", "-l", "--local"] },
        new(
            ["dotnet"],
            ["tool install", "tool update", "workload install"],
            ["--tool-path", "--add-source", "--configfile", "--framework", "--tool-manifest", "--source", "-a"],
            text => IsWhole(After(text, '@')),
            name => Bare(name, '@') + " --version <version>")
        { VersionFlags = ["--version"] },
        new(
            ["composer"],
            ["global require", "require"],
            ["-d", "--working-dir"],
            text => Pins.IsExactVersion(After(text, ':')),
            name => Bare(name, ':') + ":<version>"),
        new(
            ["apt-get", "apt", "aptitude"],
            ["install"],
            ["-t", "--target-release", "-o", "--option", "-c"],
            text => text.Contains('=', StringComparison.Ordinal),
            name => name + "=<version>") { IsSystem = true },
        new(
            ["apk"],
            ["add"],
            ["-t", "--virtual", "-X", "--repository", "-p", "--root", "--arch", "--keys-dir", "--repositories-file"],
            text => text.Contains('=', StringComparison.Ordinal) || text.Contains('~', StringComparison.Ordinal),
            name => Bare(name, '<', '>', '@') + "=<version>") { IsSystem = true },
        new(
            ["dnf", "yum", "microdnf", "tdnf", "zypper"],
            ["install", "in"],
            ["--repo", "--repoid", "--installroot", "--releasever", "--setopt", "-c", "--enablerepo", "--disablerepo", "--exclude", "-x"],
            HasDashVersion,
            name => name + "-<version>") { IsSystem = true },
    ];

    public static string After(string text, char sign) => text[(text.LastIndexOf(sign) + 1)..] is var rest && rest.Length < text.Length ? rest : "";

    private static string Bare(string name, params ReadOnlySpan<char> signs) => name.AsSpan().IndexOfAny(signs) is > 0 and var at ? name[..at] : name;

    private static string NpmExample(string name) => (name.LastIndexOf('@') is > 0 and var at ? name[..at] : name) + "@<version>";

    private static bool IsNpmPinned(string text)
    {
        var at = text.LastIndexOf('@');
        return (at > 0 && IsWhole(text[(at + 1)..])) || IsFixedSource(text);
    }

    // Versions of packages have as many parts as their authors like, so that a variable or two parts may be whole; a word or a range is not.
    private static bool IsWhole(string version) =>
        version.StartsWith('$') || Pins.IsExactVersion(version) || version.StartsWith("npm:", StringComparison.Ordinal);

    private static bool IsFixedSource(string text) =>
        text.Split('@', '#', '/', '&').Any(Pins.IsCommit)
            || text.Contains("#sha256=", StringComparison.Ordinal)
            || text.StartsWith("file:", StringComparison.Ordinal);

    private static bool HasDashVersion(string text)
    {
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
