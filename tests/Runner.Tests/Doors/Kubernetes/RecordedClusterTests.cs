using System.Text.Json;
using Gates.Doors.Kubernetes;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

public sealed class RecordedClusterTests
{
    private const string Objects =
        """
        [{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop","labels":{"app":"web","tier":"front"}}},
         {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"api","namespace":"till","labels":{"app":"api"}}},
         {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"bare","namespace":"till"}},
         {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"}}]
        """;

    [Theory]
    [InlineData("", "web api bare")]
    [InlineData("app", "web api")]
    [InlineData("!app", "bare")]
    [InlineData("app=web", "web")]
    [InlineData("app==web,tier!=back", "web")]
    [InlineData("app!=web", "api bare")]
    [InlineData("app in (web, api)", "web api")]
    [InlineData("app notin (web),app", "api")]
    [InlineData("tier=front, app = api", "")]
    public async Task ItAnswers_AsAClusterWould(string labels, string names)
    {
        using var cluster = new RecordedCluster([.. JsonDocument.Parse(Objects).RootElement.EnumerateArray()]);
        var found = await cluster.ListAsync(new ObjectQuery("apps/v1", "Deployment") { Labels = labels }, one => one.Name, CancellationToken.None);
        string.Join(' ', found).ShouldBe(names);
    }

    [Fact]
    public async Task ANamespace_LeavesTheOthersOut()
    {
        using var cluster = new RecordedCluster([.. JsonDocument.Parse(Objects).RootElement.EnumerateArray()]);
        var query = new ObjectQuery("apps/v1", "Deployment") { Namespaces = ["shop"] };
        (await cluster.ListAsync(query, one => one.Name, CancellationToken.None)).ShouldBe(["web"]);
    }
}
