using System.Globalization;
using System.Text.Json;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>A place in a tool's JSON, so that what is wrong there can be named.</summary>
/// <param name="Node">What stands there.</param>
/// <param name="Path">The file.</param>
/// <param name="Place">The keys that lead there.</param>
internal readonly record struct ToolJson(JsonElement Node, string Path, string Place = "")
{
    /// <summary>The whole of a file that is one JSON object; <see langword="null"/> of another.</summary>
    public static ToolJson? Of(LoadInput input) => input.Json is { } root ? new ToolJson(root, input.Path) : null;

    public bool IsObject => Node.ValueKind == JsonValueKind.Object;

    /// <summary>What stands under a key; an undefined place when nothing does.</summary>
    public ToolJson At(string key) =>
        new(IsObject && Node.TryGetProperty(key, out var value) ? value : default, Path, Place.Length == 0 ? key : $"{Place}.{key}");

    public bool Has(string key) => IsObject && Node.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <exception cref="EvaluationException">It is no list.</exception>
    public IEnumerable<ToolJson> Items()
    {
        if (Node.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("a list");
        }

        var (path, place) = (Path, Place);
        return Node.EnumerateArray().Select((item, i) => new ToolJson(item, path, string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]")));
    }

    /// <summary>The members of an object; none of what is no object.</summary>
    public IEnumerable<(string Key, ToolJson Value)> Members()
    {
        var (path, place) = (Path, Place);
        return IsObject
            ? Node.EnumerateObject().Select(one => (one.Name, new ToolJson(one.Value, path, place.Length == 0 ? one.Name : $"{place}.{one.Name}")))
            : [];
    }

    /// <exception cref="EvaluationException">There is no text.</exception>
    public string Text(string key) => At(key) is { Node.ValueKind: JsonValueKind.String } at ? at.Node.GetString()! : throw At(key).Wrong("a text");

    /// <exception cref="EvaluationException">There is no number.</exception>
    public double Number(string key) => OptionalNumber(key) ?? throw At(key).Wrong("a number");

    /// <exception cref="EvaluationException">There is something else than a number.</exception>
    public double? OptionalNumber(string key) => Has(key) ? At(key).Number() : null;

    /// <summary>A number, also written as text.</summary>
    /// <exception cref="EvaluationException">It is none.</exception>
    public double Number()
    {
        var number = Node.ValueKind switch
        {
            JsonValueKind.Number => Node.GetDouble(),
            JsonValueKind.String when double.TryParse(Node.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var read) => read,
            _ => double.NaN,
        };
        return double.IsFinite(number) ? number : throw Wrong("a number");
    }

    /// <summary>Where something else stands than belongs there.</summary>
    public EvaluationException Wrong(string expected) => new(Node.ValueKind == JsonValueKind.Undefined
        ? $"{Path}: {Place} is missing; {expected} belongs there"
        : $"{Path}: {Place} is no {(expected.StartsWith("a ", StringComparison.Ordinal) ? expected[2..] : expected)}");
}
