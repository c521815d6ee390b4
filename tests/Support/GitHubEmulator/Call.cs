using System.Globalization;
using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>A request that found its route.</summary>
/// <param name="Server">The emulator.</param>
/// <param name="Repository">Whose path it is; the routes outside any repository do not use it.</param>
/// <param name="Token">Whose request it is.</param>
/// <param name="Address">Without the query.</param>
/// <param name="Arguments">The path's parameters.</param>
/// <param name="Query">The query's.</param>
/// <param name="Accept">What the caller reads.</param>
/// <param name="Content">What was sent.</param>
internal sealed record Call(
    GitHubServer Server, EmulatedRepository Repository, EmulatedToken Token, string Address, IReadOnlyDictionary<string, string> Arguments, IReadOnlyDictionary<string, string> Query, string Accept, byte[] Content)
{
    private JsonObject? body;

    public JsonObject Body => body ??= (JsonObject)JsonNode.Parse(Content)!;

    public string this[string name] => Arguments[name];

    public int? Number(string name) => Query.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    public long Id(string name) => long.Parse(Arguments[name], CultureInfo.InvariantCulture);

    public string? Text(string name) => (string?)Body[name];
}
