namespace Acceptance.Tests.Canary;

/// <summary>What a run of the gate left.</summary>
/// <param name="ExitCode">The program's.</param>
/// <param name="Decision">The output; <see langword="null"/> when there is none.</param>
/// <param name="Messages">Of all findings.</param>
/// <param name="Output">All that was printed.</param>
internal sealed record CanaryRun(int ExitCode, string? Decision, IReadOnlyList<string> Messages, string Output);
