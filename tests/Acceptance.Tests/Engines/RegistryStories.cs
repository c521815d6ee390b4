using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Engines;

/// <summary>The program against a real registry, and real git over HTTP.</summary>
public sealed class RegistryStories : IClassFixture<DockerRegistry>, IDisposable
{
    private readonly DockerRegistry registry;
    private readonly TempRepository repository = new();
    private readonly TempFolder remotes = new();
    private readonly TempFolder home = new();

    public RegistryStories(DockerRegistry registry)
    {
        Assert.SkipUnless(DockerRegistry.Missing is null, DockerRegistry.Missing ?? "");
        this.registry = registry;
    }

    public void Dispose()
    {
        repository.Dispose();
        remotes.Dispose();
        home.Dispose();
    }

    [Fact]
    public async Task Pin_ShowsADiff_WritesIt_AndIsDone()
    {
        var amd = await registry.PushImageAsync("acme/base", null, "linux/amd64", ["base"]);
        var arm = await registry.PushImageAsync("acme/base", null, "linux/arm64", ["arm"]);
        var index = await registry.PushAsync(
            "acme/base", "1", SampleImage.List(SampleImage.ForPlatform(amd, "linux/amd64"), SampleImage.ForPlatform(arm, "linux/arm64")));
        using var git = new GitHttpBackend(remotes.Path);
        var commit = Action("acme/setup", "v4", "v4.2.1");
        repository.Write("Dockerfile", $"FROM {registry.Authority}/acme/base:1\r\n")
            .Write(".github/workflows/ci.yml", "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: acme/setup@v4\n").Commit();
        const string Summary = "1 image and 1 action would be pinned in 2 files. Write them with `gates pin --write`.\n";

        var shown = Gates(git.Address, "pin");
        shown.ExitCode.ShouldBe(1, shown.Error);
        shown.Output.ShouldBe(
            $"""
            --- a/.github/workflows/ci.yml
            +++ b/.github/workflows/ci.yml
            @@ -3,4 +3,4 @@
               a:
                 runs-on: ubuntu-latest
                 steps:
            -      - uses: acme/setup@v4
            +      - uses: acme/setup@{commit} # v4.2.1
            --- a/Dockerfile
            +++ b/Dockerfile
            @@ -1,1 +1,1 @@
            -FROM {registry.Authority}/acme/base:1
            +FROM {registry.Authority}/acme/base:1@{index}
            {Summary}
            """.TrimEnd('\n') + "\n");
        repository.Git("status", "--porcelain").ShouldBeEmpty();

        Gates(git.Address, "pin", "--write").ExitCode.ShouldBe(0);
        File.ReadAllText(Path.Combine(repository.Path, "Dockerfile")).ShouldBe($"FROM {registry.Authority}/acme/base:1@{index}\r\n");
        var again = Gates(git.Address, "pin");
        (again.ExitCode, again.Output).ShouldBe((0, "Nothing to pin; 2 images and actions are pinned already.\n"));
    }

    /// <summary>Debian's skopeo says the same of what is there.</summary>
    [Fact]
    public async Task ADigest_IsThatOfAnotherTool()
    {
        Assert.SkipUnless(ExternalProgram.Exists("skopeo"), "needs skopeo (Debian: skopeo)");
        await registry.PushImageAsync("acme/judged", "1", "linux/amd64", ["judged"]);
        repository.Write("Dockerfile", $"FROM {registry.Authority}/acme/judged:1\n").Commit();
        Gates("http://127.0.0.1:1", "pin", "--images", "--write").ExitCode.ShouldBe(0);
        var judge = ExternalProgram.Run(
            "skopeo", ["inspect", "--no-tags", "--tls-verify=false", "--format", "{{.Digest}}", $"docker://{registry.Authority}/acme/judged:1"]);
        judge.ExitCode.ShouldBe(0, judge.Error);
        File.ReadAllText(Path.Combine(repository.Path, "Dockerfile")).ShouldBe($"FROM {registry.Authority}/acme/judged:1@{judge.Output.Trim()}\n");
    }

