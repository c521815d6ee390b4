namespace Acceptance.Tests.HostilePolicies;

/// <summary>A script that tries to harm its run.</summary>
/// <param name="Name">What it tries.</param>
/// <param name="Text">The whole policy.</param>
/// <param name="Limits">The limits that may stop it, depending on which is nearer; empty when it is stopped by an error.</param>
/// <param name="Line">The line that the message must name; 0 when the process dies and nobody can know.</param>
/// <param name="Says">What the message must say.</param>
internal sealed record HostileScript(string Name, string Text, string[] Limits, int Line, string Says = "")
{
    public override string ToString() => Name;
}
