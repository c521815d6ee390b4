using Xunit.Sdk;
using Xunit.v3;

[assembly: Xunit.TestCollectionOrderer(typeof(Acceptance.Tests.LongestFirst))]

namespace Acceptance.Tests;

/// <summary>Begins with the class whose image takes minutes to build, so that it never runs alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(static collection => !IsLongest(collection))];

    private static bool IsLongest(ITestCollection collection) =>
        collection.TestCollectionDisplayName.Contains(nameof(ContainerAction.ContainerActionTests), StringComparison.Ordinal);
}
