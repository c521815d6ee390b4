using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Shouldly;
using Support;

namespace Acceptance.Tests.Releasing;

/// <summary>A checkout that is to be released, its bare remote, and strict stand-ins for <c>gh</c> and <c>docker</c>.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ReleaseDesk : IDisposable
{
    public const string Version = "1.4.0";

    public static readonly string Image = "ghcr.io/gates-ci/gates@sha256:" + new string('a', 64);

    private readonly TempFolder folder = new();

    public ReleaseDesk()
    {
        Directory.CreateDirectory(Remote);
        TempRepository.Run(Remote, "init", "-q", "--bare", "-b", "main");
        (Gh, Docker) = (new StrictStub(folder, "gh"), new StrictStub(folder, "docker"));
        foreach (var path in Directory.GetFiles(Support.Repository.Combine(".github/release"))
            .Concat(Actions.ActionManifest.Files.Select(path => Support.Repository.Combine(path))))
        {
            Checkout.Write(Path.GetRelativePath(Support.Repository.Root, path), File.ReadAllText(path));
            File.SetUnixFileMode(Path.Combine(Checkout.Path, Path.GetRelativePath(Support.Repository.Root, path)), File.GetUnixFileMode(path));
        }

        Checkout.Write("actions/setup/releases.txt", "# The table.\n")
            .Write("examples/workflows/a.yml", "      - uses: gates-ci/gates@v1\n")
            .Write("CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- Later.\n\n## 1.4.0, 2026-12-01\n\n- **[BREAKING]** `x` is `y`.\n\n## 1.3.0\n\n- Old.\n")
            .Commit("Work");
        Checkout.Git("push", "-q", Remote, "main");
    }

    public TempRepository Checkout { get; } = new();

    public string Remote => Path.Combine(folder.Path, "gates-ci", "gates");

    public StrictStub Gh { get; }

    public StrictStub Docker { get; }

    /// <value>The files of the release, in a folder.</value>
    public string Files
    {
        get
        {
            var path = Path.Combine(folder.Path, "dist");
            if (!Directory.Exists(path))
            {
                foreach (var name in Archives.Append($"gates-{Version}.cdx.json"))
                {
                    folder.Write($"dist/{name}", $"bytes of {name}");
                }

                Run("sums", Version, path).Succeeded();
                folder.Write($"dist/gates-{Version}.sigstore.json", "{}");
            }

            return path;
        }
    }

    public static IReadOnlyList<string> Archives { get; } =
    [
        $"gates-{Version}-linux-arm64.tar.gz",
        $"gates-{Version}-linux-x64.tar.gz",
        $"gates-{Version}-osx-arm64.tar.gz",
        $"gates-{Version}-osx-x64.tar.gz",
        $"gates-{Version}-win-x64.zip",
    ];

    public string Temp => folder.Path;

    /// <summary>As it is before anything is signed: the archives alone, in the checkout.</summary>
    /// <param name="billOfMaterials">The script that stands in for <c>sbom</c>, which asks a Docker Engine.</param>
    /// <returns>The folder of the release's files.</returns>
    public string StartOver(string billOfMaterials)
    {
        const string Script = ".github/release/sbom";
        Checkout.Write(Script, billOfMaterials);
        var mode = File.GetUnixFileMode(Support.Repository.Combine(".github/release/sums"));
        File.SetUnixFileMode(Path.Combine(Checkout.Path, Script), mode);
        Checkout.Commit("Stand-in");
        Checkout.Git("push", "-q", Remote, "main");
        foreach (var name in Archives)
        {
            Checkout.Write($"dist/{name}", $"bytes of {name}");
        }

        return Path.Combine(Checkout.Path, "dist");
    }

    /// <summary>A release as GitHub describes it.</summary>
    public static string Release(string tag, long id, bool isDraft, bool isImmutable = false) =>
        new JsonObject { ["id"] = id, ["tag_name"] = tag, ["draft"] = isDraft, ["immutable"] = isImmutable }.ToJsonString();

    /// <summary>The files of a release as GitHub describes them.</summary>
    /// <param name="change">Makes one of them another.</param>
    public string Assets(Action<JsonObject>? change = null) => AssetsOf(Files, change);

    public static string AssetsOf(string files, Action<JsonObject>? change = null)
    {
        var id = 100;
        JsonArray assets = [.. Directory.GetFiles(files).Order(StringComparer.Ordinal).Select(path => (JsonNode)new JsonObject
        {
            ["id"] = ++id,
            ["name"] = Path.GetFileName(path),
            ["state"] = "uploaded",
            ["digest"] = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
        })];
        foreach (var asset in assets)
        {
            change?.Invoke((JsonObject)asset!);
        }

        return assets.ToJsonString();
    }

    public string Write(string path, string text) => folder.Write(path, text);

    public string? At(string gitRef)
    {
        var refs = TempRepository.Run(Remote, "for-each-ref", "--format=%(objectname) %(refname)").Split('\n');
        return refs.FirstOrDefault(line => line.EndsWith(" " + gitRef, StringComparison.Ordinal))?.Split(' ')[0];
    }

    public ProgramOutput Run(string script, params string[] arguments) =>
        ExternalProgram.Run(Path.Combine(Checkout.Path, ".github/release", script), arguments, Checkout.Path, Environment());

    /// <summary>A step's script, as the Actions runner runs it.</summary>
    public ProgramOutput Step(string text, IReadOnlyDictionary<string, string> variables)
    {
        var environment = Environment();
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return ExternalProgram.Run("bash", ["--noprofile", "--norc", "-eo", "pipefail", folder.Write("step.sh", text)], Checkout.Path, environment);
    }

    public void Verify()
    {
        Gh.Verify();
        Docker.Verify();
    }

    public void Dispose()
    {
        folder.Dispose();
        Checkout.Dispose();
    }

    private Dictionary<string, string> Environment() => new(StringComparer.Ordinal)
    {
        ["PATH"] = $"{folder.Path}/bin:{System.Environment.GetEnvironmentVariable("PATH")}",
        ["GITHUB_ACTIONS"] = "",
        ["GITHUB_SERVER_URL"] = $"file://{folder.Path}",
        ["GITHUB_REPOSITORY"] = "gates-ci/gates",
        ["GITHUB_REF"] = "refs/heads/main",
        ["GITHUB_ACTOR"] = "somebody",
        ["GH_TOKEN"] = "ghs_secret",
        ["GITHUB_OUTPUT"] = Path.Combine(folder.Path, "output"),
        ["RUNNER_TEMP"] = folder.Path,
    };
}
