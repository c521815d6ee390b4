using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds commands that need the network, however well they are pinned.</summary>
internal sealed class NetworkCheck : IScriptCheck
{
    private static readonly Dictionary<string, string[]> Verbs = new(StringComparer.Ordinal)
    {
        ["npm"] = ["ci", "install", "i"],
        ["yarn"] = ["install"],
        ["pnpm"] = ["install", "i", "fetch"],
        ["bun"] = ["install"],
        ["pip"] = ["install", "download"],
        ["pip3"] = ["install", "download"],
        ["poetry"] = ["install"],
        ["uv"] = ["sync"],
        ["pipenv"] = ["install", "sync"],
        ["go"] = ["mod download", "install", "get"],
        ["cargo"] = ["fetch", "install"],
        ["dotnet"] = ["restore", "tool restore", "tool install", "publish", "build"],
        ["bundle"] = ["install"],
        ["gem"] = ["install"],
        ["composer"] = ["install", "update", "require"],
        ["mix"] = ["deps.get"],
        ["mvn"] = [""],
        ["gradle"] = [""],
        ["apt-get"] = ["update", "install", "upgrade", "dist-upgrade"],
        ["apt"] = ["update", "install", "upgrade"],
        ["apk"] = ["add", "update", "upgrade"],
        ["dnf"] = ["install", "update", "upgrade"],
        ["yum"] = ["install", "update"],
        ["microdnf"] = ["install", "update"],
        ["zypper"] = ["install", "in"],
        ["git"] = ["clone", "fetch", "pull"],
        ["conda"] = ["install", "create"],
        ["rustup"] = ["toolchain install", "update", "install"],
    };

    public IEnumerable<CommandFact> Inspect(Script script)
    {
        foreach (var invocation in script.Invocations)
        {
            if (Command(invocation) is { } command && !invocation.Has("--offline", "--no-index", "--frozen-offline", "--no-restore", "--version", "--help"))
            {
                yield return new CommandFact { Problem = "network-step", Tool = command, Line = invocation.Line };
            }
        }
    }

    private static string? Command(Invocation invocation)
    {
        if (Download.From(invocation) is not null)
        {
            return invocation.Name;
        }

        if (!Verbs.TryGetValue(invocation.Name, out var verbs))
        {
            return invocation.Name is "yarn" && invocation.Arguments.Count == 0 ? "yarn" : null;
        }

        var operands = invocation.Operands.Select(operand => operand.Text).Take(2).ToArray();
        var verb = verbs.FirstOrDefault(verb => verb.Length == 0 || verb == string.Join(' ', operands) || verb == invocation.Verb);
        return verb is null ? null : $"{invocation.Name} {verb}".TrimEnd();
    }
}
