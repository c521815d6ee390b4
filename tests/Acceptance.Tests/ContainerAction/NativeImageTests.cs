using System.Text;
using Acceptance.Tests.Releases;
using Shouldly;
using Support;
using Xunit;
using Xunit.Sdk;

namespace Acceptance.Tests.ContainerAction;

/// <summary>What the native program needs of an image without a shell and a runtime, asked of the program in the image.</summary>
[Collection(ActionImages.Name)]
public sealed class NativeImageTests(ActionImage image) : IDisposable
{
    // 45 MB were the aim before the image had the fonts of the attestation's PDF and the archive's door; docs/benchmarks.md says what takes the room.
    private const long MaxImageSize = 55_000_000;
    private const string Token = "ghs_of_the_job";

    private readonly TempRepository repository = new();
    private readonly TempFolder folder = new();

    [Fact]
    public void TheImageIsSmallEnoughToPullOnEveryJob()
    {
        var size = image.CompressedSize();
        TestContext.Current.SendDiagnosticMessage("compressed image: {0} bytes", size);
        size.ShouldBeInRange(10_000_000, MaxImageSize);
    }

    [Fact]
    public void TheBaseIsFetchedOverHttpsWithTheJobsToken()
    {
        using var run = new ActionRun { EventName = "pull_request", Network = "host" };
        var old = $"token = \"{Planted.GitHubToken}\"\n";
        var first = run.Repository.Write("old.py", old).Commit();
        run.Repository.Write("new.py", old.Replace("q7R", "r8S", StringComparison.Ordinal)).Commit();
        TempRepository.Run(folder.Path, "clone", "-q", "--bare", run.Repository.Path, "acme/shop.git");
        TempRepository.Run(Path.Combine(folder.Path, "acme/shop.git"), "config", "uploadpack.allowAnySHA1InWant", "true");
        using var git = new GitHttpBackend(folder.Path) { Demanded = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("x-access-token:" + Token)) };
        using var https = new TlsFront(git.Address);
        Shallow(run.Repository, $"{https.Address}/acme/shop.git");
        run.Give("authority.pem", https.Authority);
        run.Extra["SSL_CERT_FILE"] = run.Extra["GIT_SSL_CAINFO"] = "/github/file_commands/authority.pem";
        run.Extra["GITHUB_SERVER_URL"] = https.Address;
        run.Event = new { pull_request = new { number = 7, @base = new { sha = first }, head = new { sha = run.Repository.Git("rev-parse", "HEAD") } } };

