using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gates.Formats.LoadPlans;

/// <summary>One value of a JSON text by a path such as <c>data.items[0].id</c>; a leading <c>$.</c> may stand there.</summary>
internal static partial class JsonPick
{
    public static bool IsPath(string path) => Path().IsMatch(path);

    /// <returns>The value as text; <see langword="null"/> when it is not there, is null, or is a map or a list, or the text is no JSON.</returns>
    public static string? Of(ReadOnlyMemory<byte> json, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var node = document.RootElement;
            foreach (Match step in Step().Matches(path.StartsWith('$') ? path[1..] : path))
            {
                if (step.Groups["index"] is { Success: true } index)
                {
                    var at = int.Parse(index.ValueSpan, CultureInfo.InvariantCulture);
                    if (node.ValueKind != JsonValueKind.Array || at >= node.GetArrayLength())
                    {
                        return null;
                    }

                    node = node[at];
                }
                else if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(step.Groups["key"].ValueSpan, out node))
                {
                    return null;
                }
            }

            return node.ValueKind switch
            {
                JsonValueKind.String => node.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => node.GetRawText(),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(\$\.?)?([^.\[\]$]+|\[[0-9]{1,6}\])?(\.[^.\[\]]+|\[[0-9]{1,6}\])*\z", RegexOptions.None, 1000)]
    private static partial Regex Path();

    [GeneratedRegex(@"\[(?<index>[0-9]{1,6})\]|(?<key>[^.\[\]]+)", RegexOptions.None, 1000)]
    private static partial Regex Step();
}
