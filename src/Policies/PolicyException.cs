namespace Gates.Policies;

/// <summary>A policy could not be loaded or did not finish. The message names the policy and, where known, line and limit.</summary>
public sealed class PolicyException : Exception
{
    public PolicyException(string policy, string message, int? line = null, int? column = null, string? limit = null)
        : base(Describe(policy, message, line, column))
    {
        Policy = policy;
        Reason = message;
        Line = line;
        Column = column;
        Limit = limit;
    }

    /// <value>The file at fault: the policy's, or one that it imports.</value>
    public string Policy { get; }

    /// <value>The message without the place.</value>
    public string Reason { get; }

    public int? Line { get; }

    public int? Column { get; }

    /// <value>The place, when there is one.</value>
    public Location? Place => Line is null ? null : new Location(Policy, Line, Column: Column);

    /// <value>The limit that stopped it: <c>timeout</c>, <c>statements</c>, <c>memory</c>, <c>recursion</c>, <c>reports</c> or <c>text</c>.</value>
    public string? Limit { get; }

    private static string Describe(string policy, string message, int? line, int? column) =>
        (line, column) switch
        {
            (null, _) => $"{policy}: {message}",
            (_, null) => FormattableString.Invariant($"{policy}:{line}: {message}"),
            _ => FormattableString.Invariant($"{policy}:{line}:{column}: {message}"),
        };
}
