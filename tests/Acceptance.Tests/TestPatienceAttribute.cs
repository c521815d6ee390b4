using System.Collections.Concurrent;
using System.Reflection;
using Xunit;
using Xunit.v3;

[assembly: Acceptance.Tests.TestPatience]

namespace Acceptance.Tests;

/// <summary>Cancels a test that waits for what does not come, so that it fails under its own name and the others still count.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class TestPatienceAttribute : BeforeAfterTestAttribute
{
    // The longest takes half a minute; images are built before the tests that use them.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly ConcurrentDictionary<string, Timer> running = new(StringComparer.Ordinal);

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = TestContext.Current;
        running[test.UniqueID] = new Timer(_ => context.CancelCurrentTest(), null, Patience, Timeout.InfiniteTimeSpan);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (running.TryRemove(test.UniqueID, out var timer))
        {
            timer.Dispose();
        }
    }
}
