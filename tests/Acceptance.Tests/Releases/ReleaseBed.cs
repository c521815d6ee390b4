using System.Globalization;
using Shouldly;
using Support;

namespace Acceptance.Tests.Releases;

/// <summary>A repository with keys, its remote, and what leads to a release.</summary>
internal sealed class ReleaseBed : IDisposable
{
    public const string Tag = "v1.0.0";

    private static readonly Dictionary<string, string> OutsideJobs = new(StringComparer.Ordinal) { ["GITHUB_ACTIONS"] = "" };

    public static string Branch { get; } = string.Create(CultureInfo.InvariantCulture, $"gates-evidence/{TimeProvider.System.GetUtcNow().Year}");

    public TempRepository Repository { get; } = new();

    public TempFolder Remote { get; } = new();

    /// <value>Where somebody else looks at it.</value>
    public TempFolder Elsewhere { get; } = new();

    public string Pack => Path.Combine(Repository.Path, "dist", $"evidence-pack-{Tag}.zip");

    public void Release() => Release("--no-log", _ => null);

    public void Release(string option, Func<string, string?> key)
    {
        Prepare(null);
        Sign();
        string[] log = key("log") is { } file ? [option, file] : [option];
        Attested(log);
        Packed("dist", log);
    }

    public void Prepare(string? time)
    {
        TempRepository.Run(Remote.Path, "init", "-q", "--bare", "-b", "main");
        Repository.Git("remote", "add", "origin", Remote.Path);
        Repository.Write("README.md", "An application.\n")
            .Write(".gitignore", "/evidence/\n/dist/\n/again/\n/newer/\n")
            .Write("compliance/control_catalog.yaml", """
            schema: 1
            controls:
              - id: SC-02
                name: Signing & provenance
                evidence: ["*.sigstore.json"]
                assert: [{ type: signed_by }]
            """);
        string[] keys = ["keys", "new", "--log-name", "example.com/acme/app"];
        if (time is null)
        {
            Succeeds(keys);
            Repository.Commit();
        }
        else
        {
            At(time, keys);
            TempRepository.Run(Repository.Path, "add", ".");
            CommitAt(time, "first");
        }

        Repository.Git("push", "-q", "origin", "main");
        Repository.Git("tag", Tag);
    }

    public string At(string time, params string[] arguments) =>
        ExternalProgram.Run("faketime", [time, Support.Repository.Gates, .. arguments], Repository.Path, OutsideJobs).Succeeded();

    /// <summary>Commits what is staged.</summary>
    public void CommitAt(string time, string message) =>
        ExternalProgram.Run(
            "faketime",
            [time, "git", "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", message],
            Repository.Path).Succeeded();

    public ProgramOutput Later(string path) =>
        ExternalProgram.Run("faketime", ["+800 days", Support.Repository.Gates, "verify", path], Repository.Path, OutsideJobs);

    public void Sign()
    {
        Succeeds("run", "--key", Key("evidence"));
        Succeeds("publish", "--evidence-only", "--log-key", Key("log"));
    }

    public void Attested(params string[] log)
    {
        Directory.CreateDirectory(Path.Combine(Repository.Path, "evidence"));
        foreach (var bundle in Directory.GetFiles(Path.Combine(Repository.Path, ".gates/out/bundles")))
        {
            File.Copy(bundle, Path.Combine(Repository.Path, "evidence", Path.GetFileName(bundle)), overwrite: true);
        }

        Succeeds(["attest", Tag, "--key", Key("release"), .. log]);
    }

    public void Packed(string folder, params string[] log) =>
        Succeeds(["pack", Tag, "--results", ".gates/out", "--key", Key("release"), "--out", folder, .. log]);

    public void Fetch() => Repository.Git("fetch", "-q", "--force", "origin", $"{Branch}:{Branch}");

    public string Key(string use) => Directory.GetFiles(Path.Combine(Repository.Path, ".gates/keys"), $"{use}-*.pem").ShouldHaveSingleItem();

    public void Succeeds(params string[] arguments)
    {
        var output = Gates(arguments);
        output.ExitCode.ShouldBe(0, output.ToString());
    }

    public GatesOutput Gates(params string[] arguments) => GatesProcess.Run(Repository.Path, arguments);

    public void Dispose()
    {
        Repository.Dispose();
        Remote.Dispose();
        Elsewhere.Dispose();
    }
}
