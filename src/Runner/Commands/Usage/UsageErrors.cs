using System.CommandLine;
using System.CommandLine.Parsing;
using Gates.Formats.Documents;
using Gates.Policies;

namespace Gates.Runner.Commands.Usage;

/// <summary>What is wrong with a command line, in our words: what was typed, and what was probably meant.</summary>
internal static class UsageErrors
{
    private const int MaxNamed = 20;

    /// <summary>One line; <see langword="null"/> when nothing is wrong.</summary>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var taken = TakenForValues(parsed).ToList();
        if (parsed.Errors.Count == 0 && taken.Count == 0)
        {
            return null;
        }

        var unknown = taken.Concat(Unknown(parsed, command)).Distinct(StringComparer.Ordinal).ToList();
        var problems = unknown.Count > 0
            ? unknown
            : [.. parsed.Errors.Select(error => Explain(error, parsed)).OfType<string>().Distinct(StringComparer.Ordinal)];
        var said = problems.Count > 0 ? problems : parsed.Errors.Select(error => error.Message.TrimEnd('.'));
        return string.Join(' ', [.. said.Select(problem => problem.EndsWith('?') ? problem : problem + "."), $"Try `{CommandText.Name(command)} --help`."]);
    }

    /// <summary>The command that a word names below another, and what to say when there is none.</summary>
    public static string NoCommand(string word, Command group)
    {
        var known = CommandText.Subcommands(group).Select(one => one.Name).ToList();
        var meant = Suggestion.For(word, known);
        return $"{Say.Quote(word)} is not a command of `{CommandText.Name(group)}`"
            + (meant is null ? $"; it has {Say.List(known)}" : $"; did you mean \"{meant}\"?");
    }

    /// <summary>A misspelt option behind a list of files would be one more of them. Whoever means a file of such a name writes <c>--</c> before it.</summary>
    private static IEnumerable<string> TakenForValues(ParseResult parsed) => parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
        ? []
        : parsed.CommandResult.Children.OfType<ArgumentResult>()
            .Where(result => result.Argument.Arity.MaximumNumberOfValues > 1)
            .SelectMany(result => result.Tokens)
            .Where(token => token.Value is ['-', '-', _, ..])
            .Take(MaxNamed)
            .Select(token => NoOption(token.Value.Split('=')[0], parsed.CommandResult.Command));

    private static IEnumerable<string> Unknown(ParseResult parsed, Command command)
    {
        var words = parsed.UnmatchedTokens;
        if (words.Count == 0)
        {
            return [];
        }

        if (command.Subcommands.Count > 0 && !words[0].StartsWith('-'))
        {
            return [NoCommand(words[0], command)];
        }

        var options = words.Where(word => word is ['-', _, ..]).Take(MaxNamed).ToList();
        return options.Count > 0
            ? options.Select(word => NoOption(word.Split('=')[0], command))
            : [TooMany(words[0], command)];
    }

    private static string NoOption(string word, Command command)
    {
        var known = CommandText.Options(command).Select(option => option.Name).Append("--help").ToList();
        var meant = Suggestion.For(word, known) ?? Suggestion.For("--" + word.TrimStart('-'), known);
        return $"{Say.Quote(word)} is not an option of `{CommandText.Name(command)}`" + (meant is null ? "" : $"; did you mean \"{meant}\"?");
    }

    private static string TooMany(string word, Command command) => command.Arguments.Count == 0
        ? $"{Say.Quote(word)} is too much: `{CommandText.Name(command)}` takes options only"
        : $"{Say.Quote(word)} is too much: `{CommandText.Usage(command)}`";

    private static string? Explain(ParseError error, ParseResult parsed)
    {
        var result = error.SymbolResult;
        return result switch
        {
            OptionResult { Option: var option } when parsed.GetResult(option) is { } given => OfOption(option, given, error),
            OptionResult { Option: var option } => $"{option.Name} is missing: {option.Description?.TrimEnd('.')}",
            ArgumentResult { Parent: OptionResult given } => OfOption(given.Option, given, error),
            ArgumentResult { Tokens.Count: 0, Argument: var argument } => $"{argument.Name} is missing: {argument.Description?.TrimEnd('.')}",
            CommandResult { Command: var command } => Missing(command, parsed),
            _ => error.Message.TrimEnd('.'),
        };
    }

    private static string? Missing(Command command, ParseResult parsed)
    {
        var missing = command.Options
            .Where(option => option.Required && parsed.GetResult(option) is null)
            .Select(option => $"{option.Name} is missing: {option.Description?.TrimEnd('.')}")
            .Concat(command.Arguments
                .Where(argument => argument.Arity.MinimumNumberOfValues > 0 && !argument.HasDefaultValue)
                .Where(argument => parsed.GetResult(argument) is null or { Tokens.Count: 0 })
                .Select(argument => $"{argument.Name} is missing: {argument.Description?.TrimEnd('.')}"))
            .ToList();
        return missing.Count == 0 ? null : string.Join(". ", missing);
    }

    private static string OfOption(Option option, OptionResult given, ParseError error) => given.Tokens switch
    {
        _ when given.Implicit => $"{option.Name} is missing: {option.Description?.TrimEnd('.')}",
        [] => $"{option.Name} needs a value: {option.Description?.TrimEnd('.')}",
        { Count: var count } when count > option.Arity.MaximumNumberOfValues || given.IdentifierTokenCount > option.Arity.MaximumNumberOfValues
            => $"{option.Name} can be given once only",
        [var token, ..] when option.ValueType == typeof(int) || option.ValueType == typeof(int?) =>
            $"{option.Name} {Say.Quote(token.Value)} is not a whole number",
        [var token, ..] when option.ValueType == typeof(bool) => $"{option.Name} {Say.Quote(token.Value)} is not true or false",
        _ => error.Message.TrimEnd('.'),
    };
}
