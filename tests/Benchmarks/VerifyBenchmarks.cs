using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Gates.Runner.Attesting;
using Gates.Runner.Attesting.Cryptography;
using Gates.Runner.Attesting.Envelopes;
using Gates.Runner.Attesting.Keys;
using Gates.Runner.Attesting.Log;
using Gates.Runner.Attesting.Statements;
using Gates.Runner.Attesting.Verification;

namespace Benchmarks;

/// <summary>How fast an evidence branch is verified, every signature and every entry; beside it the bare signatures, which are the floor.</summary>
internal static class VerifyBenchmarks
{
    private const string Origin = "example.com/acme/app/2026";

    public static int Run(int entries)
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

        var watch = Stopwatch.StartNew();
        Parallel.ForEach(branch.Paths.Where(path => path.StartsWith("audit/", StringComparison.Ordinal)), path =>
            SigstoreBundle.Read(branch.Read(path)!, path).Envelope.IsSignedBy(evidenceKey.PublicKey));
        var floor = watch.Elapsed;
        watch.Restart();
        var report = new EvidenceVerifier(trust, TimeProvider.System).Verify(branch);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{entries} entries: {entries / watch.Elapsed.TotalSeconds:0} a second, {report.Verified.Count} hold, {report.Problems.Count} problems; the signatures alone {entries / floor.TotalSeconds:0} a second"));
        return report.Holds ? 0 : 1;
    }

    private static Folder Branch(int entries, Ed25519PrivateKey evidenceKey, Ed25519PrivateKey logKey, DateTimeOffset now)
    {
        var branch = new Folder();
        var added = new List<NewEntry>(entries);
        for (var i = 0; i < entries; i++)
        {
            var predicate = JsonElement.Parse(string.Create(CultureInfo.InvariantCulture, $$$"""{"result":"PASSED","configuration":[],"gates":{"gate":{"id":"gate-{{{i}}}"},"note":"{{{new string('x', 1_000)}}}"}}"""));
            var content = SigstoreBundle.Sign(new Statement([Subject.Commit("head", "aa")], GateStatement.PredicateType, predicate).ToBytes(), evidenceKey).ToBytes();
            var path = string.Create(CultureInfo.InvariantCulture, $"audit/2026/11/22/{i:D7}.json");
            branch.Files[path] = content;
            added.Add(new NewEntry(LeafType.Evidence, path, Convert.ToHexStringLower(SHA256.HashData(content)), evidenceKey.KeyId));
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
