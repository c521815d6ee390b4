using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Pipeline.Unseen;

/// <summary>What a gate looked at and what it left out. It stands in the facts, so that a policy judges it and a second judgement sees it.</summary>
/// <param name="Seen">What was looked at, files first.</param>
/// <param name="LeftOut">What was not, unexpected reasons first.</param>
internal sealed record CoverageSummary(IReadOnlyList<SeenCount> Seen, IReadOnlyList<UnseenGroup> LeftOut)
{
    /// <value>Where it stands in the facts.</value>
    public const string Property = "coverage";

    /// <value>Whether the configuration refuses a gate that looked at nothing. Not a fact, so not in the facts.</value>
    public bool IsRequired { get; init; }

    public bool SawNothing => Seen.All(one => one.Count == 0);

    public bool HasUnexpected => LeftOut.Any(group => !group.Reason.IsExpected);

    /// <value>Whether the only thing that is unexpected is that the globs select nothing at all.</value>
    public bool IsEmptySelection => SawNothing && LeftOut.All(group => group.Reason.IsExpected || group.Reason == UnseenReasons.SelectsNothing);

    /// <value>The first line, such as "12 files; 3 left out: sparse checkout".</value>
    public string Words
    {
        get
        {
            var all = LeftOut.Sum(group => group.Count);
            var seen = SawNothing && Seen.Count == 0 ? "nothing" : string.Join(", ", Seen.Select(one => Prose.Count(one.Count, one.Unit)));
            var reasons = LeftOut.Count == 1
                ? LeftOut[0].Reason.Words
                : string.Join(", ", LeftOut.Select(group => $"{group.Reason.Words} ({Prose.Number(group.Count)})"));
            return all == 0 ? seen : $"{seen}; {Prose.Number(all)} left out: {reasons}";
        }
    }

    /// <value>
    /// Why the gate could not be evaluated, each reason with a few names; <see langword="null"/> when nothing unexpected was left out. Untrusted text.
    /// </value>
    public string? Problem => HasUnexpected
        ? "it could not look at everything: " + string.Join("; ", LeftOut.Where(group => !group.Reason.IsExpected).Select(Describe)) + ". " + Advice
        : null;

    private string Advice =>
        IsAll(UnseenReasons.SelectsNothing) ? "Mend the globs, or set `when-missing: skip` if there may be no such files"
        : IsAll(UnseenReasons.History) ? "Mend that, or set `history: off`"
        : "Mend that, or name the paths under `exclude`";

    /// <summary>Whether nothing else is unexpected.</summary>
    private bool IsAll(UnseenReason reason) => LeftOut.Where(group => !group.Reason.IsExpected).All(group => group.Reason == reason);

    /// <summary>What evidence that somebody kept says of it; see <see cref="Read"/>.</summary>
    /// <exception cref="EvaluationException">It is there, but not what this program writes.</exception>
    public static CoverageSummary? From(Evidence evidence)
    {
        try
        {
            return Read(evidence.Facts);
        }
        catch (FormatException e)
        {
            throw new EvaluationException($"the evidence says nothing that can be read of what was looked at: {e.Message}", e);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; <see langword="null"/> when facts hold none, as those of earlier versions.</summary>
    /// <exception cref="FormatException">It is there, but not what this program writes.</exception>
    public static CoverageSummary? Read(JsonElement facts)
    {
        return facts.ValueKind == JsonValueKind.Object && facts.TryGetProperty(Property, out var coverage) ? From(coverage) : null;
    }

    /// <summary>The same, of what <see cref="Write"/> wrote alone.</summary>
    /// <exception cref="FormatException">It is not what this program writes.</exception>
    public static CoverageSummary From(JsonElement coverage)
    {
        try
        {
            return new CoverageSummary(
                [.. coverage.GetProperty("seen")
                    .EnumerateArray()
                    .Select(one => new SeenCount(one.GetProperty("unit").GetString()!, one.GetProperty("count").GetInt32()))],
                [.. coverage.GetProperty("leftOut").EnumerateArray().Select(Group)]);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"`{Property}` is not what this program writes: {e.Message}", e);
        }
    }

    public JsonElement ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("seen");
        foreach (var one in Seen)
        {
            json.WriteStartObject();
            json.WriteString("unit", one.Unit);
            json.WriteNumber("count", one.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("leftOut");
        foreach (var group in LeftOut)
        {
            json.WriteStartObject();
            json.WriteString("reason", group.Reason.Id);
            json.WriteBoolean("expected", group.Reason.IsExpected);
            json.WriteString("words", group.Reason.Words);
            json.WriteNumber("count", group.Count);
            json.WriteStartArray("paths");
            foreach (var path in group.Paths)
            {
                json.WriteStringValue(path);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private const int Named = 3;

    private static string Describe(UnseenGroup group)
    {
        var names = string.Join(", ", group.Paths.Take(Named));
        var more = group.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" and {group.Count - Named} more") : "";
        return $"{group.Reason.Words}: {names}{more}";
    }

    private static UnseenGroup Group(JsonElement group) => new(
        UnseenReasons.Of(group.GetProperty("reason").GetString()!),
        group.GetProperty("count").GetInt32(),
        [.. group.GetProperty("paths").EnumerateArray().Select(path => path.GetString()!)]);
}

/// <summary>How many of one kind of thing were looked at.</summary>
/// <param name="Unit">One of them, such as "file" or "objective".</param>
/// <param name="Count">How many.</param>
internal sealed record SeenCount(string Unit, int Count);

/// <summary>What was not looked at for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="Paths">The first of them by name; at most <see cref="Coverage.MaxPaths"/>.</param>
internal sealed record UnseenGroup(UnseenReason Reason, int Count, IReadOnlyList<string> Paths);
