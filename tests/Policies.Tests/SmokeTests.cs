using Gates.Policies;
using Shouldly;
using Xunit;

namespace Policies.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void SeveritiesAreOrdered() => (Severity.Error > Severity.Note).ShouldBeTrue();
}
