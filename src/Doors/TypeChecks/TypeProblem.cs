using Gates.Formats.Foundation.Text;

namespace Gates.Doors.TypeChecks;

/// <summary>What does not fit its type.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What is wrong, on one line.</param>
internal sealed record TypeProblem(string File, int Line, int Column, string Message)
{
    /// <value>The line as it stands in the file; <see langword="null"/> when it is not known.</value>
    public string? Source { get; init; }

    /// <summary>The message at its place, with the line and a caret below it.</summary>
    public override string ToString() => SourceExcerpt.Below(FormattableString.Invariant($"{File}:{Line}:{Column}: {Message}"), Source, Line, Column);
}
