using System.Text.Json.Serialization;

namespace Gates.Formats.Documents;

/// <summary>A place as policies hand it to <c>report.*</c>; what is not known is left out. Lines and columns start at 1.</summary>
internal sealed record FactPlace(string Path)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? EndLine { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Column { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? EndColumn { get; init; }
}
