using System.Text.Json;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.Attestation.Branch;

/// <summary>A file that another tool made, and what is signed about it: that it was here, as it is.</summary>
/// <param name="secrets">Looks for what must not get onto a branch that forgets nothing.</param>
/// <param name="key">The evidence key; the caller disposes of it.</param>
/// <param name="time">Now.</param>
internal sealed class ThirdPartyFile(ISecretFinder secrets, Ed25519PrivateKey key, DateTimeOffset time)
{
    public const string PredicateType = "https://github.com/gates-ci/gates/third-party-evidence/v0.1";

    /// <value>Larger files are logged by their digest only.</value>
    public const int MaxStored = 5 << 20;

    /// <value>What <c>--type</c> takes.</value>
    public static readonly IReadOnlyList<string> Types =
        ["sarif", "sbom", "tests", "coverage", "load", "drill", "secrets", "vex", "provenance", "compliance", "override"];

    /// <summary>The signed statement about a file, and the file itself where it is to be kept.</summary>
    /// <param name="file">The file.</param>
    /// <param name="type">One of <see cref="Types"/>.</param>
    /// <param name="commit">The commit that it is about, where one is known.</param>
    /// <param name="digestOnly">Whether the file itself stays away from the branch.</param>
    /// <exception cref="UsageException">There is no such file or type, or the file holds a secret.</exception>
    public IReadOnlyList<BranchItem> Read(FileInfo file, string type, string? commit, bool digestOnly)
    {
        if (!Types.Contains(type, StringComparer.Ordinal))
        {
            throw new UsageException($"--type {type}: not a type of evidence{Suggestion.Words(type, Types)} it is one of {string.Join(", ", Types)}");
        }

        try
        {
            using var stream = file.OpenRead();
            var isStored = !digestOnly && stream.Length <= MaxStored;
            byte[] bytes = [];
            if (isStored)
            {
                bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                RefuseSecrets(file, bytes);
                stream.Position = 0;
            }

            var digest = Sha256Hex.Of(stream);
            var bundle = SigstoreBundle.Sign(Statement(file, type, commit, digest, stream.Length, isStored ? bytes : null).ToBytes(), key).ToBytes();
            var name = $"{type}-{digest[..16]}";
            var statement = new BranchItem(name, BundleFolder.PathOf(name, bundle, time, ".json"), bundle, key.KeyId);
            return isStored
                ? [statement, new BranchItem(name, BundleFolder.PathOf(type, bytes, time, ".file"), bytes, key.KeyId) { IsBundle = false }]
                : [statement];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file.FullName}: cannot be read: {e.Message}");
        }
    }

    private Statement Statement(FileInfo file, string type, string? commit, string digest, long size, byte[]? stored)
    {
        var predicate = CanonicalJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteNumber("size", size);
            json.WriteString("time", EvidenceTime.Write(time));
            if (commit is not null)
            {
                json.WriteString("commit", commit);
            }

            if (stored is not null)
            {
                json.WriteString("path", BundleFolder.PathOf(type, stored, time, ".file"));
            }

            if (stored is not null && ToolName.Of(stored) is { } tool)
            {
                json.WriteString("tool", tool);
            }

            json.WriteEndObject();
        });
        return new Statement([Subject.File(file.Name, digest)], PredicateType, EvidenceJson.ParseElement(predicate, "the predicate"));
    }

    private void RefuseSecrets(FileInfo file, byte[] bytes)
    {
        var line = 1;
        foreach (var text in UnpackedText.Of(bytes, file.Name))
        {
            if (secrets.Find(file.Name, text) is [var first, ..])
            {
                line += text.AsSpan(0, Math.Max(0, text.IndexOf(first, StringComparison.Ordinal))).Count('\n');
                throw new UsageException(FormattableString.Invariant(
                    $"{file.Name}:{line}: holds a secret or personal data, and the evidence branch forgets nothing. Take it out, or log only the file's digest with --digest-only"));
            }

            line += text.AsSpan().Count('\n');
        }
    }
}
