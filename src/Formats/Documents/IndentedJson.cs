using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gates.Formats.Documents;

/// <summary>A document as it was read, written to be read by people.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class IndentedJson : JsonSerializerContext;
