using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Releases;

/// <summary>What to go back to: the last release that is proven to have passed, whatever lies between.</summary>
public sealed class RollbackTargetStories(ReleaseLine line) : IClassFixture<ReleaseLine>
{
    [Fact]
    public void Newest_GoesBackOverWhatFailedAndWhatIsNoRelease()
    {
        using var copy = line.Copy();
        var found = copy.Gates("rollback-target");
        found.ExitCode.ShouldBe(0, found.ToString());
        found.Output.ShouldStartWith("v10.0.0  commit " + copy.Git("rev-parse", "v10.0.0"));
        found.Output.ShouldContain("decision  PASSED, entry ");
        found.Output.ShouldContain("passed over v11.0.0: its newest decision is FAILED (entry ");
        found.Output.ShouldContain("passed over v10.1.0-rc.1: it is a pre-release");
    }

    [Fact]
    public void Versions_AreComparedAsNumbers()
    {
        using var copy = line.Copy();
        copy.Gates("rollback-target", "--for", "v10.0.0").Output.ShouldStartWith("v9.0.0 ");
        var none = copy.Gates("rollback-target", "--for", "v9.0.0");
        none.ExitCode.ShouldBe(1, none.ToString());
        none.Output.ShouldStartWith("There is nothing to go back to from v9.0.0: no earlier release is proven to have passed.");
    }

    /// <summary>The answer for machines carries a proof that holds without this repository.</summary>
    [Fact]
    public void Json_ProofHoldsElsewhere()
    {
        using var copy = line.Copy();
        var found = copy.Gates("rollback-target", "--format", "json");
        found.ExitCode.ShouldBe(0, found.ToString());
        var answer = JsonElement.Parse(found.Output);
        answer.GetProperty("tag").GetString().ShouldBe("v10.0.0");
        answer.GetProperty("passedOver").GetArrayLength().ShouldBe(2);
        using var elsewhere = new TempFolder();
        copy.Git("fetch", "-q", "origin", ReleaseBed.Branch);
        Take(answer.GetProperty("decision"), "decision");
        foreach (var (result, index) in answer.GetProperty("results").EnumerateArray().Select((one, index) => (one, index)))
        {
            Take(result, $"result{index}");
        }

        elsewhere.Write("d/decision.tlog-proof", answer.GetProperty("log").GetProperty("proof").GetString()!);
        var commit = answer.GetProperty("commit").GetString()!;
        var verified = copy.Gates("verify", Path.Combine(elsewhere.Path, "d"), "--commit", commit, "--require-passed");
        verified.ExitCode.ShouldBe(0, verified.ToString());
        verified.Output.ShouldContain($"entry {answer.GetProperty("log").GetProperty("index").GetInt64()} of ");

        void Take(JsonElement bundle, string name) =>
            elsewhere.Write($"d/{name}.sigstore.json", copy.Git("show", "FETCH_HEAD:" + bundle.GetProperty("path").GetString()) + "\n");
    }

    [Fact]
    public void Tag_Moved_IsPassedOver()
    {
        using var copy = line.Copy();
        copy.Git("tag", "-f", "v10.0.0", "v12.0.0~1");
        copy.Git("tag", "-f", "v9.0.0", "v10.1.0-rc.1");
        var moved = copy.Gates("rollback-target");
        moved.ExitCode.ShouldBe(1, moved.ToString());
        moved.Output.ShouldContain("passed over v10.0.0: the tag was moved: it names " + copy.Git("rev-parse", "v11.0.0"));
        moved.Output.ShouldContain("passed over v9.0.0: the tag was moved: it names " + copy.Git("rev-parse", "v10.1.0-rc.1"));
    }

    [Fact]
    public void Tag_OfACommitThatNobodyDecidedAbout_IsPassedOver()
    {
        using var copy = line.Copy();
        copy.Release("v11.5.0");
        var found = copy.Gates("rollback-target");
        found.Output.ShouldContain($"passed over v11.5.0: no decision about its commit {copy.Git("rev-parse", "HEAD")} is logged");
        found.Output.ShouldStartWith("v10.0.0 ");
    }

    [Fact]
    public void Log_TakenAway_ProvesNothing()
    {
        using var copy = line.Copy();
        copy.Tamper(branch => Directory.Delete(Path.Combine(branch, "log"), recursive: true));
        var found = copy.Gates("rollback-target");
        found.ExitCode.ShouldBe(1, found.ToString());
        found.Output.ShouldContain($"passed over v10.0.0: {ReleaseBed.Branch} proves nothing: log/");
    }

    /// <summary>Without the decision that failed, the one before it would count.</summary>
    [Fact]
    public void Decision_TakenAway_ProvesNothing()
    {
        using var copy = line.Copy();
        copy.Tamper(branch => File.Delete(
            Directory.GetFiles(Path.Combine(branch, "audit"), "*-_vsa-*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last()));
        var found = copy.Gates("rollback-target");
        found.ExitCode.ShouldBe(1, found.ToString());
        found.Output.ShouldContain("-_vsa-");
        found.Output.ShouldContain(": missing; log/");
    }

    /// <summary>A decision rests on results; one whose result was changed does not hold any more.</summary>
    [Fact]
    public void Result_Changed_IsPassedOver()
    {
        using var copy = line.Copy();
        var answer = JsonElement.Parse(copy.Gates("rollback-target", "--format", "json").Output);
        var result = answer.GetProperty("results")[0].GetProperty("path").GetString()!;
        copy.Tamper(branch => File.AppendAllText(Path.Combine(branch, result), " "));
        var found = copy.Gates("rollback-target");
        found.ExitCode.ShouldBe(0, found.ToString());
        found.Output.ShouldStartWith("v9.0.0 ");
        found.Output.ShouldContain($"passed over v10.0.0: {result}: ");
    }

    [Fact]
    public void Lines_Several_AskForOne()
    {
        using var copy = line.Copy();
        copy.Git("tag", "app/v1.0.0");
        var asked = copy.Gates("rollback-target");
        asked.ExitCode.ShouldBe(2);
        asked.Error.ShouldContain("there are several lines of releases (app/v*, v*); say with --for TAG which one to go back from");
        copy.Gates("rollback-target", "--for", "v12.0.0").Output.ShouldStartWith("v10.0.0 ");
        var unknown = copy.Gates("rollback-target", "--for", "v12.0.1");
        unknown.ExitCode.ShouldBe(2);
        unknown.Error.ShouldContain("not a release among the tags of this clone; did you mean \"v12.0.0\"?");
    }

    [Fact]
    public void Clone_Shallow_IsRefused()
    {
        using var copy = line.Copy();
        using var folder = new TempFolder();
        TempRepository.Run(folder.Path, "clone", "-q", "--depth=1", "file://" + copy.Remote, "shallow");
        var refused = GatesProcess.Run(Path.Combine(folder.Path, "shallow"), ["rollback-target"]);
        refused.ExitCode.ShouldBe(3, refused.ToString());
        (refused.Error + refused.Output).ShouldContain("fetch-depth: 0");
    }
}
