using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Packs;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Runner.Tests.Attestation.Log;
using Support;

namespace Runner.Tests.Attestation.Verification;

/// <summary>A release with all its evidence: two gates, the decision on them, the log, and the keys.</summary>
internal sealed class SignedRelease : IDisposable
{
    public const string Commit = "1f2e3d4c5b6a79880716253443526170ffeeddcc";

    private readonly MemoryLogStore store = new();
    private readonly List<PackedBundle> bundles = [];

    /// <param name="seed">Makes the keys.</param>
    /// <param name="decided">Whether there is a decision on the results.</param>
    public SignedRelease(byte seed = 1, bool decided = true)
    {
        (EvidenceKey, LogKey, ReleaseKey) = (Key(seed), Key((byte)(seed + 1)), Key((byte)(seed + 2)));
        Clock.Advance(TestLog.Time - DateTimeOffset.UnixEpoch);
        Append("dlp-scan", Result("dlp-scan"));
        Append("hermetic-build", Result("hermetic-build"));
        if (decided)
        {
            Append("_vsa", Decision(bundles));
        }
    }

    public ManualTime Clock { get; } = new();

    public Ed25519PrivateKey EvidenceKey { get; }

    public Ed25519PrivateKey LogKey { get; }

    public Ed25519PrivateKey ReleaseKey { get; }

    public Keyring Keyring => new(
    [
        new KeyringEntry(EvidenceKey.PublicKey, KeyUse.Evidence, TestLog.Time.AddDays(-1), TestLog.Time.AddYears(1)),
        new KeyringEntry(LogKey.PublicKey, KeyUse.Log, TestLog.Time.AddDays(-1), TestLog.Time.AddYears(1)),
        new KeyringEntry(ReleaseKey.PublicKey, KeyUse.Release, TestLog.Time.AddDays(-1), TestLog.Time.AddYears(1)),
    ]);

    public MemoryEvidence Branch { get; } = new();

    public IReadOnlyList<PackedBundle> Bundles => [.. bundles.Select(bundle => bundle with { Proof = Log.Proof(bundles.IndexOf(bundle)).Bytes })];

    public LogReader Log => LogReader.Open(store, [new NoteVerifier(TestLog.Origin, LogKey.PublicKey)])!;

    public static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public VerificationReport Verify(Gates.Attestation.IEvidenceFiles files, Keyring? trust = null, params (string Source, byte[] Proof)[] seen) =>
        new EvidenceVerifier(TrustedKeys.Read(KeyringJson.Write(trust ?? Keyring), "the trusted keyring"), Clock).Verify(files, seen);

    public PackInput PackInput() => new()
    {
        Tag = "v1.2.0",
        Commit = Commit,
        Repository = "https://example.com/acme/app",
        Keyring = Keyring,
        Bundles = Bundles,
        Files = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["evidence/dlp-scan.json"] = Evidence("dlp-scan") },
    };

    public static MemoryEvidence Unpacked(byte[] archive)
    {
        using var stream = new MemoryStream(archive);
        var zip = new ArchiveEvidence(stream, "the pack");
        var files = new MemoryEvidence();
        foreach (var path in zip.Paths)
        {
            files.Files[path] = zip.Read(path)!;
        }

        return files;
    }

    public byte[] Sign(Statement statement, Ed25519PrivateKey? key = null) => SigstoreBundle.Sign(statement.ToBytes(), key ?? EvidenceKey).ToBytes();

    public static Statement Result(string gate) => Statement(StatementKinds.TestResult, $$"""
        {
          "result": "PASSED",
          "configuration": [{ "name": "evidence", "digest": { "sha256": "{{Digest(Evidence(gate))}}" }, "annotations": { "file": "evidence/{{gate}}.json" } }],
          "gates": { "gate": { "id": "{{gate}}" } }
        }
        """);

    /// <summary>Logs one more bundle.</summary>
    public void Append(string name, Statement statement) => AppendBytes(name, Sign(statement));

    public void AppendBytes(string name, byte[] bytes)
    {
        var path = $"audit/2026/11/22/{name}.json";
        var log = LogReader.Open(store, [new NoteVerifier(TestLog.Origin, LogKey.PublicKey)]);
        store.Apply(LogAppend.Create(
            store,
            log,
            [new NewEntry(LeafType.Evidence, path, Digest(bytes), EvidenceKey.KeyId)],
            TestLog.Time,
            new NoteSigner(TestLog.Origin, LogKey)));
        bundles.Add(new PackedBundle(name, bytes, []));
        foreach (var old in Branch.Paths.Where(file => file.StartsWith("log/", StringComparison.Ordinal)))
        {
            Branch.Files.Remove(old);
        }

        Branch.Files[path] = bytes;
        foreach (var (file, content) in store.Files)
        {
            Branch.Files["log/2026/" + file] = content;
        }
    }

    public void Dispose()
    {
        EvidenceKey.Dispose();
        LogKey.Dispose();
        ReleaseKey.Dispose();
    }

    private static byte[] Evidence(string gate) => Encoding.UTF8.GetBytes($$"""{"kind":"{{gate}}"}""");

    public static Statement Decision(IEnumerable<PackedBundle> inputs) => Statement(StatementKinds.Decision, $$"""
        {
          "verificationResult": "PASSED",
          "inputAttestations": [{{string.Join(", ", inputs.Select(input => $$"""{ "uri": "bundles/{{input.Name}}", "digest": { "sha256": "{{Digest(input.Content)}}" } }"""))}}]
        }
        """);

    private static Statement Statement(string type, string predicate) => new([Subject.Commit("head", Commit)], type, JsonElement.Parse(predicate));

    private static Ed25519PrivateKey Key(byte seed) => Ed25519PrivateKey.From(Enumerable.Repeat(seed, 32).ToArray());
}
