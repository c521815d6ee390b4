using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Gatekeeper;

/// <summary>Reads the constraints about images of Gatekeeper's library. Others are Rego, which is not run here.</summary>
/// <param name="path">The file.</param>
/// <param name="rules">Takes the rules.</param>
/// <param name="parts">Takes what could not be taken over.</param>
internal sealed class ConstraintReader(string path, List<PolicyRule> rules, List<PolicyPart> parts)
{
    public void Read(DocumentNode root)
    {
        var (kind, name) = (root.GetText("kind") ?? "", root.Get("metadata")?.GetText("name") ?? "");
        var spec = root.Get("spec");
        var parameters = spec?.Get("parameters");
        if (PrefixDemand.Read(kind, parameters) is not { } demand)
        {
            parts.Add(new PolicyPart(path, root.Line, $"{kind} {name}: a constraint of a kind that cannot be read here", IsMissing: true));
            return;
        }

        rules.Add(new PolicyRule
        {
            Title = FormattableString.Invariant($"{kind}/{name} ({path}:{parameters?.Line ?? root.Line})"),
            Asks = demand.Asks,
            Scope = new ConstraintScope(spec?.Get("match")),
            Demand = demand,
        });
        if (spec?.Get("enforcementAction") is { } action && action.Text != "deny")
        {
            parts.Add(new PolicyPart(
                path, action.Line, $"{kind} {name}: the constraint does not deny in the cluster; here the gate's own `mode` decides "
                    + $"what blocks", IsMissing: false));
        }
    }
}