        var result = run.Run(image.Name, "action.yml", new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = Token });

        result.ExitCode.ShouldBe(1, result.ToString());
        result.Output.ShouldContain("file=new.py,line=1");
        result.Output.ShouldNotContain("::error file=old.py");
        git.Authorizations.ShouldContain(git.Demanded);
        result.ToString().ShouldNotContain(Token);
    }

    [Fact]
    public void ALoginIsForItsServerOnly()
    {
        using var run = new ActionRun { EventName = "pull_request", Network = "host" };
        var first = run.Repository.Write("a.txt", "1\n").Commit();
        run.Repository.Write("a.txt", "2\n").Commit();
        TempRepository.Run(folder.Path, "clone", "-q", "--bare", run.Repository.Path, "acme/shop.git");
        using var git = new GitHttpBackend(folder.Path) { Demanded = "Basic nobody" };
        using var https = new TlsFront(git.Address);
        Shallow(run.Repository, $"{https.Address}/acme/shop.git");
        run.Give("authority.pem", https.Authority);
        run.Extra["GIT_SSL_CAINFO"] = "/github/file_commands/authority.pem";
        run.Extra["GITHUB_SERVER_URL"] = "https://github.example";
        run.Event = new { pull_request = new { number = 7, @base = new { sha = first }, head = new { sha = run.Repository.Git("rev-parse", "HEAD") } } };

        var result = run.Run(image.Name, "action.yml", new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = Token });

        result.ExitCode.ShouldNotBe(0, result.ToString());
        git.Authorizations.ShouldAllBe(header => header == null);
    }

    [Fact]
    public void ASignedRunHoldsAndOneThatWasChangedDoesNot()
    {
        repository.Write("README.md", "# Shop\n").Commit();
        Gates("keys", "new", "--use", "evidence", "--log-name", "example.com/acme/shop").ExitCode.ShouldBe(0);
        var key = Path.GetRelativePath(repository.Path, Directory.GetFiles(Path.Combine(repository.Path, ".gates/keys"), "evidence-*").Single());

        Gates("run", "--key", key).ExitCode.ShouldBe(0);

        string[] verify = ["verify", ".gates/out", "--trust", ".github/gates-keyring.json"];
        var holds = Gates(verify);
        holds.ExitCode.ShouldBe(0, holds.ToString());
        holds.Output.ShouldContain("holds    bundles/dlp-scan.sigstore.json");
        File.AppendAllText(Path.Combine(repository.Path, ".gates/out/results.json"), " ");
        Gates(verify).ExitCode.ShouldBe(1);
    }

    /// <summary>Ed25519, ECDSA, SHA-2, certificates and ZIP: all that an auditor's verification takes.</summary>
    [Fact]
    public void APackOfARelease_Holds_AndIsAttestedAgain()
    {
        using var bed = new ReleaseBed();
        bed.Release();
        File.Copy(bed.Pack, Path.Combine(folder.Path, "pack.zip"));
        File.Copy(Path.Combine(bed.Repository.Path, ".github/gates-keyring.json"), Path.Combine(folder.Path, "keyring.json"));

        var verified = image.Run(folder.Path, [], "verify", "pack.zip", "--trust", "keyring.json", "--rejudge");

        verified.ExitCode.ShouldBe(0, verified.ToString());
        verified.Output.ShouldContain("judged again: 3 the same");
        var key = Path.GetRelativePath(bed.Repository.Path, bed.Key("release"));
        var attested = image.Run(bed.Repository.Path, [], "attest", ReleaseBed.Tag, "--key", key, "--no-log");
        attested.ExitCode.ShouldBe(0, attested.ToString());
    }

    [Theory]
    [InlineData("let a = 3n; for (;;) { a *= a; }", "it did not finish within 5 s (timeout limit)")]
    [InlineData("new ArrayBuffer(2e9);", "it used more than 256 MiB of memory (memory limit)")]
    [InlineData("let t = 'x'; for (;;) { t += t; t.charCodeAt(0); }", "it used more than 256 MiB of memory (memory limit)")]
    public void AWorkerThatDoesNotStopIsStopped(string script, string reason)
    {
        repository
            .Write(".github/gates.yml", "version: 1\ngates:\n  hostile: { policy: policies/hostile, facts: { json: [\"*.json\"] } }\n")
            .Write("policies/hostile/policy.json", "{ \"title\": \"Hostile\" }\n")
            .Write("policies/hostile/policy.js", $"export function judge(evidence, settings, report) {{ {script} }}\n")
            .Write("a.json", "{}\n").Commit();

        var run = Gates("run");

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain(reason);
    }

    [Fact]
    public void WithoutLibsodium_OneLineSaysSo()
    {
        repository.Write("README.md", "# Shop\n").Commit();
        Gates("keys", "new", "--use", "evidence", "--log-name", "example.com/acme/shop").ExitCode.ShouldBe(0);
        image.Unpack(folder.Path);
        File.Copy(Path.Combine(folder.Path, "usr/local/bin/gates"), Path.Combine(folder.Path, "gates"));
        string[] alone = ["-v", $"{folder.Path}/gates:/alone/gates", "--entrypoint", "/alone/gates"];

        var run = image.Run(repository.Path, alone, "verify", ".github", "--trust", ".github/gates-keyring.json");
        var signed = image.Run(repository.Path, alone, "run", "--key", Directory.GetFiles(Path.Combine(repository.Path, ".gates/keys"), "evidence-*")
            .Select(path => Path.GetRelativePath(repository.Path, path)).Single());

        signed.ExitCode.ShouldBe(3, signed.ToString());
        signed.Error.ShouldStartWith("gates: signatures need libsodium.so beside the program");
        signed.Error.TrimEnd('\n').ShouldNotContain("\n");
        run.ExitCode.ShouldBeInRange(1, 3, run.ToString());
    }

    public void Dispose()
    {
        repository.Dispose();
        folder.Dispose();
    }

    private ProgramOutput Gates(params string[] arguments) => image.Run(repository.Path, [], arguments);

    /// <summary>As actions/checkout leaves it: one commit, and where it came from.</summary>
    private static void Shallow(TempRepository repository, string origin)
    {
        repository.Git("remote", "add", "origin", origin);
        File.WriteAllText(Path.Combine(repository.Path, ".git/shallow"), repository.Git("rev-parse", "HEAD") + "\n");
        repository.Git("reflog", "expire", "--expire=now", "--all");
        repository.Git("gc", "-q", "--prune=now");
    }
}
