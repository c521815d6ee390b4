using System.Text;
using System.Text.Json;
using Gates.BuiltIn.HermeticBuild;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Runner.Cases;
using Gates.Runner.Configuration.Policies;

namespace Runner.Tests.BuiltIn.HermeticBuild;

/// <summary>Runs the gate and its own policy over a few files.</summary>
internal static class Inspection
{
    public static PolicySource Policy { get; } = ShippedPolicies.Default(GateIds.BuiltIn("hermetic-build")!);

    public static IReadOnlyList<Finding> Of(params (string Path, string Text)[] files)
    {
        using var settings = JsonDocument.Parse("{}");
        return PolicyScript.Load(Policy).Judge(Facts(files), settings.RootElement, new PolicyLimits()).Findings;
    }

    public static IReadOnlyList<Finding> OfRun(string script) => Of(("Dockerfile", "FROM scratch\nRUN " + script + "\n"));

    public static IReadOnlyList<Finding> OfStep(string script) =>
        Of(
            (".github/workflows/ci.yml", "jobs:\n  a:\n    steps:\n      - run: |\n"
                + string.Concat(script.Split('\n').Select(line => "          " + line + "\n"))));

    public static Evidence Facts(params (string Path, string Text)[] files)
    {
        var tree = new CaseTree(files.Select(file => KeyValuePair.Create(file.Path, Encoding.UTF8.GetBytes(file.Text))));
        return new HermeticBuildGate(new HermeticBuildOptions()).InspectAsync(new GateContext(tree, ChangeSet.None, default), CancellationToken.None).Result;
    }
}
