using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gates.Attestation;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;

namespace Runner.Tests.Attestation.Log;

/// <summary>A log in memory, with the files that it is about.</summary>
internal sealed class TestLog : IEvidenceFiles, IDisposable
{
    public const string Origin = "example.com/acme/app/2026";

    private readonly Ed25519PrivateKey key;

    public TestLog(byte seed = 1, string origin = Origin)
    {
        key = Ed25519PrivateKey.From(Enumerable.Repeat(seed, 32).ToArray());
        Signer = new NoteSigner(origin, key);
    }

    public static DateTimeOffset Time { get; } = new(2026, 11, 22, 10, 30, 0, TimeSpan.Zero);

    public MemoryLogStore Store { get; private init; } = new();

    public SortedDictionary<string, byte[]> Evidence { get; } = new(StringComparer.Ordinal);

    public NoteSigner Signer { get; }

    public NoteVerifier[] Trusted => [Signer.Verifier];

    public IReadOnlyList<string> Paths => [.. Evidence.Keys];

    public byte[]? Read(string path) => Evidence.GetValueOrDefault(path);

    public static TestLog From(int size)
    {
        var log = new TestLog();
        log.Append(size);
        return log;
    }

    public LogReader Open() => LogReader.Open(Store, Trusted, Origin)!;

    public LogAppend Append(int count = 1)
    {
        var log = LogReader.Open(Store, Trusted);
        var entries = new List<NewEntry>();
        for (var i = log?.Size ?? 0; entries.Count < count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"audit/2026/11/22/{i}.json");
            Evidence[path] = Encoding.UTF8.GetBytes(path);
            entries.Add(new NewEntry(LeafType.Evidence, path, Convert.ToHexStringLower(SHA256.HashData(Evidence[path])), "a2V5"));
        }

        var append = LogAppend.Create(Store, log, entries, Time, Signer);
        Store.Apply(append);
        return append;
    }

    /// <summary>Signs whatever tree the entries in the store make: what the holder of the key could do.</summary>
    public void Resign(IEnumerable<byte[]> entries)
    {
        var growth = new TreeGrowth(new MemoryLogStore(), null);
        var size = 0;
        foreach (var entry in entries)
        {
            growth.Add(entry);
            size++;
        }

        Store.Files.Clear();
        foreach (var (path, bytes) in growth.Finish())
        {
            Store.Files[path] = bytes!;
        }

        Store.Files["checkpoint"] = SignedNote.Sign(new Checkpoint(Signer.Name, size, new MerkleTree(Store, size).Root(size)).Text, Signer).Bytes;
    }

    public IReadOnlyList<LogProblem> Verify(LogCheck? check = null) =>
        new LogVerifier(Store, Trusted).Verify(check ?? new LogCheck { Origin = Origin, Files = this });

    public void Dispose() => key.Dispose();
}
