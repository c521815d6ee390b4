using Gates.Attestation.Log;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Log;

/// <summary>Go's own note and tlog packages accept what we write: checkpoint, every tile, every entry, proofs and consistency.</summary>
public sealed class GoTests
{
    private const string Packages = "/usr/share/gocode";

    private static readonly Lazy<string> Program = new(Build);

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
    public void Log_WithAnEntryChanged_IsRefusedByGoToo()
    {
        SkipWithoutGo();
        using var folder = new TempFolder();
        using var log = TestLog.From(10);
        log.Store.Files["tile/entries/000.p/10"][50] ^= 1;
        log.Store.WriteTo(folder.Path);
        ExternalProgram.Run(Program.Value, [log.Signer.Verifier.Text, folder.Path]).Error.ShouldStartWith("logcheck: the root is ");
    }

    private static void SkipWithoutGo() =>
        Assert.SkipUnless(
            ExternalProgram.Exists("go") && Directory.Exists($"{Packages}/src/golang.org/x/mod/sumdb"),
            "go, or its package golang.org/x/mod, is not installed");

    private static string Build()
    {
        var program = Repository.Combine("artifacts", "tools", "logcheck");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GO111MODULE"] = "off",
            ["GOPATH"] = Packages,
            ["GOFLAGS"] = "",
            ["GOCACHE"] = Repository.Combine("artifacts", "tools", "go"),
        };
        ExternalProgram.Run("go", ["build", "-o", program, "./logcheck"], Repository.Combine("tests", "tools", "go"), environment).Succeeded();
        return program;
    }
}
