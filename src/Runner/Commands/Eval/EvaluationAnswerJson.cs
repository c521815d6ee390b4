using System.Text.Json.Serialization;
using Gates.Pipeline.RunFolder;

namespace Gates.Runner.Commands.Eval;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(SeverityName)])]
[JsonSerializable(typeof(EvaluationAnswer))]
internal sealed partial class EvaluationAnswerJson : JsonSerializerContext;
