using Gates.Doors.Registry;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Registry;

public sealed class RegistryHostTests
{
    [Theory]
    [InlineData("docker.io", "https://registry-1.docker.io/")]
    [InlineData("ghcr.io", "https://ghcr.io/")]
    [InlineData("registry.example:8443", "https://registry.example:8443/")]
    [InlineData("localhost:5000", "http://localhost:5000/")]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5000/")]
    [InlineData("[::1]:5000", "http://[::1]:5000/")]
    [InlineData("plain.example", "http://plain.example/")]
    public void OnlyThisMachine_AndWhatIsNamed_IsSpokenToPlainly(string domain, string address) =>
        RegistryHost.Of(domain, new HashSet<string>(StringComparer.Ordinal) { "plain.example" }).Address.AbsoluteUri.ShouldBe(address);

    [Theory]
    [InlineData("ghcr.io", "https://pkg-containers.githubusercontent.com/x", true)]
    [InlineData("ghcr.io", "http://ghcr.io/x", false)]
    [InlineData("ghcr.io", "https://127.0.0.1/x", false)]
    [InlineData("ghcr.io", "https://localhost/x", false)]
    [InlineData("localhost:5000", "http://127.0.0.1:6000/x", true)]
    [InlineData("localhost:5000", "http://ghcr.io/x", false)]
    public void WhereItMayLead(string domain, string target, bool may) => Host(domain).Trusts(new Uri(target)).ShouldBe(may);

    [Theory]
    [InlineData("docker.io", "https://auth.docker.io/token", true)]
    [InlineData("registry.gitlab.com", "https://gitlab.com/jwt/auth", true)]
    [InlineData("ghcr.io", "https://ghcr.io/token", true)]
    [InlineData("ghcr.io", "https://quay.io/token", false)]
    [InlineData("docker.io", "https://docker.io.example/token", false)]
    [InlineData("docker.io", "https://evildocker.io/token", false)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.2:5000/token", false)]
    public void WhoGetsTheLogin(string domain, string server, bool gets) => Host(domain).SharesLoginWith(new Uri(server)).ShouldBe(gets);

    [Fact]
    public void Challenges_AreReadWithTheirQuotes()
    {
        var all = Challenge.Parse(["Bearer realm=\"https://a/t?x=\\\"1\\\"\", service=b,scope=\"repository:a/b:pull,push\"", "Basic realm=\"c, d\""]);
        all.Select(one => one.Scheme).ShouldBe(["bearer", "basic"]);
        (all[0].Parameters["realm"], all[0].Parameters["service"], all[0].Parameters["scope"])
            .ShouldBe(("https://a/t?x=\"1\"", "b", "repository:a/b:pull,push"));
        all[1].Parameters["realm"].ShouldBe("c, d");
        Challenge.Parse(["", "Basic", new string('a', 10_000)]).Select(one => one.Scheme).ShouldBe(["basic"]);
    }

    private static RegistryHost Host(string domain) => RegistryHost.Of(domain, new HashSet<string>(StringComparer.Ordinal));
}
