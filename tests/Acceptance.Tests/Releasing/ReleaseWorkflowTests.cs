using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Acceptance.Tests.Actions;
using Shouldly;
using Support;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Tests.Releasing;

/// <summary>The release's workflow, dry: its scripts run as they stand there, against a bare remote and strict stand-ins.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class ReleaseWorkflowTests : IDisposable
{
    private const string List = "api --paginate repos/gates-ci/gates/releases?per_page=100 …";
    private const string Assets = "api --paginate repos/gates-ci/gates/releases/7/assets?per_page=100 …";

    private readonly ReleaseDesk desk = new();

    public static TheoryData<string> Files =>
    [
        "actions/setup/action.yml",
        .. new[] { ".github/workflows", "examples/workflows" }
            .SelectMany(folder => Directory.GetFiles(Repository.Combine(folder), "*.yml").Order(StringComparer.Ordinal))
            .Select(path => Path.GetRelativePath(Repository.Root, path)),
    ];

    public void Dispose() => desk.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryScriptOfAStep_PassesShellcheck(string path)
    {
        Assert.SkipUnless(ExternalProgram.Exists("shellcheck"), "shellcheck is not installed");
        foreach (var (where, script) in ReleaseWorkflow.Scripts(path))
        {
            var file = desk.Write("step.sh", "#!/bin/bash\nset -eo pipefail\n" + script);


            // Single quotes that hold a $ are meant for another program.
            ExternalProgram.Run("shellcheck", ["--exclude=SC2016", file]).Output.ShouldBe("", where);
        }
    }

    [Fact]
    public void LongScripts_AreFilesWithTests_AndEachIsUsed()
    {
        string[] workflows = [".github/workflows/release.yml", ".github/workflows/bases.yml", ".github/workflows/live.yml"];
        var scripts = workflows.Where(path => File.Exists(Repository.Combine(path))).SelectMany(ReleaseWorkflow.Scripts).ToList();
        scripts.Where(script => script.Script.TrimEnd().Split('\n').Length > 5).Select(script => script.Where).ShouldBeEmpty();

        var files = Directory.GetFiles(Repository.Combine(".github/release"));
        var texts = files.Append(Repository.Combine("Dockerfile")).Select(File.ReadAllText).Concat(scripts.Select(script => script.Script));
        var named = texts.SelectMany(text => Named().Matches(text).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        named.ShouldBe(files.Select(path => Path.GetFileName(path)), ignoreOrder: true);
    }

    [Fact]
    public void EachJob_MayWriteOnlyWhatItMakes()
    {
        var permissions = ReleaseWorkflow.Jobs().Children.ToDictionary(
            job => job.Key.ToString(),
            job => string.Join(", ", ((YamlMappingNode)job.Value["permissions"]).Where(one => one.Value.ToString() == "write").Select(one => one.Key)),
            StringComparer.Ordinal);

        permissions.ShouldBe(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["prepare"] = "",
                ["test"] = "",
                ["program"] = "",
                ["try"] = "",
                ["image"] = "packages",
                ["sign"] = "attestations, id-token, packages",
                ["publish"] = "contents",
                ["major"] = "contents",
                ["name-image"] = "packages",
                ["propose"] = "contents, pull-requests",
            },
            ignoreOrder: true);
        ReleaseWorkflow.Job("publish")["environment"].ToString().ShouldBe("release");
    }

    [Fact]
    public void NothingIsSignedOrPublished_BeforeTestsPassedAndEveryProgramRan()
    {
        string[] Before(string job) => ReleaseWorkflow.Job(job).Children.TryGetValue("needs", out var needs)
            ? [.. (needs is YamlSequenceNode list ? list.Select(need => need.ToString()) : [needs.ToString()])
                .SelectMany(need => Before(need).Append(need)).Distinct()]
            : [];

        Before("sign").ShouldBe(["prepare", "test", "program", "try", "image"], ignoreOrder: true);
        Before("publish").ShouldContain("sign");
        Before("name-image").ShouldContain("major");
        var built = Rids("program");
        built.ShouldBe(["linux-x64", "linux-arm64", "osx-arm64", "osx-x64", "win-x64"], ignoreOrder: true);
        Rids("try").Distinct().ShouldBe(built, ignoreOrder: true);
        File.ReadAllText(Repository.Combine("publish")).ShouldContain($"known=\"{string.Join(' ', built)}\"");
    }

    [Fact]
    public void WholeRelease_RunsAsItStandsThere()
    {
        Assert.SkipUnless(ExternalProgram.Exists("jq"), "jq is not installed");
        var dist = desk.StartOver("#!/bin/bash\n[[ $1 == ghcr.io/* && $2 == 1.4.0 ]] && echo '{}'\n");
        var digest = ReleaseDesk.Image.Split('@')[1];
        ExpectBuild(digest);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["inputs.version"] = "1.4.0",
            ["github.repository"] = "gates-ci/gates",
            ["github.run_id"] = "1",
            ["github.token"] = "ghs_secret",
            ["steps.image.outputs.reference"] = ReleaseDesk.Image,
            ["steps.files.outputs.bundle-path"] = desk.Write("bundle.json", "{}"),
            ["needs.sign.outputs.reference"] = ReleaseDesk.Image,
        };

        Run("prepare", values);
        Output(Run("sign", values), "reference").ShouldBe(ReleaseDesk.Image);
        ExpectRelease(digest, ReleaseDesk.AssetsOf(dist));
        values["steps.commit.outputs.commit"] = Output(Run("publish", values, 1), "commit");
        values["needs.publish.outputs.commit"] = values["steps.commit.outputs.commit"];
        Run("publish", values, 2);
        Run("major", values);
        Run("name-image", values);
        desk.Checkout.Git("switch", "-q", "--detach", desk.At("refs/heads/main")!);
        Directory.Move(dist, Path.Combine(desk.Temp, "dist"));
        Run("propose", values);

        var commit = values["steps.commit.outputs.commit"];
        (desk.At("refs/tags/v1.4.0"), desk.At("refs/tags/v1")).ShouldBe((commit, commit));
        TempRepository.Run(desk.Remote, "show", "refs/heads/release/uses-1.4.0:examples/workflows/a.yml").Trim()
            .ShouldBe($"- uses: gates-ci/gates@{commit} # v1.4.0");
        desk.Verify();
    }

    [Fact]
    public void TriedProgram_MustSayItsVersion_FindATokenAndPassWithoutOne()
    {
        var version = GatesProcess.Run(desk.Temp, ["--version"]).Output.Trim().Split('+')[0];
        var built = Path.GetDirectoryName(desk.Write("built/gates", $"#!/bin/bash\nexec {Repository.Gates} \"$@\"\n"))!;
        desk.Write("built/libsodium.so", "");
        desk.Write("built/LICENSE", "");
        desk.Run("archive", version, "linux-x64", built, Path.Combine(desk.Temp, "packed")).Succeeded();

        desk.Run("try-archive", version, Path.Combine(desk.Temp, "packed")).Succeeded().ShouldContain($"{version}");

        desk.Run("archive", "9.9.9", "linux-x64", built, Path.Combine(desk.Temp, "other")).Succeeded();
        desk.Run("try-archive", "9.9.9", Path.Combine(desk.Temp, "other")).Error.ShouldContain("and not 9.9.9");
        desk.Run("try-archive", "9.9.9", desk.Temp).Error.ShouldBe($"try-archive: {desk.Temp} holds no archive of 9.9.9\n");
    }

    private void ExpectBuild(string digest)
    {
        desk.Gh.Expect(List, "[]");
        desk.Docker
            .Expect("login ghcr.io --username somebody --password-stdin")
            .Expect("buildx imagetools create --tag ghcr.io/gates-ci/gates:build-1 …").Expect("buildx imagetools inspect …", digest)
            .Expect("buildx imagetools inspect …", "linux/amd64 linux/arm64 ");
    }

    private void ExpectRelease(string digest, string files)
    {
        var published = ReleaseDesk.Release("v1.4.0", 7, isDraft: false, isImmutable: true);
        var tagging = $"git -C {desk.Remote} update-ref refs/tags/v1.4.0 $(git -C {desk.Remote} rev-parse refs/heads/release/1.4.0)";
        desk.Gh
            .Expect(List, "[]").Expect("api --method POST …", ReleaseDesk.Release("v1.4.0", 7, isDraft: true)).Expect(Assets, "[]").Expect(Assets, "[]")
            .Expect("release upload v1.4.0 …").Expect(Assets, files).Expect("api --method PATCH …", published, script: tagging)
            .Expect(List, $"[{published}]").Expect(Assets, files)
            .Expect("pr create --repo gates-ci/gates --base main --head release/uses-1.4.0 --title Examples and documents name 1.4.0 by its commit …");
        desk.Docker
            .Expect("login ghcr.io --username somebody --password-stdin")
            .Expect("buildx imagetools inspect …", exitCode: 1)
            .Expect("buildx imagetools create --tag ghcr.io/gates-ci/gates:1.4.0 …").Expect("buildx imagetools inspect …", digest)
            .Expect("buildx imagetools create --tag ghcr.io/gates-ci/gates:v1 …").Expect("buildx imagetools inspect …", digest);
    }

    private static List<string> Rids(string job) =>
        [.. ((YamlSequenceNode)ReleaseWorkflow.Job(job)["strategy"]["matrix"]["include"]).Select(leg => leg["rid"].ToString())];

    private static string Output(string written, string name) =>
        written.Split('\n').Single(line => line.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>Runs the scripts of a job, or one of them.</summary>
    /// <returns>What they wrote as outputs.</returns>
    private string Run(string jobName, Dictionary<string, string> values, int? only = null)
    {
        var job = ReleaseWorkflow.Job(jobName);
        var steps = ReleaseWorkflow.Steps(job).Where(step => step.Children.ContainsKey("run")).ToList();
        var written = desk.Write("output", "");
        foreach (var step in only is { } number ? [steps[number - 1]] : steps)
        {
            var result = desk.Step(step["run"].ToString(), ReleaseWorkflow.Variables(job, step, values));
            result.ExitCode.ShouldBe(0, $"{jobName}: {result}");
            (result.Output + result.Error).ShouldNotContain("ghs_secret");
        }

        return File.ReadAllText(written);
    }

    [GeneratedRegex(@"\.github/release/(common\.sh|[a-z-]+)")]
    private static partial Regex Named();
}
