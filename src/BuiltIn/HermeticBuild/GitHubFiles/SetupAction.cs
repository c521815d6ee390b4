namespace Gates.BuiltIn.HermeticBuild.GitHubFiles;

/// <summary>An action that installs a toolchain.</summary>
/// <param name="Name">The action.</param>
/// <param name="Version">The input that names the version.</param>
/// <param name="Example">What one version looks like.</param>
/// <param name="FileInputs">Inputs that name a file of the repository which holds it.</param>
/// <param name="Files">Files that the action reads by itself when no version is given.</param>
internal sealed record SetupAction(string Name, string Version, string Example, string[] FileInputs, string[] Files)
{
    public static IReadOnlyList<SetupAction> All { get; } =
    [
        new("actions/setup-node", "node-version", "22.11.0", ["node-version-file"], []),
        new("actions/setup-python", "python-version", "3.13.0", ["python-version-file"], [".python-version"]),
        new("actions/setup-go", "go-version", "1.23.4", ["go-version-file"], []),
        new("actions/setup-java", "java-version", "21.0.5", ["java-version-file"], []),
        new("actions/setup-dotnet", "dotnet-version", "10.0.100", ["global-json-file"], ["global.json"]),
        new("ruby/setup-ruby", "ruby-version", "3.3.6", [], [".ruby-version", ".tool-versions", "mise.toml"]),
        new("denoland/setup-deno", "deno-version", "2.1.1", ["deno-version-file"], []),
        new("oven-sh/setup-bun", "bun-version", "1.1.38", ["bun-version-file"], ["package.json", ".bun-version"]),
        new("pnpm/action-setup", "version", "9.14.2", ["package_json_file"], ["package.json"]),
        new("astral-sh/setup-uv", "version", "0.5.4", ["version-file"], ["uv.toml"]),
        new("dtolnay/rust-toolchain", "toolchain", "1.83.0", [], []),
        new("actions-rs/toolchain", "toolchain", "1.83.0", [], ["rust-toolchain", "rust-toolchain.toml"]),
        new("actions-rust-lang/setup-rust-toolchain", "toolchain", "1.83.0", [], ["rust-toolchain", "rust-toolchain.toml"]),
        new("hashicorp/setup-terraform", "terraform_version", "1.9.8", [], []),
        new("azure/setup-helm", "version", "v3.16.3", [], []),
        new("azure/setup-kubectl", "version", "v1.31.3", [], []),
        new("golangci/golangci-lint-action", "version", "v1.62.2", ["version-file"], []),
    ];
}
