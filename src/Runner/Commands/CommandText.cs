using System.CommandLine;

namespace Gates.Runner.Commands;

/// <summary>How commands, options and arguments are written in the reference, the man page and messages.</summary>
internal static class CommandText
{
    /// <summary>The words after the program's name: <c>evidence add</c>.</summary>
    public static IEnumerable<string> Path(Command command) => command is RootCommand
        ? []
        : [.. command.Parents.OfType<Command>().Take(1).SelectMany(Path), command.Name];

    /// <summary>As one calls it: <c>gates evidence add</c>.</summary>
    public static string Name(Command command) => string.Join(' ', Path(command).Prepend("gates"));

    /// <summary>The line that says how it is called.</summary>
    public static string Usage(Command command)
    {
        var needed = command.Options.Where(option => option is { Required: true, Hidden: false }).Select(Label);
        var rest = command.Subcommands.Count > 0 ? ["COMMAND"] : command.Options.Any(option => !option.Required) ? new[] { "[options]" } : [];
        return string.Join(' ', [Name(command), .. command.Arguments.Select(Label), .. needed, .. rest]);
    }

    public static string Label(Argument argument) =>
        (argument.Arity.MinimumNumberOfValues == 0 || argument.HasDefaultValue ? $"[{argument.Name}]" : argument.Name)
            + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");

    public static string Label(Option option) => TakesValue(option) ? $"{option.Name} {ValueName(option)}" : option.Name;

    public static bool TakesValue(Option option) => option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);

    /// <summary>Those that help shows, but for <c>--help</c> itself, which every command has.</summary>
    public static IEnumerable<Option> Options(Command command) =>
        command.Options.Where(option => !option.Hidden && option.Name is not ("--help" or "--version"));

    public static IEnumerable<Command> Subcommands(Command command) => command.Subcommands.Where(one => !one.Hidden);

    /// <summary>Every command of a command line that can be called, from the first to the last.</summary>
    public static IEnumerable<Command> Leaves(Command command) =>
        Subcommands(command).SelectMany(one => one.Subcommands.Count == 0 ? [one] : Leaves(one));

    public static string ValueName(Option option) => option.Name.TrimStart('-').ToUpperInvariant();
}
