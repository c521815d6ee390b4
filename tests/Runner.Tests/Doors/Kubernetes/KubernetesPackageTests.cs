using Runner.Tests.Doors.Http;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

/// <summary>What the package does without the door: why the door is as it is.</summary>
public sealed class KubernetesPackageTests : ClusterOnAPort
{
    /// <summary>Why the door checks: nothing below it does.</summary>
    [Fact]
    public async Task ThePackageItself_SendsWhateverItIsGiven()
    {
        Server.Expect("GET /api/v1/namespaces/kube-system/secrets/s?x=/pods/p", 200, "{}");
        var client = PackageClient.Of(PackageClient.Of(Cluster, "calls"), "client");
        await PackageClient.CallAsync(client, "CoreV1", "ReadNamespacedPodWithHttpMessagesAsync", "p", "../namespaces/kube-system/secrets/s?x=");
        Server.Verify();
    }

    /// <summary>And why it waits: the package takes no notice of what a busy server asks for.</summary>
    [Fact]
    public async Task ThePackageItself_DoesNotWait()
    {
        Server.Expect("GET /api/v1/namespaces/shop/pods/p", 429, Status("busy"), "Retry-After: 1");
        var client = PackageClient.Of(PackageClient.Of(Cluster, "calls"), "client");
        var e = await Should.ThrowAsync<Exception>(() =>
            PackageClient.CallAsync(client, "CoreV1", "ReadNamespacedPodWithHttpMessagesAsync", "p", "shop"));
        e.Message.ShouldContain("TooManyRequests");
        Server.Verify();
    }
}
