using Gates.Policies;
using Shouldly;
using Xunit;

namespace Acceptance.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void SeveritiesAreOrdered() => (Severity.Error > Severity.Note).ShouldBeTrue();
}
