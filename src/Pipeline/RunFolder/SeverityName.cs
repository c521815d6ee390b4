using System.Text.Json;
using System.Text.Json.Serialization;
using Gates.Policies;

namespace Gates.Pipeline.RunFolder;

/// <summary>Severities as everywhere else: <c>error</c>, <c>warning</c>, <c>note</c>.</summary>
internal sealed class SeverityName() : JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase);

/// <summary>What policies say in parts that <c>results.json</c> keeps as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(SeverityName)])]
[JsonSerializable(typeof(IReadOnlyList<Chart>))]
[JsonSerializable(typeof(IReadOnlyList<Output>))]
internal sealed partial class SaidJson : JsonSerializerContext;
