using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

public sealed class PodAccountTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>The package remembers it for a minute, in which a cluster may already refuse it.</summary>
    [Fact]
    public async Task TheToken_IsReadAnewForEachRequest()
    {
        using var tls = new TlsFront("http://127.0.0.1:1");
        folder.Write("ca.crt", tls.Authority);
        folder.Write("namespace", "shop\n");
        folder.Write("token", "one");
        var access = PodAccount.Read("10.0.0.1", "443", folder.Path);
        (access.Server, access.Namespace, access.Authorities!.Count).ShouldBe((new Uri("https://10.0.0.1/"), "shop", 1));
        (await access.Token!(Token)).ShouldBe("one");
        folder.Write("token", "two");
        (await access.Token!(Token)).ShouldBe("two");
    }

    [Theory]
    [InlineData(null, "443")]
    [InlineData("10.0.0.1", null)]
    [InlineData("10.0.0.1", "https")]
    [InlineData("a/b", "443")]
    public void OutsideOfAPod_ThatIsSaid(string? host, string? port) =>
        Should.Throw<UsageException>(() => PodAccount.Read(host, port, folder.Path)).Message.ShouldBe(
            $"the pod's own account in {folder.Path} cannot be used: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set as in a pod; "
                + "name a kubeconfig instead");

    [Fact]
    public void APodWithoutAnAccount_IsSaid()
    {
        Should.Throw<UsageException>(() => PodAccount.Read("fd00::1", "443", folder.Path)).Message
            .ShouldEndWith("set `automountServiceAccountToken: true` in the pod");
        folder.Write("ca.crt", "nothing");
        Should.Throw<UsageException>(() => PodAccount.Read("fd00::1", "443", folder.Path)).Message.ShouldEndWith("its ca.crt holds no PEM certificate");
    }
}
