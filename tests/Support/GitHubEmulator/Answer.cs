using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>An answer before it is sent.</summary>
internal sealed record Answer(int Status, JsonNode? Body = null)
{
    public static readonly Answer NoContent = new(204);

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <value>Sent instead of JSON.</value>
    public byte[]? Bytes { get; init; }

    public static Answer NotFound => Refused(404, "Not Found");

    public static Answer Ok(JsonNode body) => new(200, body);

    public static Answer Created(JsonNode body) => new(201, body);

    public static Answer Redirect(string location)
    {
        var answer = new Answer(302);
        answer.Headers["Location"] = location;
        return answer;
    }

    public static Answer Refused(int status, string message) =>
        new(
            status,
            new JsonObject
            {
                ["message"] = message,
                ["documentation_url"] = "https://docs.github.com/rest",
                ["status"] = status.ToString(System.Globalization.CultureInfo.InvariantCulture)
            });

    /// <summary>What comes of it after everything has happened.</summary>
    public Answer After(FaultKind? fault) => fault switch
    {
        FaultKind.LostAnswer or FaultKind.HalfUpload => new Answer(502) { Bytes = "<html>Unicorn!</html>"u8.ToArray() },
        FaultKind.BrokenJson => this with { Bytes = "{ \"id\": "u8.ToArray() },
        FaultKind.MissingField =>
            this with
            {
                Body = new JsonObject(Body!.AsObject()
                    .Where(pair => pair.Key != "id")
                    .Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, pair.Value?.DeepClone())))
            },
        _ => this,
    };

    /// <summary>One page of a list, as the query asks for it.</summary>
    /// <param name="call">The request.</param>
    /// <param name="items">All of them.</param>
    /// <param name="property">The property that holds the list; <see langword="null"/> when the answer is the list.</param>
    public static Answer Page(Call call, IEnumerable<JsonObject> items, string? property = null)
    {
        var all = items.ToList();
        var size = call.Number("per_page") ?? 30;
        var page = call.Number("page") ?? 1;
        JsonArray list = [.. all.Skip((page - 1) * size).Take(size).Select(item => item.DeepClone())];
        var answer = Ok(property is null ? list : new JsonObject { ["total_count"] = all.Count, [property] = list });
        if (page * size < all.Count)
        {
            var query = call.Query.Where(pair => pair.Key != "page").Append(new("page", $"{page + 1}"));
            var next = string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
            answer.Headers["Link"] = $"<{call.Address}?{next}>; rel=\"next\", <{call.Address}?page=99>; rel=\"last\"";
        }

        return answer;
    }
}
