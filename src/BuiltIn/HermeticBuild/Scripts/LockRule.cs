using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>A command that does not take its lock file as it is.</summary>
/// <param name="Program">The program that is run.</param>
/// <param name="IsBroken">Whether a call of the program passes over the lock file.</param>
/// <param name="Tool">How findings name the command.</param>
/// <param name="Better">What to write instead.</param>
/// <param name="LockFiles">The names that its lock file may have; findings show the first.</param>
internal sealed record LockRule(string Program, Predicate<Call> IsBroken, string Tool, string Better, params string[] LockFiles)
{
    private static readonly string[] PackageLocks = ["package-lock.json", "npm-shrinkwrap.json"];

    /// <value>The first rule that a command breaks counts.</value>
    public static IReadOnlyList<LockRule> All { get; } =
    [
        new("npm", IsBareNpmInstall, "npm install", "npm ci", PackageLocks) { Manifest = "package.json" },
        new("npm", Is("update", "up", "upgrade"), "npm update", "npm ci", PackageLocks),
        new("yarn", call => IsBareYarn(call) && call.Has("--no-lockfile", "--no-immutable"), "yarn install", "yarn install --immutable", "yarn.lock"),
        new("yarn", Is("upgrade", "up"), "yarn upgrade", "yarn install --immutable", "yarn.lock"),
        new("yarn", IsYarnInstall, "yarn install", "yarn install --immutable", "yarn.lock") { OnlyInDockerfile = true },
        new("pnpm", call => call.Has("--no-frozen-lockfile"), "pnpm install --no-frozen-lockfile", "pnpm install --frozen-lockfile", "pnpm-lock.yaml"),
        new("pnpm", call => call.Has("--no-lockfile"), "pnpm install --no-lockfile", "pnpm install --frozen-lockfile", "pnpm-lock.yaml"),
        new("pnpm", Is("update", "up", "upgrade"), "pnpm update", "pnpm install --frozen-lockfile", "pnpm-lock.yaml"),
        new("pnpm", IsUnfrozenInstall, "pnpm install", "pnpm install --frozen-lockfile", "pnpm-lock.yaml") { OnlyInDockerfile = true },
        new("bun", IsUnfrozenInstall, "bun install", "bun install --frozen-lockfile", "bun.lock", "bun.lockb"),
        new("bun", Is("update"), "bun update", "bun install --frozen-lockfile", "bun.lock", "bun.lockb"),
        new("deno", call => call.Has("--no-lock") || call.Has("--frozen=false"), "deno --no-lock", "deno install --frozen", "deno.lock"),
        new("deno", call => call.Verb == "update" || (call.Verb == "outdated" && call.Has("--update")), "deno update", "deno install --frozen", "deno.lock"),
        new("composer", Is("update"), "composer update", "composer install", "composer.lock"),
        new("bundle", Is("update"), "bundle update", "bundle install", "Gemfile.lock"),
        new("poetry", Is("update"), "poetry update", "poetry install", "poetry.lock"),
        new("pdm", Is("update"), "pdm update", "pdm sync", "pdm.lock"),
        new("pdm", call => call.Verb == "install" && !call.Has("--frozen-lockfile", "--no-lock", "--check"), "pdm install", "pdm sync", "pdm.lock"),
        new("pipenv", Is("update"), "pipenv update", "pipenv sync", "Pipfile.lock"),
        new("pipenv", call => IsBareInstall(call) && !call.Has("--deploy", "--ignore-pipfile"), "pipenv install", "pipenv sync", "Pipfile.lock"),
        new("uv", call => call.Verb == "sync" && !call.Has("--locked", "--frozen"), "uv sync", "uv sync --locked", "uv.lock"),
        new("uv", call => call.Verb == "lock" && call.Has("--upgrade", "-U", "--upgrade-package"), "uv lock --upgrade", "uv sync --locked", "uv.lock"),
        new("cargo", Is("update"), "cargo update", "cargo build --locked", "Cargo.lock"),
        .. new[] { "build", "test", "run", "check", "clippy" }.Select(UnlockedCargo),
        new("dotnet", IsUnlockedRestore, "dotnet restore", "dotnet restore --locked-mode", "packages.lock.json"),
        new("dotnet", call => call.Has("--force-evaluate"), "dotnet restore --force-evaluate", "dotnet restore --locked-mode", "packages.lock.json"),
        new("go", call => call.Verb == "get" && call.Has("-u"), "go get -u", "go mod download", "go.sum"),
        new("go", call => call.ValueOf("-mod") == "mod", "go -mod=mod", "go build -mod=readonly", "go.sum"),
        new("mix", call => call.Verb == "deps.update", "mix deps.update", "mix deps.get --check-locked", "mix.lock"),
        new("dart", call => call.LengthOf(["pub upgrade"], out _) == 2, "dart pub upgrade", "dart pub get --enforce-lockfile", "pubspec.lock"),
        new("flutter", call => call.LengthOf(["pub upgrade"], out _) == 2, "flutter pub upgrade", "flutter pub get --enforce-lockfile", "pubspec.lock"),
        new("swift", call => call.LengthOf(["package update"], out _) == 2, "swift package update", "swift package resolve", "Package.resolved"),
        new("nix", call => call.LengthOf(["flake update"], out _) == 2, "nix flake update", "nix build", "flake.lock"),
        new("nix", call => call.Has("--recreate-lock-file", "--update-input"), "nix --update-input", "nix build --no-update-lock-file", "flake.lock"),
        new("nix", call => call.Has("--impure"), "nix --impure", "nix build", "flake.lock") { IsAlways = true },
        new("terraform", IsUpgradingInit, "terraform init -upgrade", "terraform init -lockfile=readonly", ".terraform.lock.hcl") { IsAlways = true },
        new("tofu", IsUpgradingInit, "tofu init -upgrade", "tofu init -lockfile=readonly", ".terraform.lock.hcl") { IsAlways = true },
        new("helm", IsDependencyUpdate, "helm dependency update", "helm dependency build", "Chart.lock") { IsOfOperand = true },
        .. new[] { "gradle", "gradlew" }.Select(name => new LockRule(
            name, call => call.Has("--refresh-dependencies", "--write-locks", "--update-locks"), "gradle --write-locks", "gradle build", "gradle.lockfile")
        { IsAlways = true }),
        .. new[] { "mvn", "mvnw" }.Select(name => new LockRule(
            name, call => call.Has("-U", "--update-snapshots"), "mvn -U", "mvn verify", "pom.xml") { IsAlways = true }),
        .. new[] { "bazel", "bazelisk" }.Select(name => new LockRule(
            name, call => call.ValueOf("--lockfile_mode") is "off" or "update" or "refresh", "bazel --lockfile_mode", "--lockfile_mode=error",
                "MODULE.bazel.lock")
        { IsAlways = true }),
    ];

