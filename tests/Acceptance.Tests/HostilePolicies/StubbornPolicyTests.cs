using Xunit;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>Scripts that mostly run into the deadline or the memory limit, and cost their process.</summary>
public sealed class StubbornPolicyTests(WorkerFixture fixture) : HostileSuite(fixture)
{
    public static TheoryData<int, string> Scripts() => Rows(NativeAttacks.All);

    [Theory]
    [MemberData(nameof(Scripts))]
#pragma warning disable xUnit1026 // The name is for whoever reads the result.
    public Task StubbornPolicy_IsContained_NamedAndForgotten(int index, string name) => CheckAsync(NativeAttacks.All[index]);
#pragma warning restore xUnit1026
}
