using Gates.BuiltIn;
using Gates.Formats.Settings;
using Gates.Pipeline;

namespace Gates.Runner.Configuration.Policies;

/// <summary>The gates that this program brings.</summary>
internal static class GateIds
{
    /// <value>Every gate that needs no <c>policy:</c> of its own.</value>
    public static IEnumerable<string> Offered => GateCatalog.All.Select(d => d.Id).Concat(ShippedPolicies.Ids);

    public static GateDefinition? BuiltIn(string id) => GateCatalog.All.FirstOrDefault(d => d.Id == id);

    /// <summary>What may stand under <c>with:</c> of one that is offered; <see langword="null"/> of any other.</summary>
    public static IReadOnlyList<Setting>? SettingsOf(string id) => BuiltIn(id)?.Options.Settings ?? ShippedPolicies.Find(id)?.Settings;
}
