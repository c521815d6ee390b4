using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds install commands that pass over a lock file which is there.</summary>
/// <param name="isLocked">Whether one of the named files stands in the folder or above it.</param>
internal sealed class LockCheck(Func<string, string[], bool> isLocked) : IScriptCheck
{
    public IEnumerable<CommandFact> Inspect(Script script)
    {
        var folder = script.Folder;
        foreach (var invocation in script.Invocations)
        {
            if (invocation.Name is "cd" or "pushd")
            {
                folder = Enter(script, folder, invocation);
            }
            else if (folder is not null && Inspect(script, folder, invocation) is { } fact)
            {
                yield return fact;
            }
        }
    }

    private CommandFact? Inspect(Script script, string folder, Invocation invocation)
    {
        var found = invocation.Name switch
        {
            "npm" when IsBareInstall(invocation, "install", "i") && !invocation.Has("--prefix", "-C", "-g", "--global") =>
                Locked("npm install", "npm ci", "package-lock.json", "npm-shrinkwrap.json"),
            "yarn" when IsYarnInstall(invocation) && script.IsDockerfile => Locked("yarn install", "yarn install --immutable", "yarn.lock"),
            "pnpm" when script.IsDockerfile && IsBareInstall(invocation, "install", "i") && !invocation.Has("--frozen-lockfile") =>
                Locked("pnpm install", "pnpm install --frozen-lockfile", "pnpm-lock.yaml"),
            "pnpm" when invocation.Has("--no-frozen-lockfile") =>
                Locked("pnpm install --no-frozen-lockfile", "pnpm install --frozen-lockfile", "pnpm-lock.yaml"),
            "bun" when IsBareInstall(invocation, "install", "i") && !invocation.Has("--frozen-lockfile") =>
                Locked("bun install", "bun install --frozen-lockfile", "bun.lock", "bun.lockb"),
            "composer" when invocation.Verb is "update" => Locked("composer update", "composer install", "composer.lock"),
            "bundle" when invocation.Verb is "update" => Locked("bundle update", "bundle install", "Gemfile.lock"),
            "cargo" when invocation.Verb is "update" => Locked("cargo update", "cargo build --locked", "Cargo.lock"),
            "poetry" when invocation.Verb is "update" => Locked("poetry update", "poetry install", "poetry.lock"),
            "cargo" when invocation.Verb is "build" or "test" or "run" or "check" or "clippy" && !invocation.Has("--locked", "--frozen", "--offline") =>
                Locked("cargo " + invocation.Verb, $"cargo {invocation.Verb} --locked", "Cargo.lock"),
            "uv" when invocation.Verb is "sync" && !invocation.Has("--locked", "--frozen") => Locked("uv sync", "uv sync --locked", "uv.lock"),
            "dotnet" when invocation.Verb is "restore" && !invocation.Has("--locked-mode", "-p:RestoreLockedMode", "/p:RestoreLockedMode") =>
                Locked("dotnet restore", "dotnet restore --locked-mode", "packages.lock.json"),
            "go" when invocation.Verb is "get" && invocation.Has("-u") => Locked("go get -u", "go mod download", "go.sum"),
            _ => null,
        };
        return found is { } problem && isLocked(folder, problem.Files)
            ? new CommandFact { Problem = "ignored-lock", Tool = problem.Tool, Subjects = [problem.Files[0]], Better = problem.Better, Line = invocation.Line }
            : null;
    }

    private static (string Tool, string Better, string[] Files)? Locked(string tool, string better, params string[] files) => (tool, better, files);

    private static bool IsBareInstall(Invocation invocation, params ReadOnlySpan<string> verbs) =>
        verbs.Contains(invocation.Verb) && invocation.Operands.Count() == 1;

    private static bool IsYarnInstall(Invocation invocation) =>
        (invocation.Arguments.Count == 0 || IsBareInstall(invocation, "install")) && !invocation.Has("--immutable", "--frozen-lockfile", "--version", "-v");

    private static string? Enter(Script script, string? folder, Invocation invocation)
    {
        var target = invocation.Operands.FirstOrDefault();
        return folder is null
            || script.IsDockerfile
            || target is null or { IsDynamic: true }
            || target.Text.StartsWith('/')
            || target.Text.Contains("..", StringComparison.Ordinal)
            ? null
            : Folders.Join(folder, target.Text);
    }
}
