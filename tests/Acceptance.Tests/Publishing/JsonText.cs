using System.Text.Json.Nodes;

namespace Acceptance.Tests.Publishing;

internal static class JsonText
{
    /// <summary>Everything in one text, to look for what must not be there.</summary>
    public static string ToJson(this IEnumerable<JsonNode> nodes) => string.Join('\n', nodes.Select(node => node.ToJsonString()));
}
