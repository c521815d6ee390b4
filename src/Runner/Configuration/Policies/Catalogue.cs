using Gates.BuiltIn;
using Gates.Formats.Settings;

namespace Gates.Runner.Configuration.Policies;

/// <summary>Everything that can stand under <c>gates:</c> without a policy of one's own.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<CatalogueEntry> Entries() =>
    [
        .. GateCatalog.All.Select(gate => new CatalogueEntry(gate.Id, gate.Title, "", gate.Options.Settings, null)),
        .. ShippedPolicies.Ids.Select(id => Of(id, ShippedPolicies.Find(id)!)),
    ];

    private static CatalogueEntry Of(string id, PolicyManifest manifest) =>
        new(
            id,
            manifest.Title,
            manifest.Description,
            manifest.Settings,
            manifest.Facts ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
}
