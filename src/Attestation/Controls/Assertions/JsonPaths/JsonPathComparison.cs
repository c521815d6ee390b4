using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions.JsonPaths;

/// <summary>A value in JSON evidence compares as it must.</summary>
internal sealed partial class JsonPathComparison : Assertion
{
    private const string Exists = "exists";

    [Option("Where the value stands: $ and then .name, ['name'], [0] or [*]. Every value found must compare, and there must be one.", Required = true)]
    public string Query { get; set; } = "$";

    [Option("How it compares.", OneOf = ["==", "!=", "<", "<=", ">", ">=", Exists])]
    public string Op { get; set; } = "==";

    [Option("With what; a text equals only a text, only numbers have an order, also those that the evidence writes as texts.")]
    public object? Value { get; set; }

    [Option("Of several files only the newest, by the time at this JSONPath, such as $.finished. Default: all of them.")]
    public string? NewestBy { get; set; }

    public override IEnumerable<(string Key, string Message)> Problems()
    {
        if (!JsonPath.TryParse(Query, out _, out var problem))
        {
            yield return ("query", problem);
        }

        if (NewestBy is not null && !JsonPath.TryParse(NewestBy, out _, out var unclear))
        {
            yield return ("newest-by", unclear);
        }

        if (Op == Exists != Value is null)
        {
            yield return ("value", Value is null
                ? "is missing; say what the value must compare with, or write `op: exists`"
                : "compares with nothing; `op: exists` only asks whether there is a value");
        }
        else if (Op is not ("==" or "!=" or Exists) && Value is not (long or double))
        {
            yield return ("value", $"{Say.Quote(Convert.ToString(Value, CultureInfo.InvariantCulture) ?? "")} is not a number, which `op: \"{Op}\"` needs");
        }
    }

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var documents = context.JsonValues().ToList();
        if (documents.Count == 0)
        {
            return AssertionFinding.Fail("there is no JSON among the evidence");
        }

        var complaints = new List<string>();
        if (NewestBy is not null)
        {
            var times = documents.Select(one => one.Item).Distinct().ToDictionary(item => item, item => EvidenceTimes.Of(context, item, NewestBy));
            complaints.AddRange(times.Where(one => one.Value.Count == 0).Select(one => $"{one.Key.Path} has no time at {NewestBy}"));
            documents = [.. documents.Where(one => one.Item == times.MaxBy(time => time.Value.DefaultIfEmpty(DateTimeOffset.MinValue).Min()).Key)];
        }

        var seen = new List<string>();
        foreach (var (item, root) in documents)
        {
            var path = JsonPath.TryParse(Query, out var parsed, out _) ? parsed : null;
            var found = path?.Find(root) ?? [];
            if (found.Count == 0)
            {
                complaints.Add($"{item.Path} has nothing at {Query}");
            }

            complaints.AddRange(
                (path?.Lacking(root) ?? []).Select(node => FormattableString.Invariant($"{item.Path}:{node.Line}: an element here has nothing at {Query}")));
            complaints.AddRange(found.Where(node => !Compares(node)).Select(node =>
                FormattableString.Invariant($"{item.Path}:{node.Line}: {Query} is {Say.Value(node)}; it must {(Op == Exists ? "have a value" : $"be {Op} {Wanted}")}")));
            seen.AddRange(found.Select(Say.Value));
        }

        return AssertionFinding.From(complaints, $"{Query} is {AssertionFinding.Some(seen)}{(Op == Exists ? "" : $", as {Op} {Wanted} asks")}");
    }

    private string Wanted => Value is string text ? Say.Quote(text) : Convert.ToString(Value, CultureInfo.InvariantCulture)!.ToLowerInvariant();

    private bool Compares(DocumentNode node) => Op switch
    {
        Exists => node is not { Kind: NodeKind.Scalar, Value: null },
        "==" => Equal(node),
        "!=" => !Equal(node),
        _ => Read(node) is { } actual && Number(Value) is { } wanted && Op switch
        {
            "<" => actual < wanted,
            "<=" => actual <= wanted,
            ">" => actual > wanted,
            _ => actual >= wanted,
        },
    };

    private bool Equal(DocumentNode node) =>
        Number(Value) is { } wanted ? Number(node.Value) == wanted : node.Kind == NodeKind.Scalar && Equals(node.Value, Value);

    /// <summary>Prometheus and Infracost write numbers as texts.</summary>
    private static double? Read(DocumentNode node) =>
        node is { IsString: true } && IsNumber().IsMatch(node.Text) ? double.Parse(node.Text, CultureInfo.InvariantCulture) : Number(node.Value);

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IsNumber();

    private static double? Number(object? value) => value switch
    {
        long whole => whole,
        double real => real,
        _ => null,
    };
}
