using System.Collections.Concurrent;
using Gates.Policies;

namespace Gates.Runner.Configuration;

/// <summary>The policies that come with the program: each folder <c>policies/&lt;id&gt;</c>, embedded. A new folder is a new gate.</summary>
internal static class ShippedPolicies
{
    private const string Folder = "policies/";
    private const string Manifest = "/policy.json";

    private static readonly Lazy<IReadOnlyList<string>> Found = new(() =>
        [.. typeof(ShippedPolicies).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Manifest, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Manifest.Length])
            .Where(id => !id.Contains('/', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)]);

    private static readonly ConcurrentDictionary<string, PolicyManifest> Manifests = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Ids => Found.Value;

    public static PolicyManifest? Find(string id) => Ids.Contains(id, StringComparer.Ordinal)
        ? Manifests.GetOrAdd(id, key => PolicyManifest.Read(ReadResource(Folder + key + Manifest), Folder + key + Manifest))
        : null;

    /// <summary>The script, ready to judge: one in modern syntax was translated when it was committed, so that nobody needs Node.js for it.</summary>
    public static PolicySource Source(string id) =>
        new(id, TryReadResource($"{Folder}dist/{id}.js") ?? ReadResource(Folder + id + "/policy.js"));

    /// <summary>The default policy of a built-in gate, from the folder that holds its options.</summary>
    public static PolicySource Default(GateDefinition gate) =>
        new(gate.Id, ReadResource(FolderOf(gate) + "policy.js"));

    /// <summary>What the names of a built-in gate's own embedded files begin with.</summary>
    public static string FolderOf(GateDefinition gate) => $"BuiltIn/{gate.OptionsType.Namespace!.Split('.')[^1]}/";

    private static string ReadResource(string name) =>
        TryReadResource(name) ?? throw new InvalidOperationException(name + " is not embedded in the program");

    private static string? TryReadResource(string name)
    {
        using var stream = typeof(ShippedPolicies).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
