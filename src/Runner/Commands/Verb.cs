using System.CommandLine;

namespace Gates.Runner.Commands;

/// <summary>A command that does something, with what its help ends with. The reference and the man page are made of the same.</summary>
internal sealed class Verb(string name, string description, VerbHelp help) : Command(name, description)
{
    public VerbHelp Help { get; } = help;

    /// <summary>What is known beside options about a command; <see langword="null"/> for one that only groups others.</summary>
    public static VerbHelp? HelpOf(Command command) => command is Verb verb ? verb.Help : command is RootCommand ? VerbHelp.OfProgram : null;
}

/// <summary>What a command's help says beside its options.</summary>
internal sealed record VerbHelp
{
    public static VerbHelp OfProgram { get; } = new()
    {
        Holds = "It holds.",
        Fails = "It does not hold: a gate failed.",
        Variables = [Variable.NoColor, Variable.Term, Variable.Locale],
        Examples =
        [
            new("gates init", "Write a configuration and a workflow to start from."),
            new("gates run", "Run the gates on this repository."),
            new("gates help run", "Say more about a command."),
        ],
    };

    /// <value>What exit code 0 says.</value>
    public required string Holds { get; init; }

    /// <value>What exit code 1 says; <see langword="null"/> for a command that never ends with it.</value>
    public string? Fails { get; init; }

    /// <value>What exit code 2 says.</value>
    public string Refused { get; init; } = "Wrong usage or configuration.";

    /// <value>What exit code 3 says.</value>
    public string CouldNotEvaluate { get; init; } = "Something could not be read or run.";

    public IReadOnlyList<Variable> Variables { get; init; } = [];

    public required IReadOnlyList<Example> Examples { get; init; }

    /// <value>Each exit code with its meaning.</value>
    public IReadOnlyList<(int Code, string Meaning)> ExitCodes =>
        [(0, Holds), .. Fails is null ? Array.Empty<(int, string)>() : [(1, Fails)], (2, Refused), (3, CouldNotEvaluate)];
}

/// <summary>A command line worth knowing.</summary>
/// <param name="Line">As one types it.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string Line, string Meaning);
