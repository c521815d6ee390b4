using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds commands that need the network, however well they are pinned.</summary>
internal sealed class NetworkCheck : IScriptCheck
{
    private static readonly Dictionary<string, string[]> Verbs = new(
        from row in new (string Programs, string[] Verbs)[]
        {
            ("npm", ["ci", "install", "i", "clean-install"]),
            ("yarn bun bundle poetry", ["install"]),
            ("pnpm", ["install", "i", "fetch"]),
            ("pip pip3", ["install", "download", "wheel"]),
            ("uv", ["sync", "pip install", "tool install"]),
            ("pdm pipenv", ["install", "sync"]),
            ("go", ["mod download", "install", "get"]),
            ("cargo", ["fetch", "install"]),
            ("dotnet", ["restore", "tool restore", "tool install", "publish", "build"]),
            ("gem cpanm choco brew snap winget scoop", ["install"]),
            ("composer", ["install", "update", "require"]),
            ("mix", ["deps.get"]),
            ("mvn mvnw gradle gradlew", [""]),
            ("apt-get", ["update", "install", "upgrade", "dist-upgrade"]),
            ("apt", ["update", "install", "upgrade"]),
            ("apk", ["add", "update", "upgrade"]),
            ("dnf yum microdnf", ["install", "update", "upgrade"]),
            ("zypper", ["install", "in", "refresh"]),
            ("git", ["clone", "fetch", "pull", "submodule update"]),
            ("conda mamba micromamba", ["install", "create", "env create"]),
            ("rustup", ["toolchain install", "update", "install"]),
            ("terraform tofu", ["init"]),
            ("bazel bazelisk", ["build", "test", "fetch", "run"]),
            ("helm", ["dependency build", "dependency update", "pull", "repo update"]),
            ("deno", ["install", "cache"]),
        }
        from program in row.Programs.Split(' ')
        select KeyValuePair.Create(program, row.Verbs),
        StringComparer.Ordinal);

    private static readonly string[] Offline =
    [
        "--offline", "-offline", "--no-index", "--frozen-offline", "--no-restore", "--version", "--help", "--no-network", "--local", "-mod=vendor",
    ];

    public IEnumerable<CommandFact> Inspect(Script script)
    {
        foreach (var call in script.Calls)
        {
            if (Command(call) is { } command && !IsOffline(call))
            {
                yield return new CommandFact { Problem = "network-step", Tool = command, Line = call.Line };
            }
        }
    }

    // mvn -o is --offline; elsewhere -o is an output.
    private static bool IsOffline(Call call) => call.Has(Offline) || (call.Name is "mvn" or "mvnw" && call.Has("-o"));

    private static string? Command(Call call)
    {
        if (Download.From(call.Invocation) is not null)
        {
            return call.Name is "gh" ? "gh release download" : call.Name;
        }

        if (!Verbs.TryGetValue(call.Name, out var verbs))
        {
            return null;
        }

        if (call is { Name: "yarn", Invocation.Arguments.Count: 0 })
        {
            return "yarn";
        }

        var length = call.LengthOf(verbs, out var fits);
        return fits ? $"{call.Name} {string.Join(' ', call.Operands.Take(length))}".TrimEnd() : null;
    }
}
