using Gates.Doors.Git;
using Gates.Doors.Git.Private;
using Gates.Doors.Git.Remotes;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Remotes;

/// <summary>Real git over HTTPS of a private authority, behind a proxy that asks for a login.</summary>
public sealed class ProxyTests : IDisposable
{
    private const string Login = "build:s%40cret";

    private readonly TempFolder folder = new();
    private readonly GitHttpBackend http;
    private readonly TlsFront tls;
    private readonly StrictProxy proxy;
    private readonly string sha;

    public ProxyTests()
    {
        using var repository = new TempRepository().Write("a.txt", "a");
        sha = repository.Commit();
        TempRepository.Run(folder.Path, "clone", "-q", "--bare", repository.Path, "app.git");
        http = new GitHttpBackend(folder.Path) { Demanded = "Basic " + Convert.ToBase64String("x-access-token:token"u8) };
        tls = new TlsFront(http.Address);
        proxy = new StrictProxy(new Uri(tls.Address).Authority, Uri.UnescapeDataString(Login));
        folder.Write("authority.pem", tls.Authority);
    }

    public void Dispose()
    {
        proxy.Dispose();
        tls.Dispose();
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Git_WithProxyLoginAndCertificates_ReachesTheServerThroughTheProxyAlone()
    {
        var answer = await AskAsync(("HTTPS_PROXY", Proxy(Login)), ("SSL_CERT_FILE", Authority));
        answer.Text.ShouldStartWith(sha, Case.Sensitive, answer.Error);
        proxy.Requests.ShouldAllBe(request => request.StartsWith("CONNECT localhost:", StringComparison.Ordinal));
        proxy.Requests.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Git_WithAnotherProxyPassword_DoesNotGetThrough()
    {
        var answer = await AskAsync(("https_proxy", Proxy("build:wrong")), ("SSL_CERT_FILE", Authority));
        answer.Succeeded.ShouldBeFalse();
        proxy.Requests.ShouldAllBe(request => request.StartsWith("refused", StringComparison.Ordinal));
        http.Authorizations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Git_WithoutTheAuthority_DoesNotBelieveTheServer()
    {
        var answer = await AskAsync(("HTTPS_PROXY", Proxy(Login)));
        answer.Error.ShouldContain("certificate");
        http.Authorizations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Git_ForAHostThatNeedsNoProxy_GoesThereItself()
    {
        var answer = await AskAsync(("HTTPS_PROXY", Proxy(Login)), ("NO_PROXY", "localhost,.example.com"), ("GIT_SSL_CAINFO", Authority));
        answer.Text.ShouldStartWith(sha, Case.Sensitive, answer.Error);
        proxy.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("HTTPS_PROXY", "proxy.example.com:3128 -oProxyCommand", "HTTPS_PROXY is no proxy's address; it must look like http://proxy.example.com:3128")]
    [InlineData("https_proxy", "ext::sh", "https_proxy is no proxy's address; it must look like http://proxy.example.com:3128")]
    [InlineData("NO_PROXY", "a\nb", "NO_PROXY is no list of hosts; it must look like localhost,.example.com")]
    [InlineData("SSL_CERT_FILE", "certs.pem", "SSL_CERT_FILE: certs.pem is not there, or no absolute path; it must name certificates outside the workspace")]
    [InlineData(
        "SSL_CERT_DIR",
        "/absent/certs",
        "SSL_CERT_DIR: /absent/certs is not there, or no absolute path; it must name certificates outside the workspace")]
    public void Variable_ThatHoldsSomethingElse_IsRefusedByName(string name, string value, string message) =>
        Should.Throw<EvaluationException>(() => new NetworkVariables(asked => asked == name
            ? value
            : null).Of(new Uri("https://example.com/"))).Message.ShouldBe(message);

    [Fact]
    public void Certificates_InsideTheWorkspace_AreNotTrusted()
    {
        using var workspace = new TempRepository().Write("ca.pem", "x");
        ProgramFinder.Distrust(workspace.Path);
        var path = Path.Combine(workspace.Path, "ca.pem");
        Should.Throw<EvaluationException>(() => new NetworkVariables(name => name == "SSL_CERT_FILE" ? path : null).Of(new Uri("https://example.com/"))).Message
            .ShouldBe($"SSL_CERT_FILE: {path} is inside the workspace, whose certificates are not trusted");
    }

    private string Authority => Path.Combine(folder.Path, "authority.pem");

    private string Proxy(string login) => FormattableString.Invariant($"http://{login}@127.0.0.1:{proxy.Port}");

    private async Task<GitOutput> AskAsync(params (string Name, string Value)[] variables)
    {
        var all = variables.Append(("GITHUB_SERVER_URL", tls.Address)).ToDictionary(one => one.Item1, one => one.Item2, StringComparer.Ordinal);
        var remote = new GitTransport(all.GetValueOrDefault, "token").To(tls.Address + "/app.git", null, "/");
        return await new GitCommand(
            new GitPlace(PrivateGitFolder.Empty("sha1").Path),
            remote).RunAsync(["ls-remote", GitRemote.Name, "HEAD"], TestContext.Current.CancellationToken);
    }
}
