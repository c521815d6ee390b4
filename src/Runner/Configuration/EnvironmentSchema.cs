using System.Text.Json.Nodes;
using Gates.BuiltIn.Waivers;
using Gates.Formats.Settings;
using Gates.Runner.Configuration.Policies;
using static Gates.Runner.Configuration.ConfigurationSchema;

namespace Gates.Runner.Configuration;

/// <summary>The JSON schema of <c>environments</c>.</summary>
internal static class EnvironmentSchema
{
    /// <summary>What may stand under the name of one.</summary>
    public static JsonObject Create() => Map("One environment.", new JsonObject
    {
        ["mode"] = Ref("mode"),
        ["gates"] = EnvironmentGates(),
    });

    private static JsonObject EnvironmentGates()
    {
        var gates = MapOf(
            "What changes of single gates; their modes win over the environment's.",
            EnvironmentGate(new JsonObject { ["type"] = new JsonArray("object", "null") }));
        var known = new JsonObject();
        foreach (var id in GateIds.Offered)
        {
            // A policy of one's own may declare more.
            var settings = GateIds.SettingsOf(id)!;
            known[id] = EnvironmentGate(SettingSchema.Group([.. settings.Select(setting => setting with { Required = false })], open: true));
        }

        known[WaiversGate.Id] = Map("The look at the waivers.", new JsonObject { ["mode"] = Ref("mode") });
        gates["properties"] = known;
        return gates;
    }

    private static JsonObject EnvironmentGate(JsonObject with)
    {
        with["description"] = "Options that take the place of the gate's own, each as a whole.";
        return Map("One gate.", new JsonObject { ["mode"] = Ref("mode"), ["with"] = with });
    }
}
