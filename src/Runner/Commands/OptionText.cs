using System.CommandLine;

namespace Gates.Runner.Commands;

/// <summary>An action passes every input, so that an empty option is one that was not given.</summary>
internal static class OptionText
{
    public static string? Text(this ParseResult parsed, Option<string> option) => Given(parsed.GetValue(option));

    public static string? Text(this ParseResult parsed, Argument<string?> argument) => Given(parsed.GetValue(argument));

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