    [Fact]
    public async Task Facts_AreEvidence_ThatIsJudgedAgainWithoutTheRegistry()
    {
        await registry.PushImageAsync("acme/os", "1", "linux/amd64", ["os"]);
        var shop = SampleImage.DigestOf(await registry.PushImageAsync("acme/shop", "1", "linux/amd64", ["os", "app"], """{"io.acme.sbom":"present"}"""));
        var bill = """{"spdxVersion":"SPDX-2.3"}""";
        await registry.PushBlobAsync("acme/shop", bill);
        await registry.PushBlobAsync("acme/shop", "{}");
        await registry.PushAsync(
            "acme/shop", shop.Replace(':', '-') + ".sbom", SampleImage.Image("{}", SampleImage.Descriptor("text/spdx+json", bill)));
        repository.Write("policies/p/policy.js", """
            export function judge(evidence, settings, report) {
              evidence.images.forEach(function (image) {
                if (!image.sbomAttached) { report.error("no-sbom", "No SBOM is attached to " + image.image); }
                var sbom = image.labels["io.acme.sbom"];
                report.log(image.image.split("/")[2] + " " + sbom + " " + image.platforms[0].basedOn.length + " " + image.signaturePresentUnverified);
              });
            }
            """)
            .Write("policies/p/policy.json", """{ "title": "P", "facts": { "images": ["./**/Dockerfile"] } }""")
            .Write(".github/gates.yml", $$"""
            version: 1
            gates:
              images: { policy: policies/p, facts: { images: ["{{registry.Authority}}/acme/os:1", "{{registry.Authority}}/acme/shop:1"] } }
            """).Commit();

        var run = Gates("http://127.0.0.1:1", "run");
        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldContain($"error: No SBOM is attached to {registry.Authority}/acme/os:1 [no-sbom]");
        run.Output.ShouldNotContain("acme/shop:1 [no-sbom]");
        run.Output.ShouldContain("os:1 undefined 0 false");
        run.Output.ShouldContain("shop:1 present 1 false");

        // What was recorded is a case, which is judged where nobody answers.
        var recorded = File.ReadAllText(Path.Combine(repository.Path, ".gates/out/evidence/images.json"));
        recorded.ShouldContain(shop);
        repository.Write("policies/p/cases/recorded/evidence.json", recorded.Replace(registry.Authority, "127.0.0.1:1", StringComparison.Ordinal))
            .Write(
                "policies/p/cases/recorded/expected.json",
                """{ "verdict": "failed", "findings": [{ "rule": "no-sbom", "severity": "error", "message": "127.0.0.1:1/acme/os:1" }] }""");
        var again = Gates("http://127.0.0.1:1", "test", "policies/p");
        again.ExitCode.ShouldBe(0, again.Output + again.Error);
    }

    [Fact]
    public async Task AnImageThatIsNotThere_IsNoPass()
    {
        await registry.PushImageAsync("acme/os", "1", "linux/amd64", ["os"]);
        repository.Write("policies/p.js", "function judge(evidence, settings, report) { report.pass('all', 'all ' + evidence.images.length); }\n")
            .Write("Dockerfile", $"FROM {registry.Authority}/acme/os:never\n")
            .Write(".github/gates.yml", "version: 1\ngates:\n  images: { policy: policies/p.js, facts: { images: [\"./**/Dockerfile\"] } }\n").Commit();
        var run = Gates("http://127.0.0.1:1", "run");
        run.ExitCode.ShouldBe(3, run.Output + run.Error);
        run.Output.ShouldContain(
            $"`images` facts could not be had: {registry.Authority}/acme/os:never: the registry {registry.Authority}: it has no such image");
    }

    private string Action(string name, params string[] tags)
    {
        var folder = Path.Combine(remotes.Path, name);
        Directory.CreateDirectory(folder);
        string[] author = ["-c", "user.name=a", "-c", "user.email=a@example.org"];
        TempRepository.Run(folder, "init", "-q", "-b", "main");
        TempRepository.Run(folder, [.. author, "commit", "-q", "--allow-empty", "-m", "one"]);
        foreach (var tag in tags)
        {
            TempRepository.Run(folder, [.. author, "tag", "-a", tag, "-m", tag]);
        }

        return TempRepository.Run(folder, "rev-parse", "HEAD").Trim();
    }

    private GatesOutput Gates(string server, params string[] arguments) => GatesProcess.Run(
        repository.Path,
        arguments,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["GITHUB_SERVER_URL"] = server, ["HOME"] = home.Path });
}
