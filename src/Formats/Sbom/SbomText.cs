using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.Formats.Sbom;

/// <summary>Keeps people's addresses out of the facts.</summary>
internal static partial class SbomText
{
    private const int MaxLength = 500;

    /// <summary>A supplier without its e-mail address; <see langword="null"/> when nothing is left.</summary>
    public static string? WithoutAddress(string? text) =>
        text is not null && Address().Replace(FactText.Cut(text, MaxLength), "").Trim() is { Length: > 0 } left ? left : null;

    [GeneratedRegex(@"\s*[<(]?[^\s<>()@]+@[^\s<>()@]+[>)]?", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
