using System.Text;
using Gates.Attestation.Lifetime;
using Gates.Attestation.Log;
using Gates.Attestation.Verification;
using Runner.Tests.Attestation.Log;
using Runner.Tests.Attestation.Verification;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Lifetime;

/// <summary>What a tombstone excuses, and what it never does.</summary>
public sealed class TombstoneTests : IDisposable
{
    private const string File = "audit/2026/11/22/20261122T103000Z-drill-0123456789abcdef.file";
    private const string Decision = "audit/2026/11/22/_vsa.json";
    private const string Stone = "audit/2026/11/22/20261122T103000Z-tombstone-0123456789abcdef.json";

    private static readonly byte[] Content = Encoding.UTF8.GetBytes("personal");

    private readonly SignedRelease release = new();
    private readonly SignedRelease stranger = new(seed: 100);

    [Fact]
    public void File_MissingWithItsTombstone_Holds() => Verify(Entry()).Problems.ShouldBeEmpty();

    [Fact]
    public void File_MissingWithoutATombstone_DoesNotHold() => Verify(null).Problems.ShouldHaveSingleItem().Message.ShouldStartWith($"{File}: missing; ");

    [Fact]
    public void Tombstone_OfAStranger_ExcusesNothing() =>
        Verify(Entry(), signer: stranger).Problems.Select(problem => problem.Fault)
            .ShouldBe([LogFault.EvidenceEdited, VerificationFault.Malformed, VerificationFault.BadSignature], ignoreOrder: true);

    [Fact]
    public void Tombstone_LoggedAsEvidence_ExcusesNothing() => Missing(Verify(Entry(), LeafType.Evidence));

    [Fact]
    public void Tombstone_LoggedBeforeItsFile_ExcusesNothing()
    {
        var report = Verify(Entry() with { Sequence = 2 }, first: true);
        Missing(report);
        report.Problems.ShouldContain(problem => problem.Message.Contains("which is not before it", StringComparison.Ordinal));
    }

    [Fact]
    public void Tombstone_OfAnotherDigestOrEntry_ExcusesNothing()
    {
        Missing(Verify(Entry() with { Sha256 = new string('0', 64) }));
        Missing(Verify(Entry() with { Sequence = 0 }));
        Missing(Verify(Entry() with { Log = "example.com/acme/other/2026" }));
        Missing(Verify(Entry() with { IsFile = false }));
    }

    [Fact]
    public void Tombstone_OfADecision_IsRefusedItself()
    {
        var decision = release.Sign(SignedRelease.Decision([]));
        var report = Verify(new ErasedEntry(TestLog.Origin, 0, Decision, SignedRelease.Digest(decision)) { IsFile = true }, withoutDecision: true);
        report.Problems.ShouldContain(problem => problem.Message.StartsWith($"{Stone}: says that {Decision} was erased. Only files", StringComparison.Ordinal));
        report.Problems.ShouldContain(problem => problem.Message.StartsWith($"{Decision}: missing; ", StringComparison.Ordinal));
    }

    [Fact]
    public void Tombstone_Missing_IsNamed()
    {
        var report = Verify(Entry(), withoutStone: true);
        report.Problems.ShouldContain(problem => problem.Message.StartsWith($"{Stone}: missing; ", StringComparison.Ordinal));
        Missing(report);
    }

    public void Dispose()
    {
        release.Dispose();
        stranger.Dispose();
    }

    private static ErasedEntry Entry() => new(TestLog.Origin, 1, File, SignedRelease.Digest(Content)) { IsFile = true };

    private static void Missing(VerificationReport report) =>
        report.Problems.ShouldContain(problem => problem.Message.StartsWith($"{File}: missing; ", StringComparison.Ordinal));

    /// <summary>A branch with a decision, a file that is missing, and a tombstone.</summary>
    private VerificationReport Verify(
        ErasedEntry? erased,
        LeafType type = LeafType.Tombstone,
        SignedRelease? signer = null,
        bool first = false,
        bool withoutDecision = false,
        bool withoutStone = false)
    {
        var decision = release.Sign(SignedRelease.Decision([]));
        var entries = new List<NewEntry>
        {
            new(LeafType.Evidence, Decision, SignedRelease.Digest(decision), release.EvidenceKey.KeyId),
            new(LeafType.Evidence, File, SignedRelease.Digest(Content), release.EvidenceKey.KeyId),
        };
        var branch = new MemoryEvidence();
        if (erased is not null)
        {
            var stone = (signer ?? release).Sign(new Tombstone(TestLog.Time, "GDPR Art. 17", [erased], "commitment").ToStatement());
            entries.Insert(first ? 0 : 2, new NewEntry(type, Stone, SignedRelease.Digest(stone), release.EvidenceKey.KeyId));
            if (!withoutStone)
            {
                branch.Files[Stone] = stone;
            }
        }

        if (!withoutDecision)
        {
            branch.Files[Decision] = decision;
        }

        var store = new MemoryLogStore();
        store.Apply(LogAppend.Create(store, null, entries, TestLog.Time, new NoteSigner(TestLog.Origin, release.LogKey)));
        foreach (var (path, content) in store.Files)
        {
            branch.Files["log/2026/" + path] = content;
        }

        return release.Verify(branch);
    }
}
