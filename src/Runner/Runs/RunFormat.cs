using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Runner.Runs;

/// <summary>What a run writes to standard output.</summary>
internal enum RunFormat
{
    Text,
    Json,
}

internal static class RunFormats
{
    /// <exception cref="UsageException">There is no such format.</exception>
    public static RunFormat Parse(string? name) => name switch
    {
        null or "text" => RunFormat.Text,
        "json" => RunFormat.Json,
        _ => throw new UsageException($"--format {Say.Quote(name)} is not a format{Suggestion.Words(name, ["text", "json"])} valid: text, json"),
    };
}
