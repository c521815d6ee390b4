using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Gates.Pipeline.RunFolder;

namespace Gates.Attestation.Branch;

/// <summary>The signed bundles that a run left.</summary>
/// <param name="folder">The run's output folder.</param>
internal sealed partial class BundleFolder(DirectoryInfo folder)
{
    /// <value>Where bundles and proofs are, within the output folder.</value>
    public const string Name = "bundles";

    /// <summary>Reads every bundle and checks that it is one.</summary>
    /// <param name="keys">The log's key, which must have signed none of them, and the keys that may have.</param>
    /// <param name="now">When the signing keys must be valid, and the date of what bears none.</param>
    /// <exception cref="UsageException">There are none.</exception>
    /// <exception cref="EvaluationException">One is not a bundle, or its signature does not hold.</exception>
    public IReadOnlyList<BranchItem> Read(EvidenceKeys keys, DateTimeOffset now)
    {
        var bundles = new DirectoryInfo(Path.Combine(folder.FullName, Name));
        var files = bundles.Exists ? bundles.GetFiles("*" + SigstoreBundle.Extension).OrderBy(file => file.Name, StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            throw new UsageException($"{folder.FullName}: there are no {Name}/*{SigstoreBundle.Extension}; `gates run --key FILE` writes them");
        }

        if (IsDevelopment())
        {
            throw new UsageException($"{folder.FullName}: signed with a development key, which proves nothing and is never logged; run again with `gates run --key FILE`");
        }

        var started = Started() ?? now;
        return [.. files.Select(file => Read(file, keys, now, started))];
    }

    /// <summary>Where a file goes on the evidence branch.</summary>
    /// <param name="name">What it is about.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="time">When it was made.</param>
    /// <param name="extension">Ends the name.</param>
    public static string PathOf(string name, byte[] bytes, DateTimeOffset time, string extension) => string.Create(
        CultureInfo.InvariantCulture,
        $"{BranchFiles.Folder}/{time.UtcDateTime:yyyy/MM/dd}/{time.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{Other().Replace(name, "-")}-{Sha256Hex.Of(bytes)[..16]}{extension}");

    private static BranchItem Read(FileInfo file, EvidenceKeys keys, DateTimeOffset now, DateTimeOffset started)
    {
        var place = $"{Name}/{file.Name}";
        if (file.LinkTarget is not null || file.Length > EvidenceJson.MaxBytes)
        {
            throw new EvidenceFormatException($"{place}: {(file.LinkTarget is null ? "larger than any bundle" : "a symbolic link")}");
        }

        var bytes = File.ReadAllBytes(file.FullName);
        var bundle = SigstoreBundle.Read(bytes, place);
        var statement = Statement.Read(bundle.Envelope, place);
        var keyId = bundle.Hint ?? IdentityOf(bytes, place, keys.Keyless);
        if (keyId == keys.Log.KeyId)
        {
            throw new EvidenceFormatException($"{place}: signed with the log's own key {keyId}; evidence and log have a key each, so that no signature can stand for another");
        }

        if (bundle.Hint is not null && keys.Trust?.Check(bundle.Envelope, StatementKinds.UseOf(statement), now).Problem is { } problem)
        {
            throw new EvidenceFormatException($"{place}: {problem}");
        }

        var name = file.Name[..^SigstoreBundle.Extension.Length];
        return new BranchItem(name, PathOf(name, bytes, TimeOf(statement) ?? started, ".json"), bytes, keyId);
    }

    /// <summary>A certificate says who signed; whether that is one who may is for whoever logs it to say.</summary>
    private static string IdentityOf(byte[] bundle, string place, KeylessTrust? trust)
    {
        if (trust?.Signer is not { } wanted)
        {
            throw new EvidenceFormatException($"{place}: signed keyless, with a certificate: say whose signatures the log takes, with --identity and --issuer");
        }

        try
        {
            var signer = BundleVerifier.Verify(ForeignBundle.Read(bundle, place), trust.Roots, null).Signer;
            return wanted.Refusal(signer) is { } refusal ? throw new EvidenceFormatException($"{place}: {refusal}") : signer.Identity;
        }
        catch (SigstoreRefusal e)
        {
            throw new EvidenceFormatException($"{place}: {e.Message}", e);
        }
    }

    /// <summary>The moment that the statement itself gives, so that the same bundle goes to the same place whenever it is logged.</summary>
    public static DateTimeOffset? TimeOf(Statement statement)
    {
        var predicate = new EvidenceJson(statement.Predicate, "the statement", "predicate");
        return predicate.Value.TryGetProperty("timeVerified", out var time)
            || predicate.Value.TryGetProperty("time", out time)
            || predicate.Value.TryGetProperty("created", out time)
            || (predicate.Value.TryGetProperty("gates", out var gates) && gates.ValueKind == JsonValueKind.Object && gates.TryGetProperty("started", out time))
                ? time.ValueKind == JsonValueKind.String && EvidenceTime.TryRead(time.GetString()!, out var read) ? read : null
                : null;
    }

    private bool IsDevelopment()
    {
        var file = new FileInfo(Path.Combine(folder.FullName, OutputFolder.Manifest));
        return file is { Exists: true, LinkTarget: null } && file.Length <= EvidenceJson.MaxBytes
            && EvidenceJson.Parse(File.ReadAllBytes(file.FullName), OutputFolder.Manifest).OptionalObject("signature") is { } signature
                && signature.Flag("development");
    }

    private DateTimeOffset? Started()
    {
        var file = new FileInfo(Path.Combine(folder.FullName, JsonReporter.FileName));
        return file.Exists && file.Length <= ResultsFile.Limit
            ? new DateTimeOffset(ResultsFile.Read(File.ReadAllBytes(file.FullName), file.Name).Started.ToUniversalTime())
            : null;
    }

    [GeneratedRegex("[^A-Za-z0-9._-]", RegexOptions.NonBacktracking)]
    private static partial Regex Other();
}
