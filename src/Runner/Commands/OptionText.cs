using System.CommandLine;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands;

/// <summary>An action passes every input, so that an empty option is one that was not given.</summary>
internal static class OptionText
{
    public static string? Text(this ParseResult parsed, Option<string> option) => Given(parsed.GetValue(option));

    public static string? Text(this ParseResult parsed, Argument<string?> argument) => Given(parsed.GetValue(argument));

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>An action passes every input, so a switch may have a value: true, false, or none at all.</summary>
internal static class SwitchOption
{
    public static Option<string?> Create(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };

    /// <exception cref="UsageException">Its value is neither.</exception>
    public static bool IsOn(this ParseResult parsed, Option<string?> option) => parsed.GetResult(option) is not null && parsed.GetValue(option) switch
    {
        null or "true" => true,
        "" or "false" => false,
        { } other => throw new UsageException($"{option.Name} {Say.Quote(other)} is neither true nor false"),
    };
}
