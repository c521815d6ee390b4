using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Checking;

/// <summary>What a check found.</summary>
/// <param name="Source">The configuration: its path, or "built-in defaults".</param>
/// <param name="Problems">Everything that is wrong.</param>
/// <param name="Gates">What is in force; empty when there is a problem.</param>
/// <param name="Files">Other files that were read and are valid, each with what it holds.</param>
internal sealed record Checked(
    string Source, IReadOnlyList<CheckProblem> Problems, IReadOnlyList<CheckedGate> Gates, IReadOnlyList<(string Path, string Holds)> Files)
{
    /// <value>What a reader should know beside it, such as files that do not count.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <value>What is wrong outweighs what is not known.</value>
    public ExitCode ExitCode => Problems.Count == 0 ? ExitCode.Holds
        : Problems.All(problem => problem.IsUnknown) ? ExitCode.CouldNotEvaluate
        : ExitCode.Usage;
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Text">Place, key, value and what would be right; further lines show the place.</param>
/// <param name="IsUnknown">Whether it could not be looked at.</param>
internal sealed record CheckProblem(string Text, bool IsUnknown = false);

/// <summary>One gate as it is in force.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">What it looks at.</param>
/// <param name="Keys">Its own keys, and then its options under <c>with.</c>, with their values and origins.</param>
internal sealed record CheckedGate(string Id, string Title, IReadOnlyList<CheckedValue> Keys);

/// <summary>One value that is in force.</summary>
/// <param name="Key">Such as <c>mode</c> or <c>with.exclude</c>.</param>
/// <param name="Value">As it would be written, in JSON for options.</param>
/// <param name="Origin">Where it comes from.</param>
internal sealed record CheckedValue(string Key, string Value, string Origin);
