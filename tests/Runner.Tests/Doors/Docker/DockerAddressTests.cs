using Gates.Doors.Docker;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Docker;

public sealed class DockerAddressTests
{
    private const string Right = "; right would be unix:///var/run/docker.sock or tcp://127.0.0.1:2375";

    private const string Ssh =
        "an engine elsewhere is spoken to in TLS alone (DOCKER_TLS_VERIFY=1, and its certificates in DOCKER_CERT_PATH); or bring its socket here with "
            + "`ssh -L /tmp/docker.sock:/var/run/docker.sock HOST`, and name unix:///tmp/docker.sock";

    [Theory]
    [InlineData("", "unix:///var/run/docker.sock", "/var/run/docker.sock", "http://localhost/")]
    [InlineData("unix:///run/podman/podman.sock", "unix:///run/podman/podman.sock", "/run/podman/podman.sock", "http://localhost/")]
    [InlineData("tcp://127.0.0.1:2375", "tcp://127.0.0.1:2375", null, "http://127.0.0.1:2375/")]
    [InlineData("tcp://localhost:2375", "tcp://localhost:2375", null, "http://localhost:2375/")]
    [InlineData("http://[::1]:2375/", "http://[::1]:2375", null, "http://[::1]:2375/")]
    public void ASocketOrAPortOfThisMachine_IsSpokenTo(string text, string said, string? socket, string endpoint)
    {
        var address = DockerAddress.Parse(text);
        (address.Text, address.Socket, address.Endpoint.AbsoluteUri).ShouldBe((said, socket, endpoint));
    }

    [Theory]
    [InlineData("unix://docker.sock", "a socket is named by its absolute path, of at most 107 bytes")]
    [InlineData("unix:///run/a\u0000b", "a socket is named by its absolute path, of at most 107 bytes", "unix:///run/a\\u{0}b")]
    [InlineData("/var/run/docker.sock", "\"file\" is not spoken")]
    [InlineData("docker", "it is no address")]
    [InlineData("fd://", "\"fd\" is not spoken")]
    [InlineData("npipe:////./pipe/docker_engine", "named pipes are Windows'; name a socket of Linux")]
    [InlineData("ssh://me@build.example.org", Ssh)]
    [InlineData("https://127.0.0.1:2376", Ssh)]
    [InlineData("tcp://build.example.org:2375", "whoever reaches such a port without TLS is root of its machine; " + Ssh)]
    [InlineData("tcp://127.0.0.1.example.org:2375", "whoever reaches such a port without TLS is root of its machine; " + Ssh)]
    [InlineData("tcp://127.0.0.1", "behind the host stands its port, and nothing else")]
    [InlineData("tcp://127.0.0.1:2375/containers", "behind the host stands its port, and nothing else")]
    [InlineData("tcp://u:p@127.0.0.1:2375", "behind the host stands its port, and nothing else")]
    public void AnythingElse_IsRefusedInWords(string text, string why, string? said = null) =>
        Should.Throw<UsageException>(() => DockerAddress.Parse(text)).Message
            .ShouldBe($"the Docker address \"{said ?? text}\" cannot be used: {why}{Right}");
}
