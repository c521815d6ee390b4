using Gates.Formats.Dockerfiles;

namespace Gates.Runner.Commands.Pin;

/// <summary>A place that could hold a digest.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">Of the value, from 1; <see langword="null"/> when it is not known.</param>
/// <param name="Written">The value as it stands there.</param>
internal abstract record PinTarget(string Path, int Line, int? Column, string Written);

/// <summary>An image.</summary>
internal sealed record ImageTarget(string Path, int Line, int? Column, string Written, ImageReference Reference) : PinTarget(Path, Line, Column, Written);

/// <summary>An action, or a reusable workflow.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">Of the value, from 1.</param>
/// <param name="Written">The value as it stands there.</param>
/// <param name="Repository">Owner and name.</param>
/// <param name="Ref">A tag, a branch or a commit.</param>
internal sealed record ActionTarget(string Path, int Line, int? Column, string Written, string Repository, string Ref) : PinTarget(Path, Line, Column, Written)
{
    public bool IsPinned => Ref.Length is 40 or 64 && Ref.All(char.IsAsciiHexDigitLower);
}
