namespace Support;

/// <summary>What a finished program said.</summary>
public sealed record ProgramOutput(int ExitCode, string Output, string Error)
{
    /// <summary>The output of a program that must have succeeded.</summary>
    public string Succeeded() => ExitCode == 0 ? Output : throw new InvalidOperationException(ToString());

    public override string ToString() => FormattableString.Invariant($"exit {ExitCode}\n{Output}\n{Error}");
}
