using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Log;

/// <summary>Go's own note and tlog packages accept what we write: checkpoint, every tile, every entry, proofs and consistency.</summary>
public sealed class GoTests
{
    private const string Packages = "/usr/share/gocode";

    private static readonly Lazy<string> Program = new(() => Build("logcheck"));
    private static readonly Lazy<string> WitnessProgram = new(() => Build("witnesscheck"));

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1000)]
    [InlineData(70_000)]
    public void Log_IsWhatGoComputes(int size)
    {
        SkipWithoutGo();
        using var folder = new TempFolder();
        using var log = TestLog.From(size);
        log.Store.WriteTo(folder.Path);
        var reader = log.Open();
        var old = (size + 1) / 2;
        var root = new MerkleTree(log.Store, size).Root(old);
        string[] consistency = [$"{old}", Convert.ToBase64String(root), .. reader.Consistency(old).Select(Convert.ToBase64String)];
        var proof = folder.Write("last.tlog-proof", "");
        File.WriteAllBytes(proof, reader.Proof(size - 1).Bytes);
        var output = ExternalProgram.Run(
            Program.Value,
            [log.Signer.Verifier.Text, folder.Path, proof, folder.Write("half.consistency", string.Join('\n', consistency))]);
        output.Succeeded().ShouldBe($"{size} entries, {Tile.All(size).Count(tile => tile.Level >= 0)} tiles, 2 proofs\n");
    }

    [Fact]
    public void Log_WithATombstone_IsWhatGoComputes()
    {
        SkipWithoutGo();
        using var folder = new TempFolder();
        using var log = TestLog.From(300);
        var (path, digest) = ("audit/2026/11/22/tombstone.json", new string('a', 64));
        log.Store.Apply(LogAppend.Create(log.Store, log.Open(), [new NewEntry(LeafType.Tombstone, path, digest, "a2V5")], TestLog.Time, log.Signer));
        log.Store.WriteTo(folder.Path);
        ExternalProgram.Run(Program.Value, [log.Signer.Verifier.Text, folder.Path]).Succeeded().ShouldStartWith("301 entries, ");
    }

    [Fact]
    public void Log_WithAnEntryChanged_IsRefusedByGoToo()
    {
        SkipWithoutGo();
        using var folder = new TempFolder();
        using var log = TestLog.From(10);
        log.Store.Files["tile/entries/000.p/10"][50] ^= 1;
        log.Store.WriteTo(folder.Path);
        ExternalProgram.Run(Program.Value, [log.Signer.Verifier.Text, folder.Path]).Error.ShouldStartWith("logcheck: the root is ");
    }

    [Fact]
    public void Checkpoint_WithTwentyCosignatures_IsAcceptedByGoForTheLogAndForTheWitness()
    {
        SkipWithoutGo();
        using var folder = new TempFolder();
        using var log = TestLog.From(300);
        using var key = Ed25519PrivateKey.From(Enumerable.Repeat((byte)9, 32).ToArray());
        var witness = new WitnessVerifier("example.org/auditor", key.PublicKey);
        var reader = log.Open();
        var note = Enumerable.Range(0, 20).Aggregate(
            reader.Note,
            (note, i) => note.With(new WitnessVerifier($"example.org/{i}", key.PublicKey).Sign(note.Text, TestLog.Time, key)));
        note = note.With(witness.Sign(note.Text, TestLog.Time, key));
        log.Store.Files["checkpoint"] = note.Bytes;
        log.Store.WriteTo(folder.Path);
        log.Append(10);
        var proof = folder.Write("old.tlog-proof", "");
        File.WriteAllBytes(proof, log.Open().Proof(7, note, 300).Bytes);

        ExternalProgram.Run(Program.Value, [log.Signer.Verifier.Text, folder.Path, proof]).Succeeded().ShouldEndWith(", 1 proofs\n");
        var checkpoint = Path.Combine(folder.Path, "checkpoint");
        ExternalProgram.Run(WitnessProgram.Value, [witness.Text, checkpoint]).Succeeded()
            .ShouldBe($"example.org/auditor saw it at {TestLog.Time.ToUnixTimeSeconds()}\n");
        File.WriteAllText(checkpoint, File.ReadAllText(checkpoint).Replace("\n300\n", "\n301\n", StringComparison.Ordinal));
        ExternalProgram.Run(WitnessProgram.Value, [witness.Text, checkpoint]).Error.ShouldBe("witnesscheck: the cosignature does not fit\n");
    }

    private static void SkipWithoutGo() =>
        Assert.SkipUnless(
            ExternalProgram.Exists("go") && Directory.Exists($"{Packages}/src/golang.org/x/mod/sumdb"),
            "go, or its package golang.org/x/mod, is not installed");

    private static string Build(string name)
    {
        var program = Repository.Combine("artifacts", "tools", name);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GO111MODULE"] = "off",
            ["GOPATH"] = Packages,
            ["GOFLAGS"] = "",
            ["GOCACHE"] = Repository.Combine("artifacts", "tools", "go"),
        };
        ExternalProgram.Run("go", ["build", "-o", program, "./" + name], Repository.Combine("tests", "tools", "go"), environment).Succeeded();
        return program;
    }
}
