using System.Text.Json;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Statements;

/// <summary>An in-toto Statement, v1.</summary>
internal sealed record Statement(IReadOnlyList<Subject> Subjects, string PredicateType, JsonElement Predicate)
{
    public const string Type = "https://in-toto.io/Statement/v1";

    /// <value>v0.1 is read, since provenance of older tools still says so; it is never written.</value>
    private const string OldType = "https://in-toto.io/Statement/v0.1";

    /// <value>A statement may consist of its subjects and a type alone (in-toto Statement v1: the predicate is optional).</value>
    private static readonly JsonElement NoPredicate = EvidenceJson.ParseElement("{}"u8.ToArray(), "the predicate");

    /// <value>The commits among its subjects.</value>
    public IEnumerable<string> Commits => Subjects.Select(subject => subject.Digest.GetValueOrDefault("gitCommit")).OfType<string>();

    /// <summary>In canonical form, so that the same statement has the same bytes.</summary>
    public byte[] ToBytes() => CanonicalJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("_type", Type);
        json.WriteStartArray("subject");
        foreach (var subject in Subjects)
        {
            json.WriteStartObject();
            json.WriteString("name", subject.Name);
            json.WriteStartObject("digest");
            foreach (var (algorithm, value) in subject.Digest)
            {
                json.WriteString(algorithm, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("predicateType", PredicateType);
        json.WritePropertyName("predicate");
        Predicate.WriteTo(json);
        json.WriteEndObject();
    });

    /// <exception cref="EvidenceFormatException">Not a statement.</exception>
    public static Statement Read(DsseEnvelope envelope, string source)
    {
        // in-toto allows application/vnd.in-toto.<predicate>+json as well.
        if (!envelope.PayloadType.StartsWith("application/vnd.in-toto", StringComparison.Ordinal)
            || !envelope.PayloadType.EndsWith("+json", StringComparison.Ordinal))
        {
            throw new EvidenceFormatException($"{source}: the payload is `{envelope.PayloadType}`, not an in-toto statement");
        }

        var statement = EvidenceJson.Parse(envelope.Payload, $"{source}: payload");
        if (statement.Text("_type") is not (Type or OldType))
        {
            throw statement.Wrong("_type", $"`{statement.Text("_type")}` is not {Type}");
        }

        var subjects = statement.Array("subject").Select(Read).ToList();
        return subjects.Count > 0
            ? new Statement(subjects, statement.Text("predicateType"), statement.OptionalObject("predicate")?.Value ?? NoPredicate)
            : throw statement.Wrong("subject", "is empty: the statement is about nothing");
    }

    private static Subject Read(EvidenceJson subject)
    {
        var digests = subject.Object("digest");
        var names = digests.Value.EnumerateObject().Select(digest => digest.Name).ToList();
        return names.Count > 0
            ? new Subject(subject.OptionalText("name") ?? "", names.ToDictionary(name => name, digests.Text, StringComparer.Ordinal))
            : throw subject.Wrong("digest", "is empty: a name alone identifies nothing");
    }
}
