using System.Text;
using Gates.Attestation.Log;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Log;

/// <summary>Each way to tamper with a log is found, named, and placed.</summary>
public sealed class LogVerifierTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(600)]
    public void Log_Untouched_Holds(int size)
    {
        using var log = TestLog.From(size);
        log.Verify().ShouldBeEmpty();
    }

    [Fact]
    public void Log_OfNothing_IsMissing()
    {
        using var log = new TestLog();
        log.Verify().ShouldBe([new LogProblem(LogFault.Missing, "log/2026/checkpoint: missing: there is no log")]);
    }

    [Fact]
    public void Evidence_Edited_IsNamedWithBothDigests()
    {
        using var log = TestLog.From(3);
        log.Evidence["audit/2026/11/22/1.json"] = [1];
        var problem = log.Verify().ShouldHaveSingleItem();
        problem.Fault.ShouldBe(LogFault.EvidenceEdited);
        problem.Message.ShouldStartWith("audit/2026/11/22/1.json: its SHA-256 is 4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a; log/2026/tile/entries/000.p/3: entry 1 logged ");
    }

    [Fact]
    public void Evidence_RemovedOrNeverLogged_IsNamed()
    {
        using var log = TestLog.From(3);
        log.Evidence.Remove("audit/2026/11/22/2.json");
        log.Evidence["audit/2026/11/22/x.json"] = [1];
        log.Verify().ShouldBe([
            new LogProblem(LogFault.EvidenceEdited, "audit/2026/11/22/2.json: missing; log/2026/tile/entries/000.p/3: entry 2 names it"),
            new LogProblem(LogFault.NotLogged, "audit/2026/11/22/x.json: no entry of the log names this file"),
        ]);
    }

    [Fact]
    public void Entry_Changed_IsNotTheOneThatWasSigned()
    {
        using var log = TestLog.From(300);
        var bundle = log.Store.Files["tile/entries/000"];
        bundle[bundle.AsSpan().IndexOf("audit/2026/11/22/7.json"u8)] = (byte)'b';
        log.Verify().Select(problem => $"{problem.Fault} {problem.Message.Split(": names")[0]}").ShouldBe([
            "altered log/2026/tile/entries/000: entry 7: not the entry that was signed",
            "broken-chain log/2026/tile/entries/000: entry 8",
            "evidence-edited budit/2026/11/22/7.json: missing; log/2026/tile/entries/000: entry 7 names it",
            "not-logged audit/2026/11/22/7.json: no entry of the log names this file",
        ]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Entries_RemovedOrMovedByTheHolderOfTheKey_BreakTheChain(bool removed)
    {
        using var log = TestLog.From(6);
        var seen = log.Open().Checkpoint;
        var entries = log.Open().Bundle(0).Select(entry => entry.ToArray()).ToList();
        var third = entries[2];
        entries.RemoveAt(2);
        entries.InsertRange(3, removed ? [] : [third]);
        log.Resign(entries);
        var problems = log.Verify(new LogCheck { Origin = TestLog.Origin, Seen = [("v1.0.tlog-proof", seen)] });
        problems[0].ShouldBe(new LogProblem(
            LogFault.BrokenChain,
            $"log/2026/tile/entries/000.p/{entries.Count}: entry 2: says that it is number 3: an entry was removed, added or moved"));
        problems[^1].Fault.ShouldBe(removed ? LogFault.RolledBack : LogFault.SplitView);
    }

    [Fact]
    public void Tail_CutOff_IsFoundByAnyReleasedProof()
    {
        using var log = TestLog.From(5);
        var short5 = new Dictionary<string, byte[]>(log.Store.Files, StringComparer.Ordinal);
        log.Append(2);
        var proof = log.Open().Proof(6);
        log.Store.Files.Clear();
        foreach (var (path, bytes) in short5)
        {
            log.Store.Files[path] = bytes;
        }

        var check = new LogCheck { Seen = [("v1.0.tlog-proof", proof.CheckpointOf(log.Trusted, "v1.0.tlog-proof"))] };
        log.Verify(
            check).ShouldBe([new LogProblem(LogFault.RolledBack, "log/2026/checkpoint: 5 entries, and v1.0.tlog-proof saw 7: the end of the log was cut off")]);
    }

    [Fact]
    public void SplitView_IsFoundByACheckpointOfTheOtherSide()
    {
        using var log = TestLog.From(5);
        using var other = TestLog.From(4);
        other.Evidence["audit/2026/11/22/4.json"] = [];
        var fork = LogAppend.Create(
            other.Store,
            other.Open(),
            [new NewEntry(LeafType.Evidence, "audit/other.json", new string('1', 64), "a2V5")],
            TestLog.Time,
            other.Signer);
        log.Append();
        log.Verify(new LogCheck { Seen = [("the witness", fork.Log.Checkpoint)] })
            .ShouldBe([new LogProblem(
                LogFault.SplitView,
                "log/2026/checkpoint: its first 5 entries are not those that the witness saw: the log was rewritten")]);
    }

    [Fact]
    public void Checkpoint_Forged_IsRefused()
    {
        using var log = TestLog.From(5);
        using var other = new TestLog(seed: 2);
        log.Store.Files["checkpoint"] = SignedNote.Sign(log.Open().Checkpoint.Text, other.Signer).Bytes;
        log.Verify().ShouldHaveSingleItem().Fault.ShouldBe(LogFault.ForgedCheckpoint);
    }

    [Fact]
    public void Checkpoint_OfAnotherLog_IsRefused()
    {
        using var log = new TestLog(origin: "example.com/acme/other/2026");
        log.Append();
        log.Verify().ShouldBe([new LogProblem(
            LogFault.WrongOrigin,
            "log/2026/checkpoint: the log of example.com/acme/other/2026; expected the log of example.com/acme/app/2026")]);
    }

    [Fact]
    public void Checkpoint_SignedUnderAnotherName_IsRefused()
    {
        using var log = TestLog.From(1);
        using var other = new TestLog(origin: "example.com/acme/other/2026");
        log.Store.Files["checkpoint"] = SignedNote.Sign(log.Open().Checkpoint.Text, other.Signer).Bytes;
        Should.Throw<LogException>(() => LogReader.Open(log.Store, [.. log.Trusted, .. other.Trusted])).Message
            .ShouldStartWith("log/2026/checkpoint: the log of example.com/acme/app/2026, signed by example.com/acme/other/2026 (key ");
    }

    [Theory]
    [InlineData("tile/0/001.p/44", "log/2026/tile/0/001.p/44: missing, and a log of 300 entries has it")]
    [InlineData("tile/entries/000", "log/2026/tile/entries/000: missing, and a log of 300 entries has it")]
    public void Tile_Missing_IsNamed(string path, string message)
    {
        using var log = TestLog.From(300);
        log.Store.Files.Remove(path);
        log.Verify(new LogCheck()).ShouldContain(new LogProblem(LogFault.Missing, message));
    }

    [Theory]
    [InlineData("tile/0/001.p/44", "log/2026/tile/0/001.p/44: 1407 bytes; 44 hashes are 1408")]
    [InlineData("tile/1/000.p/1", "log/2026/tile/1/000.p/1: 31 bytes; 1 hashes are 32")]
    public void Tile_Truncated_IsNamed(string path, string message)
    {
        using var log = TestLog.From(300);
        log.Store.Files[path] = log.Store.Files[path][..^1];
        log.Verify(new LogCheck()).ShouldContain(new LogProblem(LogFault.Malformed, message));
    }

    [Fact]
    public void Tile_SplitInTwo_IsNamed()
    {
        using var log = TestLog.From(300);
        var tile = log.Store.Files["tile/0/000"];
        log.Store.Files["tile/0/000"] = tile[..4096];
        log.Store.Files["tile/0/000.p/128"] = tile[4096..];
        log.Verify(new LogCheck()).ShouldContain(new LogProblem(LogFault.Malformed, "log/2026/tile/0/000: 4096 bytes; 256 hashes are 8192"));
    }

    [Fact]
    public void UpperTile_ThatIsNotOfTheLowerOnes_IsNamed()
    {
        using var log = TestLog.From(600);
        log.Store.Files["tile/0/000"].AsSpan(0, 64).Fill(7);
        log.Verify(new LogCheck()).Select(problem => problem.Message).ShouldBe([
            "log/2026/tile/entries/000: entry 0: not the entry that was signed",
            "log/2026/tile/entries/000: entry 1: not the entry that was signed",
            "log/2026/tile/1/000.p/2: hash 0, at byte 0, is not that of tile/0/000",
        ]);
    }

    [Fact]
    public void EntryBundle_WhoseLengthLies_IsNamedWithItsByte()
    {
        using var log = TestLog.From(3);
        var bundle = log.Store.Files["tile/entries/000.p/3"];
        var second = 2 + ((bundle[0] << 8) | bundle[1]);
        bundle[second] = 0xff;
        log.Verify(new LogCheck()).Select(problem => problem.Message)
            .ShouldBe(
                [$"log/2026/tile/entries/000.p/3: entry 1 at byte {second} says that it is {0xff00 | bundle[second + 1]} bytes long, and the file ends at {bundle.Length}"]);
        log.Store.Files["tile/entries/000.p/3"] = [.. bundle[..second], 0];
        log.Verify(new LogCheck())
            .ShouldHaveSingleItem().Message
            .ShouldBe($"log/2026/tile/entries/000.p/3: entry 1 at byte {second} has no length, and the file ends at {second + 1}");
        log.Store.Files["tile/entries/000.p/3"] = bundle[..second];
        log.Verify(new LogCheck()).ShouldHaveSingleItem().Message.ShouldBe("log/2026/tile/entries/000.p/3: 1 entries, and it must hold 3");
    }

    [Theory]
    [InlineData("\"seq\":0", "\"seq\":0,\"seq\":0", "x: not an entry: Duplicate property 'seq' encountered")]
    [InlineData(
        "\"seq\":0",
        "\"seq\": 0",
        "x: not canonical: the keys keyid, path, prev, seq, sha256, time, type, v, in this order, without spaces and nothing else")]
    [InlineData(
        "\"v\":1",
        "\"v\":1,\"x\":1",
        "x: not canonical: the keys keyid, path, prev, seq, sha256, time, type, v, in this order, without spaces and nothing else")]
    [InlineData("\"v\":1", "\"v\":2", "x: \"v\" must be 1, the only version this program knows")]
    [InlineData("\"seq\":0", "\"seq\":-1", "x: \"seq\" must be 0 or more")]
    [InlineData("\"seq\":0", "\"seq\":0.5", "x: \"seq\" must be a whole number")]
    [InlineData("\"evidence\"", "\"Evidence\"", "x: \"type\" must be evidence, tombstone, key or shard")]
    [InlineData("audit/", "../audit/", "x: \"path\" must be a relative path of letters, digits, '.', '_', '-' and '/'")]
    [InlineData("audit/", "/audit/", "x: \"path\" must be a relative path of letters, digits, '.', '_', '-' and '/'")]
    [InlineData("\"prev\":\"0", "\"prev\":\"G", "x: \"prev\" must be 64 digits of lower-case hex")]
    [InlineData("10:30:00Z", "10:30:00+00:00", "x: \"time\" must be like 2026-11-22T10:30:00Z")]
    public void Entry_NotInItsForm_IsRefused(string part, string instead, string message)
    {
        using var log = TestLog.From(1);
        var text = Encoding.UTF8.GetString(log.Open().Entry(0).Span);
        Should.Throw<LogException>(() => LogLeaf.Parse(
            Encoding.UTF8.GetBytes(text.Replace(part, instead, StringComparison.Ordinal)),
            "x")).Message.ShouldStartWith(message);
    }
}
