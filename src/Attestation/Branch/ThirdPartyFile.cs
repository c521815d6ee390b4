using System.Text.Json;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.Attestation.Branch;

/// <summary>A file that another tool made, and what is signed about it: that it was here, as it is.</summary>
/// <param name="secrets">Looks for what must not get onto a branch that forgets nothing.</param>
/// <param name="key">The evidence key; the caller disposes of it.</param>
/// <param name="time">Now.</param>
internal sealed class ThirdPartyFile(IFileSecrets secrets, Ed25519PrivateKey key, DateTimeOffset time)
{
    public const string PredicateType = "https://github.com/gates-ci/gates/third-party-evidence/v0.1";

    /// <value>Larger files are logged by their digest only.</value>
    public const int MaxStored = 5 << 20;

    /// <value>Larger files are not read by their type: the statement then names no format.</value>
    private const int MaxRead = 64 << 20;

    /// <value>What <c>--type</c> takes.</value>
    public static readonly IReadOnlyList<string> Types =
        ["sarif", "sbom", "tests", "coverage", "load", "drill", "secrets", "vex", "provenance", "compliance", "override", "archive"];

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
            byte[]? bytes = null;
            if (stream.Length <= MaxRead)
            {
                bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                stream.Position = 0;
            }

            var format = bytes is null ? null : EvidenceFormats.Read(file.Name, type, bytes);
            if (isStored)
            {
                RefuseSecrets(secrets, file.Name, stream);
                stream.Position = 0;
            }

            var digest = Sha256Hex.Of(stream);
            var stored = isStored ? bytes : null;
            var bundle = SigstoreBundle.Sign(Statement(file, (type, format), commit, digest, stream.Length, stored).ToBytes(), key).ToBytes();
            var name = $"{type}-{digest[..16]}";
            var statement = new BranchItem(name, BundleFolder.PathOf(name, bundle, time, ".json"), bundle, key.KeyId);
            return stored is not null
                ? [statement, new BranchItem(name, BundleFolder.PathOf(type, stored, time, ".file"), stored, key.KeyId) { IsBundle = false }]
                : [statement];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file.FullName}: cannot be read: {NamedFile.Why(file.FullName, e)}");
        }
    }

    private Statement Statement(FileInfo file, (string Type, string? Format) read, string? commit, string digest, long size, byte[]? stored)
    {
        var predicate = CanonicalJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", read.Type);
            if (read.Format is not null)
            {
                json.WriteString("format", read.Format);
            }

            json.WriteNumber("size", size);
            json.WriteString("time", EvidenceTime.Write(time));
            if (commit is not null)
            {
                json.WriteString("commit", commit);
            }

            if (stored is not null)
            {
                json.WriteString("path", BundleFolder.PathOf(read.Type, stored, time, ".file"));
            }

            if (stored is not null && ToolName.Of(stored) is { } tool)
            {
                json.WriteString("tool", tool);
            }

            json.WriteEndObject();
        });
        return new Statement([Subject.File(file.Name, digest)], PredicateType, EvidenceJson.ParseElement(predicate, "the predicate"));
    }

    /// <exception cref="UsageException">The file holds a secret, or nobody can look through it.</exception>
    internal static void RefuseSecrets(IFileSecrets secrets, string name, Stream content)
    {
        try
        {
            if (secrets.Find(name, content) is { } place)
            {
                throw new UsageException(
                    $"{name}{place}: holds a secret or personal data, and the evidence branch forgets nothing. Take it out, "
                    + "or log only the file's digest with --digest-only");
            }
        }
        catch (EvaluationException e)
        {
            throw new UsageException($"{e.Message}; what nobody looked through must not stand on a branch that forgets nothing: "
                + "log only its digest with --digest-only");
        }
    }
}
