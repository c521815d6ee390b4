using System.Security.Cryptography.X509Certificates;
using Gates.Doors.Kubernetes;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

/// <summary>What tests of a cluster share: a strict server on a port, and the door to it.</summary>
public abstract class ClusterOnAPort : IDisposable
{
    protected const string Secret = "a-token-that-nobody-prints";
    protected const string Pods = "/api/v1/namespaces/shop/pods";

    protected static readonly TimeSpan Limit = TimeSpan.FromSeconds(29);

    protected ClusterOnAPort() => Cluster = Open(Time);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected StrictServer Server { get; } = new();

    protected ImpatientTime Time { get; } = new(Limit);

    internal KubernetesCluster Cluster { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected static string Status(string message) =>
        $$"""{"kind":"Status","apiVersion":"v1","status":"Failure","message":"{{message}}","code":1}""";

    internal KubernetesCluster Open(TimeProvider clock, KubernetesLimits? limits = null, string? address = null, string? authority = null)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(authority);
        var access = new KubernetesAccess
        {
            Server = new Uri(address ?? "http://" + Server.Authority),
            Token = _ => Task.FromResult(Secret),
            Authorities = authority is null ? null : authorities,
        };
        return new KubernetesCluster(access, clock, limits ?? new KubernetesLimits { Timeout = Limit });
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Cluster.Dispose();
            Server.Dispose();
        }
    }

    protected async Task FailsAsync(Func<Task> ask, string fault, string why)
    {
        var e = await Should.ThrowAsync<KubernetesException>(ask);
        (e.Fault.ToString(), e.Message).ShouldBe((fault, $"Kubernetes at {Server.Authority}: {why}"));
    }
}
