using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Keyless;

/// <summary>Somebody checks what a workflow signed without a key. The files were made once by the instance of Sigstore in Runner.Tests, whose keys are gone.</summary>
public sealed class KeylessStories : IDisposable
{
    private static readonly string[] Signer =
    [
        "--identity", "https://github.com/acme/*/.github/workflows/release.yml@refs/tags/*", "--issuer", "https://token.actions.githubusercontent.com",
    ];

    private readonly TempRepository origin = new();
    private readonly TempFolder folder = new();

    public KeylessStories()
    {
        origin.Write("a.txt", "a").Commit("first");
        foreach (var file in Directory.GetFiles(Repository.Combine("tests", "Acceptance.Tests", "Keyless", "files")))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        }
    }

    private string Clone => Path.Combine(folder.Path, "clone");

    public void Dispose()
    {
        origin.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void TrustedRoot_IsImportedReviewedAndBelieved()
    {
        var imported = GatesProcess.Run(origin.Path, ["trust", "import", At("trusted_root.json")]);
        imported.ExitCode.ShouldBe(0, imported.ToString());
        imported.Output.ShouldEndWith("1 instance of Sigstore\nwrote .github/gates-trusted-root.json; it counts once it is on the default branch\n");
        TempRepository.Run(folder.Path, "clone", "-q", origin.Path, Clone);
        GatesProcess.Run(Clone, ["verify", At("provenance.sigstore.json"), .. Signer]).ExitCode.ShouldBe(2, "an uncommitted edit is nobody's decision yet");

        origin.Git("add", ".");
        origin.Commit("trust");
        TempRepository.Run(Clone, "fetch", "-q");
        var verified = GatesProcess.Run(Clone, ["verify", At("provenance.sigstore.json"), .. Signer, "--artifact", At("app")]);

        verified.ExitCode.ShouldBe(0, verified.ToString());
        verified.Output.ShouldBe($"""
            {At("provenance.sigstore.json")}
              trust: .github/gates-trusted-root.json at origin/HEAD (1 instance of Sigstore)
              times: what the signatures bring along, from the logs and timestamp authorities of the trusted roots

              holds    provenance.sigstore.json: provenance/v1 about app, signed by https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0 at 2026-11-22T12:00:00Z

            holds: 1 signed file

            """);
    }

    [Fact]
    public void SignatureOverAFile_IsHeldAgainstIt()
    {
        string[] verify = ["verify", At("app.sigstore.json"), "--trusted-root", At("trusted_root.json")];

        GatesProcess.Run(folder.Path, [.. verify, .. Signer]).ExitCode.ShouldBe(0);
        var anybody = GatesProcess.Run(folder.Path, verify);
        anybody.ExitCode.ShouldBe(1);
        anybody.Output.ShouldContain("anybody can sign so: say who is believed, with --identity and --issuer");
        File.WriteAllText(At("app"), "evil");
        GatesProcess.Run(folder.Path, [.. verify, .. Signer]).Output.ShouldContain("it is about another file than app");
    }

    [Fact]
    public void HalfATrust_IsWrongUsage()
    {
        GatesProcess.Run(folder.Path, ["verify", At("app.sigstore.json"), "--identity", "a@example.com"]).Error
            .ShouldBe("gates: --identity means nothing without --issuer, who vouches for it\n");
        GatesProcess.Run(folder.Path, ["trust", "import", At("app")]).ExitCode.ShouldBe(2);
        GatesProcess.Run(folder.Path, ["trust", "list"]).Error.ShouldBe("gates: .github/gates-trusted-root.json: there is none; `gates trust import FILE` makes it\n");
    }

    private string At(string file) => Path.Combine(folder.Path, file);
}
