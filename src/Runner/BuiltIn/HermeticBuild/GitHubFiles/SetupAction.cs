namespace Gates.Runner.BuiltIn.HermeticBuild.GitHubFiles;

/// <summary>An action that installs a toolchain.</summary>
/// <param name="Name">The action.</param>
/// <param name="Version">The input that names the version.</param>
/// <param name="FileInputs">Inputs that name a file of the repository which holds it.</param>
/// <param name="Files">Files that the action reads by itself when no version is given.</param>
internal sealed record SetupAction(string Name, string Version, string[] FileInputs, string[] Files)
{
    public static IReadOnlyList<SetupAction> All { get; } =
    [
        new("actions/setup-node", "node-version", ["node-version-file"], []),
        new("actions/setup-python", "python-version", ["python-version-file"], [".python-version"]),
        new("actions/setup-go", "go-version", ["go-version-file"], []),
        new("actions/setup-java", "java-version", ["java-version-file"], []),
        new("actions/setup-dotnet", "dotnet-version", ["global-json-file"], ["global.json"]),
        new("ruby/setup-ruby", "ruby-version", [], [".ruby-version", ".tool-versions", "mise.toml"]),
        new("denoland/setup-deno", "deno-version", ["deno-version-file"], []),
        new("oven-sh/setup-bun", "bun-version", ["bun-version-file"], ["package.json", ".bun-version"]),
        new("pnpm/action-setup", "version", ["package_json_file"], ["package.json"]),
        new("astral-sh/setup-uv", "version", ["version-file"], ["uv.toml"]),
        new("dtolnay/rust-toolchain", "toolchain", [], []),
        new("actions-rs/toolchain", "toolchain", [], ["rust-toolchain", "rust-toolchain.toml"]),
        new("actions-rust-lang/setup-rust-toolchain", "toolchain", [], ["rust-toolchain", "rust-toolchain.toml"]),
        new("hashicorp/setup-terraform", "terraform_version", [], []),
        new("azure/setup-helm", "version", [], []),
        new("azure/setup-kubectl", "version", [], []),
        new("golangci/golangci-lint-action", "version", ["version-file"], []),
    ];
}
