using System.Globalization;
using System.Text;

namespace Gates.Policies;

/// <summary>
/// A small edit that mends a finding, in the finding's own line. A policy may make it from hostile content, so it counts only where <see cref="In"/> finds it.
/// </summary>
/// <param name="Replace">What stands there now.</param>
/// <param name="With">What to write in its place.</param>
public sealed record Fix(string Replace, string With)
{
    /// <value>The column at which it stands, from 1; <see langword="null"/> before somebody has looked into the file.</value>
    public int? Column { get; init; }

    /// <value>The longest text of either side; a longer edit is no small one.</value>
    public const int MaxLength = 500;

    /// <value>Longer lines were not written by hand.</value>
    internal const int MaxLineLength = 1_000;

    /// <summary>The edit; <see langword="null"/> when it is none that could be shown to anybody.</summary>
    public static Fix? Create(string replace, string with, int? column = null) =>
        new Fix(replace, with) { Column = column } is { IsSound: true } fix ? fix : null;

    /// <value>Whether both sides are short and of one line, without what a reader cannot see, and differ.</value>
    internal bool IsSound =>
        Replace is { Length: > 0 and <= MaxLength } && With is { Length: <= MaxLength } && Replace != With && IsVisible(Replace) && IsVisible(With);

    /// <summary>The line after the edit.</summary>
    /// <param name="line">As it stands in the file, without its end.</param>
    /// <returns><see langword="null"/> where <see cref="In"/> finds nothing.</returns>
    internal string? ApplyTo(string line) =>
        In(line)?.Column is { } column ? string.Concat(line.AsSpan(0, column - 1), With, line.AsSpan(column - 1 + Replace.Length)) : null;

    /// <summary>The edit with its column.</summary>
    /// <param name="line">As it stands in the file, without its end.</param>
    /// <returns><see langword="null"/> when the text does not stand there exactly once, as a whole word, or the line holds what a reader cannot see.</returns>
    internal Fix? In(string line)
    {
        if (!IsSound || line.Length > MaxLineLength || !IsVisible(line))
        {
            return null;
        }

        var at = line.IndexOf(Replace, StringComparison.Ordinal);
        if (at < 0 || line.IndexOf(Replace, at + 1, StringComparison.Ordinal) >= 0)
        {
            return null;
        }

        var end = at + Replace.Length;
        var isWhole = (at == 0 || !Joins(line[at - 1]) || !Joins(Replace[0])) && (end == line.Length || !Joins(line[end]) || !Joins(Replace[^1]));
        return isWhole ? this with { Column = at + 1 } : null;
    }

    /// <summary>Whether all of a text can be seen: no control, format or surrogate character, so nothing turns the direction of what follows.</summary>
    internal static bool IsVisible(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != '\t' && (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Characters of commands, versions and references: two of them side by side are one word.</summary>
    private static bool Joins(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '.' or '/' or ':' or '@' or '+';
}
