using System.Globalization;
using Gates.Formats.Foundation.Text;
using Gates.Policies;

namespace Gates.Runner.Reports;

/// <summary>Links from places to the lines of the repository.</summary>
/// <param name="prefix">What to put before a path, ending in <c>/</c>; <see langword="null"/> or not a web address links nothing.</param>
internal sealed class SourceLinks(string? prefix)
{
    /// <value>What browsers and pages take for an address.</value>
    private const int MaxAddress = 2_000;

    private readonly string? prefix = Escape.WebAddress(prefix);

    public static SourceLinks None { get; } = new(null);

    /// <summary>The address of a place; <see langword="null"/> when there is none, or its path is not a plain path inside the repository.</summary>
    public string? To(Location? place)
    {
        if (prefix is null || place is null || place.Path.Length > MaxAddress || Escape.RelativeUri(place.Path) is not { Length: <= MaxAddress } path)
        {
            return null;
        }

        return place switch
        {
            { Commit: { } commit } => $"{prefix[..(prefix.TrimEnd('/').LastIndexOf('/') + 1)]}{commit}/{path}",
            { Line: not { } } => prefix + path,
            { Line: { } line, EndLine: { } end } when end > line => string.Create(CultureInfo.InvariantCulture, $"{prefix}{path}#L{line}-L{end}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{prefix}{path}#L{place.Line}"),
        };
    }
}
