using Gates.Policies;

namespace Gates.Doors.Workers;

/// <summary>A <see cref="PolicyException"/> on its way to the parent.</summary>
/// <param name="Final">Whether the worker is spent and ends.</param>
internal sealed record PolicyFailure(string Message, int? Line, int? Column, string? Limit, bool Final)
{
    /// <value>The file at fault; <see langword="null"/> for the policy itself.</value>
    public string? File { get; init; }
}
