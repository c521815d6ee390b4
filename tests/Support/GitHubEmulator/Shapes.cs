using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>The smallest objects that GitHub's description allows, made from it by <c>tests/tools/github/description.mjs shapes</c>.</summary>
internal static class Shapes
{
    private static readonly JsonObject All = Load();

    /// <summary>A fresh object with some properties set; nested ones may be merged.</summary>
    public static JsonObject Make(string schema, JsonObject? set = null) => Merge((JsonObject)All[schema]!.DeepClone(), set ?? []);

    /// <summary>Puts properties into an object; objects are merged, everything else is replaced.</summary>
    public static JsonObject Merge(JsonObject target, JsonObject set)
    {
        foreach (var (name, value) in set.ToList())
        {
            target[name] = target[name] is JsonObject inner && value is JsonObject nested ? Merge((JsonObject)inner.DeepClone(), nested) : value?.DeepClone();
        }

        return target;
    }

    public static JsonObject User(string login) => Make("simple-user", new JsonObject
    {
        ["login"] = login,
        ["id"] = Account(login),
        ["type"] = login.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User",
    });

    /// <summary>The same number for the same name.</summary>
    public static int Account(string login) => login.Aggregate(17, (sum, character) => ((sum * 31) + character) & 0xff_ffff);

    private static JsonObject Load()
    {
        using var stream = typeof(Shapes).Assembly.GetManifestResourceStream("GitHubEmulator/shapes.json")!;
        return (JsonObject)JsonNode.Parse(stream)!;
    }
}
