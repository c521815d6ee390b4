using Gates.Policies;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>A script that tries to harm its run.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Text">The whole policy.</param>
/// <param name="Limits">The limits that may stop it, depending on which is nearer; empty when it is stopped by an error.</param>
/// <param name="Line">The line that the message must name; 0 when the process dies and nobody can know.</param>
/// <param name="Says">What the message must say.</param>
internal sealed record HostileScript(string Name, string Text, string[] Limits, int Line = 0, string Says = "")
{
    private const string Judge = "function judge(evidence, settings, report) {\n  ";

    /// <value>Files beside it, by path.</value>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <value>All that it reports, when its attack is in vain and it is judged like any other; <see langword="null"/> when it must not be judged.</value>
    public IReadOnlyList<string>? Reports { get; init; }

    /// <value>Whether a faster machine may stop it elsewhere, or otherwise.</value>
    public bool DependsOnSpeed => Limits.Intersect(["timeout", "memory", "statements"], StringComparer.Ordinal).Any();

    /// <value>What it may use. Only those that run into the deadline are given an early one.</value>
    public PolicyLimits Allowed => new() { Timeout = TimeSpan.FromSeconds(DependsOnSpeed ? 1 : 2) };

    /// <summary>Stopped by the first of several limits that it reaches, while its second line runs.</summary>
    public static HostileScript Stopped(string name, string limits, string statement, string says = "") =>
        new(name, Judge + statement + "\n}", limits.Split(' '), 2, says);

    /// <summary>Stopped by a limit which its process may not survive, so that nobody can say where.</summary>
    public static HostileScript Killed(string name, string limits, string statement) => new(name, Judge + statement + "\n}", limits.Split(' '));

    /// <summary>Stopped by an error, in its second line.</summary>
    public static HostileScript Wrong(string name, string statement, string says) => new(name, Judge + statement + "\n}", [], 2, says);

    /// <summary>No policy, for which a line is named.</summary>
    public static HostileScript Refused(string name, string text, int line, string says, string? limit = null) =>
        new(name, text, limit is null ? [] : [limit], line, says);

    /// <summary>Judged, and reports these lines.</summary>
    public static HostileScript Judged(string name, string statement, params string[] reports) =>
        new(name, Judge + statement + "\n}", []) { Reports = reports };

    public override string ToString() => Name;
}
