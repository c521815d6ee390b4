using System.Text.Json.Serialization;
using Gates.Policies;

namespace Gates.Pipeline.RunFolder;

/// <summary>What policies say in parts that <c>results.json</c> keeps as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(SeverityName)])]
[JsonSerializable(typeof(IReadOnlyList<Chart>))]
[JsonSerializable(typeof(IReadOnlyList<Output>))]
internal sealed partial class SaidJson : JsonSerializerContext;
