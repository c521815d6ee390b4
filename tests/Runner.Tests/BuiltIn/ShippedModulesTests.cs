using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn;

public sealed class ShippedModulesTests
{
    public static TheoryData<string> Ids => [.. GateIds.Offered];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThePolicyOfAGate_HoldsWhatTheEngineSaysItConsistsOf(string id)
    {
        var policy = GateIds.BuiltIn(id) is { } builtIn ? ShippedPolicies.Default(builtIn) : ShippedPolicies.Source(id);

        PolicyScript.Load(policy).Files.Order(StringComparer.Ordinal).ShouldBe(policy.Modules.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItsFiles_AreModelsToCopy(string id)
    {
        var policy = GateIds.BuiltIn(id) is { } builtIn ? ShippedPolicies.Default(builtIn) : ShippedPolicies.Source(id);

        policy.Modules.ShouldAllBe(module => module.Value.Split('\n', StringSplitOptions.None).Length <= 151);
        policy.Modules[policy.Entry].ShouldContain("export function judge(");
    }
}
