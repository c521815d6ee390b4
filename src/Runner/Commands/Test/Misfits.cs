using Gates.Doors.TypeChecks;
using Gates.Policies;

namespace Gates.Runner.Commands.Test;

/// <summary>What does not fit its type in the policies of a test.</summary>
/// <param name="Problems">The problems.</param>
/// <param name="Unchecked">Why nothing could be checked; else <see langword="null"/>.</param>
internal sealed record Misfits(IReadOnlyList<TypeProblem> Problems, string? Unchecked)
{
    public static Misfits None { get; } = new([], null);

    /// <summary>Those in a policy's files.</summary>
    public IEnumerable<string> Of(PolicyFiles? policy) =>
        policy is null ? [] : Problems.Where(problem => policy.Texts.ContainsKey(problem.File)).Select(problem => problem.ToString());
}
