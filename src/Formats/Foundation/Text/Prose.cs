using System.Globalization;
using Gates.Policies;

namespace Gates.Formats.Foundation.Text;

/// <summary>Numbers, times, places and lists as people read them, said the same everywhere.</summary>
internal static class Prose
{
    public static string Count(int count, string one, string? many = null) =>
        $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Time(TimeSpan time) => time.TotalSeconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s");

    public static string Place(Location? location) => location switch
    {
        null => "",
        { Line: null } => location.Path,
        { Column: null } => string.Create(CultureInfo.InvariantCulture, $"{location.Path}:{location.Line}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{location.Path}:{location.Line}:{location.Column}"),
    };

    /// <summary>A commit's id, short.</summary>
    public static string Commit(string sha) => sha.Length > 8 ? sha[..8] : sha;

    /// <summary>Words joined as a sentence would: a, b and c.</summary>
    public static string Join(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";
}
