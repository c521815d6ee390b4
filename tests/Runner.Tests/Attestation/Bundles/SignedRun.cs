using System.Text;
using System.Text.Json;
using Gates.Attestation.Bundles;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Doors.Jobs;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Runner.Tests.Attestation.Bundles;

/// <summary>A run signed in memory, with a key and salts that everybody knows.</summary>
internal static class SignedRun
{
    public static RunFacts Facts { get; } = new(
        [Subject.Commit("head", "9c1e5b7700aa41d2b3c4d5e6f708192a3b4c5d6e"), Subject.Commit("merge", "77aa5b7700aa41d2b3c4d5e6f708192a3b4c5d6e")],
        IsModified: false,
        "prod",
        "pull_request",
        new JobRun("https://github.com", "acme/shop", "17", "1", "acme/shop/.github/workflows/gates.yml@refs/pull/3/merge", "octocat"),
        new string('7', 64));

    public static Ed25519PrivateKey Key() => Ed25519PrivateKey.From(Enumerable.Range(0, 32).Select(number => (byte)number).ToArray());

    /// <summary>Salts that count.</summary>
    public static Func<int, byte[]> Salts()
    {
        var next = 0;
        return count =>
        {
            next++;
            return [.. Enumerable.Repeat((byte)next, count)];
        };
    }

    public static IReadOnlyList<KeptGate> Keep(RunReport report) =>
        [.. FindingOrder.Gates(
            report).Select(gate => new KeptGate(gate, File("p" + gate.GateId), File("s"), gate.Evidence is null ? null : File("e" + gate.GateId)))];

    public static IReadOnlyList<BundleFile> Sign(RunReport report, RunFacts? facts = null)
    {
        using var key = Key();
        return Sign(report, Keep(report), facts ?? Facts, key);
    }

    /// <summary>A key waits for nobody.</summary>
    public static IReadOnlyList<BundleFile> Sign(RunReport report, IReadOnlyList<KeptGate> kept, RunFacts facts, Ed25519PrivateKey key)
    {
#pragma warning disable CA2000 // The key is the caller's.
        var made = RunBundles.OfAsync(report, kept, facts, new KeySigner(key), Salts());
#pragma warning restore CA2000
        return made.IsCompleted ? made.GetAwaiter().GetResult() : throw new InvalidOperationException("a key waits for nobody");
    }

    public static Statement Read(this IReadOnlyList<BundleFile> files, string name)
    {
        using var key = Key();
        var bundle = SigstoreBundle.Read(files.Single(file => file.Name == name).Content, name);
        return bundle.Envelope.IsSignedBy(key.PublicKey) ? Statement.Read(bundle.Envelope, name) : throw new InvalidOperationException($"{name} is not signed");
    }

    public static string Indent(JsonElement json)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(
            buffer,
            new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static KeptFile File(string name) =>
        new(name, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name))), 1);
}
