using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Runner.Configuration;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Configuration;

public sealed class PinnedPoliciesTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string remote;
    private readonly string sha;

    public PinnedPoliciesTests()
    {
        folder.Write("server/acme/policies/policies/mine/policy.json", "{ \"title\": \"Mine\" }");
        folder.Write(
            "server/acme/policies/policies/mine/policy.js",
            "import { say } from '../lib/say.js';\nfunction judge(evidence, settings, report) { say(report); }\n");
        folder.Write("server/acme/policies/policies/lib/say.js", "export function say(report) { report.note('n', 'n'); }\n");
        folder.Write("server/acme/policies/elsewhere/large.txt", new string('x', 2_000_000));
        remote = Path.Combine(folder.Path, "server/acme/policies");
        TempRepository.Run(remote, "init", "-q", "-b", "main");
        TempRepository.Run(remote, "config", "uploadpack.allowFilter", "true");
        TempRepository.Run(remote, "config", "uploadpack.allowAnySHA1InWant", "true");
        TempRepository.Run(remote, "add", "-A");
        TempRepository.Run(remote, "commit", "-q", "-m", "one");
        sha = TempRepository.Run(remote, "rev-parse", "HEAD");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AddAsync_Pin_IsFetchedWithWhatItMayImport_AndNamedAfterItsRepository()
    {
        using var pinned = Pinned();
        var gate = (await PlanAsync(pinned, "policies/mine")).Gates.Single();

        var name = $"acme/policies@{sha[..12]}/policies/";
        gate.Title.ShouldBe("Mine");
        gate.PolicyFiles!.Entry.ShouldBe(name + "mine/policy.js");
        gate.PolicyFiles.Texts.Keys.ShouldBe([name + "mine/policy.js", name + "lib/say.js"], ignoreOrder: true);
        Directory.GetFileSystemEntries(Path.Combine(folder.Path, "cache")).ShouldHaveSingleItem().ShouldEndWith($"-{sha}.pack");
    }

    [Fact]
    public async Task AddAsync_LargeFilesElsewhere_StayThere()
    {
        using var pinned = Pinned();
        await PlanAsync(pinned, "policies/mine");

        var cached = Directory.GetFiles(Path.Combine(folder.Path, "cache")).Single();
        TempRepository.Run(folder.Path, "index-pack", cached);
        TempRepository.Run(folder.Path, "verify-pack", "-v", cached).Split('\n').Count(line => line.Contains(" blob ", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task AddAsync_CacheThatSomebodyElseWrote_IsNotBelieved()
    {
        using (var first = Pinned())
        {
            await PlanAsync(first, "policies/mine");
        }

        // A pack of the same names with another policy: its ids are what its contents are.
        var cached = Directory.GetFiles(Path.Combine(folder.Path, "cache")).Single();
        folder.Write("forged/policies/mine/policy.json", "{ \"title\": \"Forged\" }");
        var forged = Path.Combine(folder.Path, "forged");
        TempRepository.Run(forged, "init", "-q", "-b", "main");
        TempRepository.Run(forged, "add", "-A");
        TempRepository.Run(forged, "commit", "-q", "-m", "one");
        TempRepository.Run(forged, "repack", "-adq");
        File.Copy(Directory.GetFiles(Path.Combine(forged, ".git/objects/pack"), "*.pack").Single(), cached, overwrite: true);

        using var second = Pinned();
        (await PlanAsync(second, "policies/mine")).Gates.Single().Title.ShouldBe("Mine");
        await File.WriteAllTextAsync(cached, "PACK and then nothing", TestContext.Current.CancellationToken);
        using var third = Pinned();
        (await PlanAsync(third, "policies/mine")).Gates.Single().Title.ShouldBe("Mine");
    }

    [Fact]
    public async Task AddAsync_TheSecondTime_NeedsNoServer()
    {
        using (var first = Pinned())
        {
            await PlanAsync(first, "policies/mine");
        }

        Directory.Move(remote, remote + ".gone");
        using var second = Pinned();

        (await PlanAsync(second, "policies/mine")).Gates.Single().Title.ShouldBe("Mine");
    }

    [Fact]
    public async Task AddAsync_CommitThatIsNotThere_SaysWhichPolicyAndLeavesNothing()
    {
        using var pinned = Pinned();

        var e = await Should.ThrowAsync<EvaluationException>(() => PlanAsync(pinned, "policies/mine", new string('b', 40)));

        e.Message.ShouldStartWith($"the policy of mine, github:acme/policies/policies/mine@{new string('b', 40)}, could not be fetched: git fetch: ");
        Directory.Exists(Path.Combine(folder.Path, "cache")).ShouldBeFalse();
    }

    [Fact]
    public async Task Plan_PathThatIsNotInThatCommit_IsAProblemOfTheConfiguration()
    {
        using var pinned = Pinned();

        (await Should.ThrowAsync<UsageException>(() => PlanAsync(pinned, "policies/other"))).Message
            .ShouldContain("gates.yml:3:19: key `gates.mine.policy`: \"policies/other\" is not a folder of the repository with a policy.js and a policy.json");
    }

    private PinnedPolicies Pinned() => new(new RemoteCommits(Path.Combine(folder.Path, "cache"), token: null), "file://" + Path.Combine(folder.Path, "server"));

    private async Task<RunPlan> PlanAsync(PinnedPolicies pinned, string path, string? commit = null)
    {
        var configuration = ConfigurationReader.Read(
            $"version: 1\ngates:\n  mine: {{ policy: \"github:acme/policies/{path}@{commit ?? sha}\", facts: {{ files: [a] }} }}\n",
            "gates.yml");
        var request = new PlanRequest { Tree = new MemoryTree(), Services = new GateServices(TimeProvider.System), Today = new DateOnly(2026, 11, 22) };
        return Planner.Plan(configuration, await pinned.AddAsync(request, configuration, CancellationToken.None));
    }
}
