using Gates.Attestation.Log;
using Gates.Attestation.Packs;
using Gates.Attestation.Verification;
using Runner.Tests.Attestation.Log;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Verification;

/// <summary>A new year's log begins by keeping the last checkpoint of the year before. Nothing is missing from such a branch.</summary>
public sealed class NewYearTests : IDisposable
{
    private const string Kept = "log/2026/checkpoint";
    private const string Origin = "example.com/acme/app/2027";

    private static readonly DateTimeOffset January = new(2027, 1, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly SignedRelease release = new();
    private readonly MemoryEvidence branch = new();

    public NewYearTests()
    {
        var result = release.Sign(SignedRelease.Result("dlp-scan"));
        Write(
            release.Branch.Files[Kept],
            ("audit/2026/12/31/dlp-scan.json", result),
            ("audit/2027/01/02/_vsa.json", release.Sign(SignedRelease.Decision([new PackedBundle("dlp-scan", result, [])]))));
        release.Clock.Advance(January - TestLog.Time);
    }

    [Fact]
    public void Branch_OfTheNewYear_Holds()
    {
        var report = release.Verify(branch);
        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldBe([$"times: the entries of {Origin}; its log key answers for them"]);
    }

    [Fact]
    public void Branch_OfTheOldYear_StillHolds() => release.Verify(release.Branch).Problems.ShouldBeEmpty();

    [Fact]
    public void BothYears_InOneFolder_Hold()
    {
        Merge();
        release.Verify(branch).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void BothYears_OldLogCutBackSince_IsNoLongerWhatWasKept()
    {
        release.Append("late", SignedRelease.Result("late"));
        foreach (var path in branch.Paths.Where(path => path.StartsWith("log/", StringComparison.Ordinal)).ToList())
        {
            branch.Files.Remove(path);
        }

        Write(release.Branch.Files[Kept]);
        using var shorter = new SignedRelease();
        foreach (var (path, content) in shorter.Branch.Files)
        {
            branch.Files[path] = content;
        }

        release.Verify(
            branch).Problems.ShouldContain(problem => problem.Fault == LogFault.EvidenceEdited
                && problem.Message.StartsWith($"{Kept}: its SHA-256 is ", StringComparison.Ordinal));
    }

    [Fact]
    public void KeptCheckpoint_Removed_IsMissing()
    {
        branch.Files.Remove(Kept);
        Problem().Message.ShouldStartWith($"{Kept}: missing; log/2027/");
    }

    [Fact]
    public void KeptCheckpoint_Exchanged_IsNotTheOneThatWasLogged()
    {
        using var other = new SignedRelease();
        other.Append("more", SignedRelease.Result("more"));
        branch.Files[Kept] = other.Branch.Files[Kept];
        Problem().Fault.ShouldBe(LogFault.EvidenceEdited);
    }

    [Fact]
    public void KeptCheckpoint_SignedByAStranger_IsForged()
    {
        using var stranger = new SignedRelease(seed: 100);
        branch.Files.Clear();
        Write(stranger.Branch.Files[Kept], ("audit/2027/01/02/_vsa.json", release.Sign(SignedRelease.Decision([]))));
        Problem().Fault.ShouldBe(LogFault.ForgedCheckpoint);
    }

    [Fact]
    public void KeptCheckpoint_OfAnotherRepository_IsOfTheWrongOrigin()
    {
        using var other = new TestLog(seed: 2, origin: "example.com/acme/other/2026");
        other.Append(1);
        branch.Files.Clear();
        Write(other.Store.Files["checkpoint"], ("audit/2027/01/02/_vsa.json", release.Sign(SignedRelease.Decision([]))));
        Problem().Message.ShouldStartWith($"{Kept}: the log of example.com/acme/other/2026; log/2027/tile/entries/000.p/2: entry 0 keeps the log of example.com/acme/app/2026");
    }

    [Fact]
    public void Checkpoint_ThatNoEntryKeeps_IsALogThatIsGone()
    {
        branch.Files["log/2025/checkpoint"] = branch.Files[Kept];
        Problem().Message.ShouldStartWith("log/2025/: has a checkpoint and no tiles, and no first entry of a later log keeps it");
    }

    [Fact]
    public void Seen_TheVeryLastOfTheOldYear_IsProvenByTheKeptCheckpoint() =>
        release.Verify(branch, null, ("seen.tlog-proof", release.Bundles[0].Proof)).Problems.ShouldBeEmpty();

    [Fact]
    public void Seen_LongerThanWhatTheNewYearKept_IsRolledBack()
    {
        release.Append("more", SignedRelease.Result("more"));
        release.Verify(branch, null, ("seen.tlog-proof", release.Bundles[^1].Proof)).Problems
            .Select(problem => problem.Fault)
            .ShouldContain(LogFault.RolledBack);
    }

    public void Dispose() => release.Dispose();

    private void Merge()
    {
        foreach (var (path, content) in release.Branch.Files)
        {
            branch.Files[path] = content;
        }
    }

    private VerificationProblem Problem() => release.Verify(branch).Problems.ShouldHaveSingleItem();

    /// <summary>The branch of 2027, as its first append makes it.</summary>
    private void Write(byte[] last, params (string Path, byte[] Content)[] files)
    {
        var store = new MemoryLogStore();
        store.Apply(LogAppend.Create(
            store,
            null,
            [
                new NewEntry(LeafType.Shard, Kept, SignedRelease.Digest(last), release.LogKey.KeyId),
                .. files.Select(file => new NewEntry(LeafType.Evidence, file.Path, SignedRelease.Digest(file.Content), release.EvidenceKey.KeyId))
            ],
            January,
            new NoteSigner(Origin, release.LogKey)));
        branch.Files[Kept] = last;
        foreach (var (path, content) in files)
        {
            branch.Files[path] = content;
        }

        foreach (var (path, content) in store.Files)
        {
            branch.Files["log/2027/" + path] = content;
        }
    }
}