    /// <value>Whether workflows are left alone, where the program takes its lock file as it is by itself.</value>
    public bool OnlyInDockerfile { get; init; }

    /// <value>Whether the command says by itself that it passes over what is recorded, so that no lock file needs to be seen.</value>
    public bool IsAlways { get; init; }

    /// <value>Whether an operand names the folder.</value>
    public bool IsOfOperand { get; init; }

    /// <value>The manifest that a program looks for first: a lock file above it is another project's.</value>
    public string? Manifest { get; init; }

    public bool IsBrokenBy(Call call, Script script) => call.Name == Program && (script.IsDockerfile || !OnlyInDockerfile) && IsBroken(call);

    private static Predicate<Call> Is(params string[] verbs) => call => verbs.Contains(call.Verb, StringComparer.Ordinal);

    private static bool IsBareNpmInstall(Call call) => IsBareInstall(call) && !call.Has("-g", "--global", "--location=global");

    private static bool IsBareYarn(Call call) => call.Invocation.Arguments.Count == 0 || IsBareInstall(call)
        || (call.Operands.Count == 0 && !call.Has("--version", "-v", "--help", "-h"));

    private static bool IsYarnInstall(Call call) => IsBareYarn(call) && !call.Has("--immutable", "--frozen-lockfile");

    private static bool IsUnfrozenInstall(Call call) => IsBareInstall(call) && !call.Has("--frozen-lockfile");

    /// <summary>Whether it installs what the project names, and no package besides.</summary>
    private static bool IsBareInstall(Call call) => call.Verb is "install" or "i" && call.Operands.Count == 1;

    private static bool IsUnlockedRestore(Call call) =>
        call.Verb == "restore" && !call.Has("--locked-mode", "-p:RestoreLockedMode", "/p:RestoreLockedMode", "--property:RestoreLockedMode");

    private static bool IsUpgradingInit(Call call) => call.Verb == "init" && call.Has("-upgrade", "--upgrade")
        && call.ValueOf("-upgrade", "--upgrade") != "false";

    private static bool IsDependencyUpdate(Call call) => call.LengthOf(["dependency update", "dep update", "dependency up", "dep up"], out _) == 2;

    private static LockRule UnlockedCargo(string verb) => new(
        "cargo", call => call.Verb == verb && !call.Has("--locked", "--frozen", "--offline"), $"cargo {verb}", $"cargo {verb} --locked", "Cargo.lock");
}
