using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild;

public sealed class LockCheckTests
{
    private static readonly string[] LockFiles =
    [
        "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "composer.lock", "Gemfile.lock", "Cargo.lock", "poetry.lock", "uv.lock",
        "packages.lock.json", "go.sum",
    ];

    [Theory]
    [InlineData("npm i", "npm install", "npm ci")]
    [InlineData("npm install left-pad@1.3.0", null, null)]
    [InlineData("npm install --prefix web", null, null)]
    [InlineData("yarn", "yarn install", "yarn install --immutable")]
    [InlineData("yarn install", "yarn install", "yarn install --immutable")]
    [InlineData("yarn --version", null, null)]
    [InlineData("yarn install --frozen-lockfile", null, null)]
    [InlineData("yarn build", null, null)]
    [InlineData("pnpm install --frozen-lockfile", null, null)]
    [InlineData("pnpm add x", null, null)]
    [InlineData("pnpm install --no-frozen-lockfile", "pnpm install --no-frozen-lockfile", "pnpm install --frozen-lockfile")]
    [InlineData("pnpm install x --no-frozen-lockfile", "pnpm install --no-frozen-lockfile", "pnpm install --frozen-lockfile")]
    [InlineData("bun install", "bun install", "bun install --frozen-lockfile")]
    [InlineData("bun i --frozen-lockfile", null, null)]
    [InlineData("composer update", "composer update", "composer install")]
    [InlineData("composer install", null, null)]
    [InlineData("bundle update", "bundle update", "bundle install")]
    [InlineData("poetry update", "poetry update", "poetry install")]
    [InlineData("cargo update", "cargo update", "cargo build --locked")]
    [InlineData("cargo build", "cargo build", "cargo build --locked")]
    [InlineData("cargo test", "cargo test", "cargo test --locked")]
    [InlineData("cargo run", "cargo run", "cargo run --locked")]
    [InlineData("cargo check", "cargo check", "cargo check --locked")]
    [InlineData("cargo clippy", "cargo clippy", "cargo clippy --locked")]
    [InlineData("cargo fmt", null, null)]
    [InlineData("cargo build --offline", null, null)]
    [InlineData("cargo build --frozen", null, null)]
    [InlineData("uv sync", "uv sync", "uv sync --locked")]
    [InlineData("uv sync --frozen", null, null)]
    [InlineData("dotnet restore", "dotnet restore", "dotnet restore --locked-mode")]
    [InlineData("dotnet restore -p:RestoreLockedMode=true", null, null)]
    [InlineData("dotnet build", null, null)]
    [InlineData("go get -u ./...", "go get -u", "go mod download")]
    [InlineData("go get ./...", null, null)]
    public void Inspect_ACommandOfADockerfile_IsFoundWhenItPassesOverTheLockFile(string command, string? tool, string? better) =>
        Found(Facts("Dockerfile", "FROM scratch\nRUN " + command + "\n")).ShouldBe(tool is null ? null : $"{tool} -> {better}");

    [Theory]
    [InlineData("yarn", null)]
    [InlineData("pnpm install", null)]
    [InlineData("pnpm install --no-frozen-lockfile", "pnpm install --no-frozen-lockfile -> pnpm install --frozen-lockfile")]
    [InlineData("npm install", "npm install -> npm ci")]
    [InlineData("cd web && npm install", "npm install -> npm ci")]
    [InlineData("cd ../web && npm install", null)]
    [InlineData("cd /web && npm install", null)]
    [InlineData("cd $WEB && npm install", null)]
    [InlineData("cd && npm install", null)]
    [InlineData("pushd /web && cd a && npm install", null)]
    public void Inspect_AStep_IsFoundWhereItsFolderIsKnown(string command, string? expected) =>
        Found(Facts(".github/workflows/ci.yml", "jobs:\n  a:\n    steps:\n      - run: " + command + "\n")).ShouldBe(expected);

    [Fact]
    public void Inspect_AFolderThatADockerfileEnters_IsNotTold() =>
        Found(Facts("Dockerfile", "FROM scratch\nRUN cd web && npm install\n")).ShouldBeNull();

    private static System.Text.Json.JsonElement Facts(string path, string text) =>
        Inspection.Facts([(path, text), .. LockFiles.Select(file => (file, ""))]).Facts;

    private static string? Found(System.Text.Json.JsonElement facts) =>
        facts.GetProperty("commands").EnumerateArray()
            .Where(command => command.GetProperty("problem").GetString() == "ignored-lock")
            .Select(command => $"{command.GetProperty("tool").GetString()} -> {command.GetProperty("better").GetString()}")
            .SingleOrDefault();
}
