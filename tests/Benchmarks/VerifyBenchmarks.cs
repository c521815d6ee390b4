using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gates.Attestation;
using Gates.Attestation.Branch;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Support;

namespace Benchmarks;

/// <summary>How fast an evidence branch is verified, every signature and every entry; beside it the bare signatures, which are the floor.</summary>
internal static class VerifyBenchmarks
{
    private const string Origin = "example.com/acme/app/2026";

    public static async Task<int> RunAsync(int entries)
    {
        using var evidenceKey = Ed25519PrivateKey.Create().Key;
        using var logKey = Ed25519PrivateKey.Create().Key;
        var now = TimeProvider.System.GetUtcNow();
        var keyring = new Keyring(
        [
            new KeyringEntry(evidenceKey.PublicKey, KeyUse.Evidence, now.AddDays(-1), now.AddYears(1)),
            new KeyringEntry(logKey.PublicKey, KeyUse.Log, now.AddDays(-1), now.AddYears(1)),
        ]);
        var branch = Branch(entries, evidenceKey, logKey, now);
        var trust = TrustedKeys.Read(KeyringJson.Write(keyring), "the keyring");

        using var repository = new TempRepository();
        using var tree = await CommitAsync(repository, branch);
        var verifier = new EvidenceVerifier(trust, TimeProvider.System);
        var holds = Measure("in git", entries, () => Holds(verifier.Verify(new TreeEvidence(tree))));
        holds &= Measure("in memory", entries, () => Holds(verifier.Verify(branch)));
        Measure("the signatures alone", entries, () => Parallel.ForEach(branch.Paths.Where(path => path.StartsWith("audit/", StringComparison.Ordinal)), path =>
            SigstoreBundle.Read(branch.Read(path)!, path).Envelope.IsSignedBy(evidenceKey.PublicKey)).IsCompleted);
        return holds ? 0 : 1;
    }

    /// <summary>There is no release in it, which alone may be amiss.</summary>
    private static bool Holds(VerificationReport report) => report.Problems is [{ Fault: VerificationFault.Incomplete }];

    /// <summary>The first time in the process and once more: the first one still compiles, which the published program does not.</summary>
    private static bool Measure(string what, int entries, Func<bool> verify)
    {
        var holds = true;
        foreach (var time in (string[])["first", "again"])
        {
            var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            holds &= verify();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}, {time}: {entries / watch.Elapsed.TotalSeconds:0} entries a second, {(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / entries:0} us of processor time for each{(holds ? "" : ", AND IT DOES NOT HOLD")}"));
        }

        return holds;
    }

    private static async Task<GitTree> CommitAsync(TempRepository repository, Folder branch)
    {
        using var database = await EvidenceRepository.OpenAsync(repository.Info, EvidenceRepository.Here, token: null, CancellationToken.None);
        var files = branch.Files.ToDictionary(file => file.Key, byte[]? (file) => file.Value, StringComparer.Ordinal);
        var commit = await database.CommitAsync(new NewCommit(null, files, "fill\n", DateTimeOffset.UnixEpoch), CancellationToken.None);
        return await (await GitRepository.FindAsync(repository.Info, token: null, CancellationToken.None))!.TreeAsync(commit, CancellationToken.None);
    }

    private static Folder Branch(int entries, Ed25519PrivateKey evidenceKey, Ed25519PrivateKey logKey, DateTimeOffset now)
    {
        var branch = new Folder();
        var added = new List<NewEntry>(entries);
        for (var i = 0; i < entries; i++)
        {
            var predicate = JsonElement.Parse(string.Create(
                CultureInfo.InvariantCulture,
                $$$"""{"result":"PASSED","configuration":[],"gates":{"gate":{"id":"gate-{{{i}}}"},"note":"{{{new string('x', 1_000)}}}"}}"""));
            var content = SigstoreBundle.Sign(
                new Statement([Subject.Commit("head", "aa")], GateStatement.PredicateType, predicate).ToBytes(),
                evidenceKey).ToBytes();
            var path = string.Create(CultureInfo.InvariantCulture, $"audit/2026/11/22/{i:D7}.json");
            branch.Files[path] = content;
            added.Add(new NewEntry(LeafType.Evidence, path, Sha256Hex.Of(content), evidenceKey.KeyId));
        }

        var append = LogAppend.Create(new Store(branch), null, added, now, new NoteSigner(Origin, logKey));
        foreach (var (path, content) in append.Files)
        {
            branch.Files["log/2026/" + path] = content!;
        }

        return branch;
    }

    private sealed class Folder : IEvidenceFiles
    {
        public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

        public IReadOnlyList<string> Paths => [.. Files.Keys];

        public byte[]? Read(string path) => Files.GetValueOrDefault(path);
    }

    private sealed class Store(Folder branch) : ILogStore
    {
        public string Folder => "log/2026/";

        public byte[]? Read(string path) => branch.Read(Folder + path);
    }
}
