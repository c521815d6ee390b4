using System.Text;
using Gates.BuiltIn;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Typings;

/// <summary>A policy's own types, made from what its <c>policy.json</c> declares.</summary>
internal static class PolicyTypes
{
    /// <value>Where they stand, beside the script. Not <c>policy.d.ts</c>: that would be taken for what the script itself declares.</value>
    public const string FileName = "types.d.ts";

    /// <value>Where a built-in gate declares its evidence, in its own folder.</value>
    public const string EvidenceFile = "evidence.d.ts";

    /// <value>What every such file begins with.</value>
    public const string Head = "// What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.\n";

    public static string Of(PolicyManifest manifest)
    {
        var gate = manifest.Gate is { } id ? GateIds.BuiltIn(id) : null;
        var text = new StringBuilder(Head);
        text.Append($"/// <reference path=\"../{SharedTypes.Path}\" />\n\n");
        text.Append(gate is null ? Facts(manifest.Facts) : ShippedModules.Files.Text(ShippedPolicies.FolderOf(gate) + EvidenceFile));
        text.Append('\n').Append(Settings([.. gate is null ? [] : gate.Options.Settings, .. manifest.Settings]));
        text.Append("\n/** What the script exports. */\nexport type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;\n");
        return text.ToString();
    }

    /// <summary>Whether two such texts say the same; a checkout may have changed the ends of their lines.</summary>
    public static bool AreSame(string one, string other) =>
        string.Equals(one.ReplaceLineEndings("\n"), other.ReplaceLineEndings("\n"), StringComparison.Ordinal);

    /// <summary>A configuration may select other kinds instead, so those stay, perhaps absent.</summary>
    private static string Facts(IReadOnlyDictionary<string, IReadOnlyList<string>>? facts) => facts is null
        ? "/** What the gate's `facts` in the configuration select; policy.json selects nothing. */\n"
            + "export interface Evidence extends FactsEvidence {}\n"
        : "/** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */\n"
            + "export interface Evidence extends FactsEvidence {\n"
            + string.Concat(facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => FactMembers.Of(fact.Key, fact.Value)))
            + "}\n";

    private static string Settings(IReadOnlyList<Setting> settings) => settings.Count == 0
        ? "/** It has no settings. */\nexport interface Settings {}\n"
        : $"/** What stands under `with:`, with the defaults. */\nexport interface Settings {{\n{SettingTypes.Members(settings)}}}\n";
}
