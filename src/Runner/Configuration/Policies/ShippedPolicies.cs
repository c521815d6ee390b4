using System.Collections.Concurrent;
using Gates.BuiltIn;
using Gates.Pipeline;
using Gates.Policies;

namespace Gates.Runner.Configuration.Policies;

/// <summary>The policies that come with the program: each folder <c>policies/&lt;id&gt;</c>, embedded. A new folder is a new gate.</summary>
internal static class ShippedPolicies
{
    private const string Folder = "policies/";
    private const string Manifest = "/policy.json";

    private static readonly Lazy<IReadOnlyList<string>> Found = new(() =>
        [.. ShippedModules.Files.Names
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Manifest, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Manifest.Length])
            .Where(id => !id.Contains('/', StringComparison.Ordinal))]);

    private static readonly ConcurrentDictionary<string, PolicyManifest> Manifests = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Ids => Found.Value;

    public static PolicyManifest? Find(string id) => Ids.Contains(id, StringComparer.Ordinal)
        ? Manifests.GetOrAdd(id, key => PolicyManifest.Read(ShippedModules.Files.Text(Folder + key + Manifest), Folder + key + Manifest))
        : null;

    /// <summary>The policy, ready to judge.</summary>
    public static PolicySource Source(string id) => ShippedModules.Link(id, Folder + id + "/");

    /// <summary>The default policy of a built-in gate, from the folder that holds its options.</summary>
    public static PolicySource Default(GateDefinition gate) =>
        ShippedModules.Link(gate.Id, FolderOf(gate));

    /// <summary>What the names of a built-in gate's own embedded files begin with.</summary>
    public static string FolderOf(GateDefinition gate) => $"BuiltIn/{gate.Options.Type.Namespace!.Split('.')[^1]}/";
}
