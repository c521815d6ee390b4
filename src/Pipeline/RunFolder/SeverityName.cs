using System.Text.Json;
using System.Text.Json.Serialization;
using Gates.Policies;

namespace Gates.Pipeline.RunFolder;

/// <summary>Severities as everywhere else: <c>error</c>, <c>warning</c>, <c>note</c>.</summary>
internal sealed class SeverityName() : JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase);
