using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gates.Doors.Docker;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Docker;

/// <summary>Which engine is meant, and how it is spoken to.</summary>
public sealed class DockerHostTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "unix:///var/run/docker.sock")]
    [InlineData("/var/run/docker.sock /run/podman/podman.sock", "unix:///var/run/docker.sock")]
    [InlineData("/run/podman/podman.sock", "unix:///run/podman/podman.sock")]
    [InlineData("/run/user/1000/podman/podman.sock /run/podman/podman.sock", "unix:///run/user/1000/podman/podman.sock")]
    public void WithoutAnAddress_TheSocketThatIsThereIsTaken(string there, string found) =>
        DockerHost.Find(Variables(("XDG_RUNTIME_DIR", "/run/user/1000")), path => there.Split(' ').Contains(path)).Text.ShouldBe(found);

    [Fact]
    public void AnAddress_IsTakenWhateverIsThere() =>
        DockerHost.Find(Variables(("DOCKER_HOST", "unix:///x/y.sock"), ("DOCKER_TLS_VERIFY", "1")), _ => true).Text.ShouldBe("unix:///x/y.sock");

    [Fact]
    public void ATlsPortWithoutCertificates_IsRefusedInWords() =>
        Should.Throw<UsageException>(() => DockerHost.Find(
            Variables(("DOCKER_HOST", "tcp://build.example.org:2376"), ("DOCKER_TLS_VERIFY", "1"), ("DOCKER_CERT_PATH", folder.Path))))
            .Message.ShouldStartWith($"DOCKER_CERT_PATH: {folder.Path}: the certificates for Docker cannot be read: ");

    [Fact]
    public void AnEngineElsewhere_IsSpokenToInTls()
    {
        using var front = new TlsFront("http://127.0.0.1:1");
        folder.Write("ca.pem", front.Authority);
        var address = DockerHost.Find(Variables(("DOCKER_HOST", "tcp://build.example.org"), ("DOCKER_TLS_VERIFY", "1"), ("DOCKER_CERT_PATH", folder.Path)));
        (address.Endpoint.AbsoluteUri, address.Text).ShouldBe(("https://build.example.org:2376/", "tcp://build.example.org:2376"));
    }

    [Fact]
    public async Task InTls_TheAuthorityDecides()
    {
        using var server = new StrictServer();
        server.Expect("GET /_ping", 200, "OK", "Api-Version: 1.41");
        using var front = new TlsFront("http://" + server.Authority);
        folder.Write("ca.pem", front.Authority);
        using (var engine = Engine(front))
        {
            await engine.PingAsync(Token);
        }

        server.Verify();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=another", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var another = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        folder.Write("ca.pem", another.ExportCertificatePem());
        using var stranger = Engine(front);
        (await Should.ThrowAsync<DockerException>(() => stranger.PingAsync(Token))).Fault.ToString().ShouldBe("TlsRefused");
    }

    private DockerEngine Engine(TlsFront front) =>
        new(
            DockerHost.Find(Variables(
                ("DOCKER_HOST", front.Address.Replace("https", "tcp", StringComparison.Ordinal)), ("DOCKER_TLS_VERIFY", "1"),
                    ("DOCKER_CERT_PATH", folder.Path))),
            TimeProvider.System);

    private static Func<string, string?> Variables(params (string Name, string Value)[] all) =>
        name => all.FirstOrDefault(one => one.Name == name).Value;
}
