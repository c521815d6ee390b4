using System.CommandLine;
using Gates.Formats.Foundation;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands;

/// <summary><c>--format</c> of commands that write for people and for programs.</summary>
internal static class FormatOption
{
    public static Option<string> Create()
    {
        var format = new Option<string>("--format") { Description = "text or json (default: text)." };
        format.CompletionSources.Add("text", "json");
        return format;
    }

    /// <exception cref="UsageException">There is no such format.</exception>
    public static bool IsJson(this ParseResult parsed, Option<string> format) => RunFormats.Parse(parsed.Text(format)) == RunFormat.Json;
}
