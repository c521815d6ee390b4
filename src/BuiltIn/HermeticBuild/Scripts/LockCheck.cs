using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds install commands that pass over a lock file which is there.</summary>
/// <param name="isLocked">Whether one of the named files stands in the folder or above it.</param>
internal sealed class LockCheck(Func<string, string[], bool> isLocked) : IScriptCheck
{
    /// <value>The first rule that a command breaks counts.</value>
    private static readonly LockRule[] Rules =
    [
        new("npm", IsNpmInstall, "npm install", "npm ci", "package-lock.json", "npm-shrinkwrap.json"),
        new("yarn", IsYarnInstall, "yarn install", "yarn install --immutable", "yarn.lock") { OnlyInDockerfile = true },
        new(
            "pnpm",
            invocation => invocation.Has("--no-frozen-lockfile"),
            "pnpm install --no-frozen-lockfile",
            "pnpm install --frozen-lockfile",
            "pnpm-lock.yaml"),
        new("pnpm", IsUnfrozenInstall, "pnpm install", "pnpm install --frozen-lockfile", "pnpm-lock.yaml") { OnlyInDockerfile = true },
        new("bun", IsUnfrozenInstall, "bun install", "bun install --frozen-lockfile", "bun.lock", "bun.lockb"),
        new("composer", IsUpdate, "composer update", "composer install", "composer.lock"),
        new("bundle", IsUpdate, "bundle update", "bundle install", "Gemfile.lock"),
        new("poetry", IsUpdate, "poetry update", "poetry install", "poetry.lock"),
        new("cargo", IsUpdate, "cargo update", "cargo build --locked", "Cargo.lock"),
        UnlockedCargo("build"),
        UnlockedCargo("test"),
        UnlockedCargo("run"),
        UnlockedCargo("check"),
        UnlockedCargo("clippy"),
        new("uv", IsUnlockedSync, "uv sync", "uv sync --locked", "uv.lock"),
        new("dotnet", IsUnlockedRestore, "dotnet restore", "dotnet restore --locked-mode", "packages.lock.json"),
        new("go", invocation => invocation.Verb == "get" && invocation.Has("-u"), "go get -u", "go mod download", "go.sum"),
    ];

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
        var rule = Array.Find(Rules, rule => rule.IsBrokenBy(invocation, script));
        if (rule is null || !isLocked(folder, rule.LockFiles))
        {
            return null;
        }

        return new CommandFact
        {
            Problem = "ignored-lock",
            Tool = rule.Tool,
            Subjects = [rule.LockFiles[0]],
            Better = rule.Better,
            Line = invocation.Line,
        };
    }

    private static bool IsNpmInstall(Invocation invocation) =>
        IsBareInstall(invocation) && !invocation.Has("--prefix", "-C", "-g", "--global");

    private static bool IsYarnInstall(Invocation invocation)
    {
        var isInstall = invocation.Arguments.Count == 0 || (invocation.Verb == "install" && IsBareInstall(invocation));
        return isInstall && !invocation.Has("--immutable", "--frozen-lockfile", "--version", "-v");
    }

    private static bool IsUnfrozenInstall(Invocation invocation) => IsBareInstall(invocation) && !invocation.Has("--frozen-lockfile");

    /// <summary>Whether it installs what the project names, and no package besides.</summary>
    private static bool IsBareInstall(Invocation invocation) => invocation.Verb is "install" or "i" && invocation.Operands.Count() == 1;

    private static bool IsUpdate(Invocation invocation) => invocation.Verb == "update";

    private static bool IsUnlockedSync(Invocation invocation) => invocation.Verb == "sync" && !invocation.Has("--locked", "--frozen");

    private static bool IsUnlockedRestore(Invocation invocation) =>
        invocation.Verb == "restore" && !invocation.Has("--locked-mode", "-p:RestoreLockedMode", "/p:RestoreLockedMode");

    private static LockRule UnlockedCargo(string verb) => new(
        "cargo",
        invocation => invocation.Verb == verb && !invocation.Has("--locked", "--frozen", "--offline"),
        $"cargo {verb}",
        $"cargo {verb} --locked",
        "Cargo.lock");

    private static string? Enter(Script script, string? folder, Invocation invocation)
    {
        if (folder is null || script.IsDockerfile || invocation.Operands.FirstOrDefault() is not { IsDynamic: false } target)
        {
            return null;
        }

        var leavesTheFolder = target.Text.StartsWith('/') || target.Text.Contains("..", StringComparison.Ordinal);
        return leavesTheFolder ? null : Folders.Join(folder, target.Text);
    }

    /// <summary>An install command that does not take its lock file as it is.</summary>
    /// <param name="Program">The program that is run.</param>
    /// <param name="IsBroken">Whether a call of the program passes over the lock file.</param>
    /// <param name="Tool">How findings name the command.</param>
    /// <param name="Better">What to write instead.</param>
    /// <param name="LockFiles">The names that its lock file may have; findings show the first.</param>
    private sealed record LockRule(string Program, Predicate<Invocation> IsBroken, string Tool, string Better, params string[] LockFiles)
    {
        /// <value>Whether workflows are left alone, where the program takes its lock file as it is by itself.</value>
        public bool OnlyInDockerfile { get; init; }

        public bool IsBrokenBy(Invocation invocation, Script script) =>
            invocation.Name == Program && (script.IsDockerfile || !OnlyInDockerfile) && IsBroken(invocation);
    }
}
