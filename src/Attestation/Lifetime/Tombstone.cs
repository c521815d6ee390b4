using Gates.Attestation.Envelopes;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Lifetime;

/// <summary>
/// That something was erased: which entries, why and when, and by whom as a commitment. What was erased is not in it, nor anything to guess it by.
/// </summary>
/// <param name="Time">When; whole seconds.</param>
/// <param name="LegalBasis">Why it had to be, such as <c>GDPR Art. 17(1)(b)</c>.</param>
/// <param name="Erased">What.</param>
/// <param name="By">The commitment to who asked.</param>
internal sealed record Tombstone(DateTimeOffset Time, string LegalBasis, IReadOnlyList<ErasedEntry> Erased, string By)
{
    public const string PredicateType = "https://gates-ci.github.io/tombstone/v1";

    /// <value>What its file is called.</value>
    public const string Name = "tombstone";

    /// <value>Ends the names of files that are not signed themselves, but that a statement is about.</value>
    public const string Payload = ".file";

    private const string Whole = "file";
    private const string Fields = "fields";

    /// <summary>
    /// Whether a file may go: only what a statement is about. Statements, decisions, manifests, tombstones and the keyring are what proofs rest on.
    /// </summary>
    public static bool MayErase(string path) => path.StartsWith("audit/", StringComparison.Ordinal) && path.EndsWith(Payload, StringComparison.Ordinal);

    public Statement ToStatement() => new(
        [.. Erased.DistinctBy(one => one.Path, StringComparer.Ordinal).Select(one => Subject.File(one.Path, one.Sha256))],
        PredicateType,
        StatementJson.Element(json =>
        {
            json.WriteStartObject();
            json.WriteString("time", EvidenceTime.Write(Time));
            json.WriteString("legalBasis", LegalBasis);
            json.WriteStartArray("erased");
            foreach (var entry in Erased)
            {
                json.WriteStartObject();
                json.WriteString("log", entry.Log);
                json.WriteNumber("seq", entry.Sequence);
                json.WriteString("path", entry.Path);
                json.WriteString("sha256", entry.Sha256);
                json.WriteString("what", entry.IsFile ? Whole : Fields);
                json.Texts("commitments", entry.Commitments);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            PersonCommitments.Write(json, "by", By);
            json.WriteEndObject();
        }));

    /// <param name="statement">Of this type.</param>
    /// <param name="place">Its file, for messages.</param>
    /// <exception cref="EvidenceFormatException">It is not one that this program could have made.</exception>
    public static Tombstone Read(Statement statement, string place)
    {
        if (statement.PredicateType != PredicateType)
        {
            throw new EvidenceFormatException($"{place}: logged as a tombstone, and it is a {statement.PredicateType}");
        }

        var predicate = new EvidenceJson(statement.Predicate, place, "predicate");
        var erased = predicate.Array("erased").Select(Read).ToList();
        return new Tombstone(predicate.Time("time"), predicate.Text("legalBasis"), erased, ReadBy(predicate.Object("by")));
    }

    private static ErasedEntry Read(EvidenceJson entry)
    {
        var (path, what) = (entry.Text("path"), entry.Text("what"));
        return what is Whole or Fields
            ? new ErasedEntry(
                entry.Text("log"),
                entry.Number("seq"),
                LogLeaf.IsPath(path) ? path : throw entry.Wrong("path", "is no path on an evidence branch"),
                entry.Text("sha256"))
            {
                IsFile = what == Whole,
                Commitments = Texts(entry, "commitments"),
            }
            : throw entry.Wrong("what", $"`{what}` is neither {Whole} nor {Fields}");
    }

    private static string ReadBy(EvidenceJson by) =>
        Texts(by, Commitments.Property) is [{ } one] ? one : throw by.Wrong(Commitments.Property, "one commitment is wanted");

    private static List<string> Texts(EvidenceJson json, string key) => json.Value.TryGetProperty(key, out var list)
        && list.ValueKind == System.Text.Json.JsonValueKind.Array
        && list.EnumerateArray().All(one => one.ValueKind == System.Text.Json.JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(one => one.GetString()!)]
            : throw json.Wrong(key, "a list of texts is wanted");
}

/// <summary>An entry of a log of which something was erased.</summary>
/// <param name="Log">The log's name, with its year.</param>
/// <param name="Sequence">The entry.</param>
/// <param name="Path">The file that it names.</param>
/// <param name="Sha256">That file's digest, which stays the proof of what it was.</param>
internal sealed record ErasedEntry(string Log, long Sequence, string Path, string Sha256)
{
    /// <value>Whether the file itself was erased; else personal fields, whose commitments nobody can open any more.</value>
    public bool IsFile { get; init; }

    /// <value>Those commitments.</value>
    public IReadOnlyList<string> Commitments { get; init; } = [];
}
