using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Lifetime;

/// <summary>That evidence must not go while something is pending, or that it may again. Who asked and why stand in it as commitments.</summary>
/// <param name="Time">When; whole seconds.</param>
/// <param name="By">The commitment to who asked.</param>
/// <param name="Reason">The commitment to why.</param>
internal sealed record LegalHold(DateTimeOffset Time, string By, string Reason)
{
    public const string PredicateType = "https://gates-ci.github.io/legal-hold/v1";

    /// <value>What its file is called.</value>
    public const string Name = "legal_hold";

    private const string Placed = "placed";
    private const string Released = "released";

    /// <value>The years that are held; empty: all, also those to come.</value>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <value>The SHA-256 of the statement that placed the hold which this one ends; <see langword="null"/> when it places one.</value>
    public string? Releases { get; init; }

    public bool Covers(int year) => Years.Count == 0 || Years.Contains(year);

    /// <param name="about">The log that it stands in, or the hold that it ends.</param>
    public Statement ToStatement(Subject about) => new([about], PredicateType, StatementJson.Element(json =>
    {
        json.WriteStartObject();
        json.WriteString("time", EvidenceTime.Write(Time));
        json.WriteString("action", Releases is null ? Placed : Released);
        if (Releases is null)
        {
            json.WriteStartArray("years");
            foreach (var year in Years)
            {
                json.WriteNumberValue(year);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteString("hold", Releases);
        }

        PersonCommitments.Write(json, "by", By);
        PersonCommitments.Write(json, "reason", Reason);
        json.WriteEndObject();
    }));

    /// <exception cref="EvidenceFormatException">It is no such statement.</exception>
    public static LegalHold Read(Statement statement, string place)
    {
        if (statement.PredicateType != PredicateType)
        {
            throw new EvidenceFormatException($"{place}: named as a legal hold, and it is a {statement.PredicateType}");
        }

        var predicate = new EvidenceJson(statement.Predicate, place, "predicate");
        var hold = new LegalHold(predicate.Time("time"), "", "");
        return predicate.Text("action") switch
        {
            Placed => hold with { Years = ReadYears(predicate) },
            Released => hold with { Releases = predicate.Text("hold") },
            var other => throw predicate.Wrong("action", $"`{other}` is neither {Placed} nor {Released}"),
        };
    }

    private static List<int> ReadYears(EvidenceJson predicate) =>
        predicate.Value.TryGetProperty("years", out var years)
        && years.ValueKind == JsonValueKind.Array
        && years.EnumerateArray().All(year => year.ValueKind == JsonValueKind.Number && year.TryGetInt32(out _))
            ? [.. years.EnumerateArray().Select(year => year.GetInt32())]
            : throw predicate.Wrong("years", "a list of years is wanted");
}
