using System.Text.Json;

namespace Gates.Policies.SourceMaps;

/// <summary>The comment at a script's end that carries its source map (ECMA-426).</summary>
internal static class InlineSourceMap
{
    private const string Comment = "//# sourceMappingURL=data:application/json;base64,";

    /// <value>Far above what a policy of the largest size needs.</value>
    private const int MaxLength = 16 << 20;

    /// <summary>The script alone.</summary>
    public static string Without(string text) => At(text) is var start and >= 0 ? text[..start] : text;

    /// <returns><see langword="null"/> when there is none that can be read: it only ever helps to word messages.</returns>
    public static SourceMap? Read(string text)
    {
        var start = At(text);
        if (start < 0 || text.Length - start > MaxLength)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(text[(start + Comment.Length)..].TrimEnd()));
            return SourceMap.Read(document.RootElement);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Only a comment on the last line counts.</summary>
    private static int At(string text)
    {
        var last = text.AsSpan().TrimEnd("\r\n").LastIndexOf('\n') + 1;
        return text.AsSpan(last).StartsWith(Comment, StringComparison.Ordinal) ? last : -1;
    }
}
