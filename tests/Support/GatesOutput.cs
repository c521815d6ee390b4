namespace Support;

/// <summary>What a finished run of the program said.</summary>
public sealed record GatesOutput(int ExitCode, string Output, string Error)
{
    public override string ToString() => FormattableString.Invariant($"exit {ExitCode}\n{Output}\n{Error}");
}
