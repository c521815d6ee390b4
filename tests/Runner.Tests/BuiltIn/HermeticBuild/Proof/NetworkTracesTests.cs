using Gates.BuiltIn.HermeticBuild.Proof;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild.Proof;

/// <summary>What programs say without a network, as they said it, and whom they wanted to reach.</summary>
public sealed class NetworkTracesTests
{
    [Theory]
    [InlineData("wget: bad address 'files.example.com'", "files.example.com")]
    [InlineData("wget: unable to resolve host address ‘files.example.com’", "files.example.com")]
    [InlineData("curl: (6) Could not resolve host: files.example.com", "files.example.com")]
    [InlineData("curl: (7) Failed to connect to 192.0.2.7 port 443 after 0 ms: Couldn't connect to server", "192.0.2.7")]
    [InlineData("  Temporary failure resolving 'deb.debian.org'", "deb.debian.org")]
    [InlineData("W: Failed to fetch http://deb.debian.org/debian/dists/bookworm/InRelease  Temporary failure resolving 'deb.debian.org'", "deb.debian.org")]
    [InlineData("WARNING: fetching https://dl-cdn.alpinelinux.org/alpine/v3.20/main: temporary error (try again later)", "dl-cdn.alpinelinux.org")]
    [InlineData("npm ERR! network request to https://registry.npmjs.org/left-pad failed, reason: getaddrinfo EAI_AGAIN registry.npmjs.org",
        "registry.npmjs.org")]
    [InlineData("npm error code ENOTFOUND", "")]
    [InlineData("Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /simple/requests/", "")]
    [InlineData(
        "HTTPSConnectionPool(host='pypi.org', port=443): Max retries exceeded (Caused by NewConnectionError: Failed to establish a new connection)",
        "pypi.org")]
    [InlineData("Get \"https://proxy.golang.org/x/@v/list\": dial tcp: lookup proxy.golang.org: Temporary failure in name resolution", "proxy.golang.org")]
    [InlineData("dial tcp: lookup proxy.golang.org on 192.168.1.1:53: no such host", "proxy.golang.org")]
    [InlineData("fatal: unable to access 'https://github.com/acme/x/': Could not resolve host: github.com", "github.com")]
    [InlineData("ssh: Could not resolve hostname github.com: Temporary failure in name resolution", "github.com")]
    [InlineData("  failed to resolve address for index.crates.io: Temporary failure in name resolution", "index.crates.io")]
    [InlineData("Could not transfer x (https://repo.maven.apache.org/maven2): repo.maven.apache.org: Temporary failure in name resolution",
        "repo.maven.apache.org")]
    [InlineData("java.net.UnknownHostException: services.gradle.org", "services.gradle.org")]
    [InlineData("ERROR:  Could not find a valid gem: Failed to open TCP connection to index.rubygems.org:443 (getaddrinfo: Temporary failure)",
        "index.rubygems.org")]
    [InlineData("error NU1301: Unable to load the service index. Name or service not known (api.nuget.org:443)", "api.nuget.org")]
    [InlineData("php_network_getaddresses: getaddrinfo for repo.packagist.org failed: Temporary failure in name resolution", "repo.packagist.org")]
    [InlineData("wget: can't connect to remote host (192.0.2.7): Network is unreachable", "192.0.2.7")]
    [InlineData("ping: bad address 'example.org'", "example.org")]
    [InlineData("nslookup: can't resolve 'example.org'", "example.org")]
    public void AProgramWithoutNetwork_IsHeard(string line, string host)
    {
        NetworkTraces.IsTrace(line).ShouldBeTrue();
        NetworkTraces.Hosts([line]).ShouldBe(host.Length == 0 ? [] : [host]);
    }

    [Theory]
    [InlineData("compiling network.c")]
    [InlineData("See https://example.org/docs for more")]
    [InlineData("resolved 12 packages")]
    [InlineData("warning: unused variable host")]
    public void OtherLines_AreNone(string line) => NetworkTraces.IsTrace(line).ShouldBeFalse();

    [Fact]
    public void ACommandsOwnAddresses_AreFound() =>
        NetworkTraces.InCommand("RUN git clone git@github.com:acme/x && curl -u a:b https://me@files.example.com:8443/x")
            .ShouldBe(["github.com", "files.example.com"], ignoreOrder: true);

    [Fact]
    public void ALongLine_IsNotReadLong() => NetworkTraces.IsTrace(new string('a', 1 << 20) + "could not resolve").ShouldBeFalse();
}
