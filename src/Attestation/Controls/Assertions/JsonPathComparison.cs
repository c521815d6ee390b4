using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>A value in JSON evidence compares as it must.</summary>
internal sealed class JsonPathComparison : Assertion
{
    private const string Exists = "exists";

    [Option("Where the value stands: $ and then .name, ['name'], [0] or [*]. Every value found must compare, and there must be one.", Required = true)]
    public string Query { get; set; } = "$";

    [Option("How it compares.", OneOf = ["==", "!=", "<", "<=", ">", ">=", Exists])]
    public string Op { get; set; } = "==";

    [Option("With what; a text equals only a text, and only numbers have an order.")]
    public object? Value { get; set; }

    public override IEnumerable<(string Key, string Message)> Problems()
    {
        if (!JsonPath.TryParse(Query, out _, out var problem))
        {
            yield return ("query", problem);
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
        var documents = context.Json().ToList();
        if (documents.Count == 0)
        {
            return AssertionFinding.Fail("there is no JSON among the evidence");
        }

        var complaints = new List<string>();
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
        _ => Number(node.Value) is { } actual && Number(Value) is { } wanted && Op switch
        {
            "<" => actual < wanted,
            "<=" => actual <= wanted,
            ">" => actual > wanted,
            _ => actual >= wanted,
        },
    };

    private bool Equal(DocumentNode node) =>
        Number(Value) is { } wanted ? Number(node.Value) == wanted : node.Kind == NodeKind.Scalar && Equals(node.Value, Value);

    private static double? Number(object? value) => value switch
    {
        long whole => whole,
        double real => real,
        _ => null,
    };
}
