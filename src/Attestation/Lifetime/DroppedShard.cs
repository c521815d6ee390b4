using Gates.Attestation.Envelopes;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Lifetime;

/// <summary>That a year's evidence was dropped, by which rule, and how its log ended.</summary>
/// <param name="Time">When; whole seconds.</param>
/// <param name="Year">The year.</param>
/// <param name="KeptYears">The rule: how many years after its end it was kept.</param>
/// <param name="Last">The log's last checkpoint.</param>
internal sealed record DroppedShard(DateTimeOffset Time, int Year, int KeptYears, Checkpoint Last)
{
    public const string PredicateType = "https://gates-ci.github.io/retention/v1";

    /// <value>What its file is called.</value>
    public const string Name = "retention";

    /// <param name="checkpoint">The file that the next year keeps.</param>
    public Statement ToStatement(Subject checkpoint) => new([checkpoint], PredicateType, StatementJson.Element(json =>
    {
        json.WriteStartObject();
        json.WriteString("time", EvidenceTime.Write(Time));
        json.WriteNumber("year", Year);
        json.WriteNumber("keptYears", KeptYears);
        json.WriteStartObject("checkpoint");
        json.WriteString("origin", Last.Origin);
        json.WriteNumber("size", Last.Size);
        json.WriteString("root", Convert.ToBase64String(Last.Root));
        json.WriteEndObject();
        json.WriteEndObject();
    }));

    /// <exception cref="EvidenceFormatException">It is no such statement.</exception>
    public static DroppedShard Read(Statement statement, string place)
    {
        var predicate = new EvidenceJson(statement.Predicate, place, "predicate");
        var last = predicate.Object("checkpoint");
        var (year, kept) = (predicate.Number("year"), predicate.Number("keptYears"));
        return year is > 1970 and < 9_000 && kept is >= 0 and <= RetentionRule.Most
            ? new DroppedShard(predicate.Time("time"), (int)year, (int)kept, new Checkpoint(last.Text("origin"), last.Number("size"), last.Bytes("root")))
            : throw predicate.Wrong("year", "no year of a log, or keptYears is no number of years");
    }
}
