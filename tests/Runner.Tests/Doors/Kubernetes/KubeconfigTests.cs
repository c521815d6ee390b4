using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

public sealed class KubeconfigTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly TempFolder folder = new();
    private readonly TempFolder workspace = new();

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "", "user: {auth-provider: {name: gcp}}", "`auth-provider` is no longer known to Kubernetes since 1.26; use a token, or `exec`" },
        { "", "user: {username: a, password: b}", "passwords are no longer known to Kubernetes since 1.19; use a token or a client certificate" },
        { "", "user: {token: t, as: root}", "`as` is not spoken: the account would be another one; name its own user" },
        { "", "user: {exec: {command: aws}}", "`exec` runs a program, which has to be allowed explicitly; or use a token" },
        { "", "user: {client-certificate-data: YQ==}", "`client-certificate` and `client-key` are not a PEM certificate and its own, unencrypted key" },
        {
            "insecure-skip-tls-verify: true",
            "user: {token: t}",
            "`insecure-skip-tls-verify` believes whoever answers; name the cluster's certificate-authority instead"
        },
        { "proxy-url: http://proxy", "user: {token: t}", "`proxy-url` is not spoken; set HTTPS_PROXY" },
        { "certificate-authority-data: '!'", "user: {token: t}", "`certificate-authority-data` is not base64" },
        { "certificate-authority-data: YQ==", "user: {token: t}", "`certificate-authority` holds no PEM certificate" },
    };

    public void Dispose()
    {
        folder.Dispose();
        workspace.Dispose();
    }

    [Fact]
    public async Task AContext_IsThatOfItsName()
    {
        Write("", "user: {token: abc}");
        var access = Read();
        access.Server.ShouldBe(new Uri("https://cluster.example.org:6443"));
        access.Namespace.ShouldBe("shop");
        (await access.Token!(Token)).ShouldBe("abc");
        (access.IsInsecure, access.Authorities, access.Client).ShouldBe((false, null, null));
    }

    /// <summary>The package takes a context in any case, so that a typing error is another cluster.</summary>
    [Theory]
    [InlineData("Main")]
    public void AnotherContext_IsNotTaken_NorTheFilesOwnChoice(string context)
    {
        Write("", "user: {token: abc}");
        Fails($"`contexts` has no \"{context}\"; there are \"main\", \"twice\", \"twice\"", context);
    }

    [Fact]
    public void ANameThatStandsTwice_IsNobodysChoice()
    {
        Write("", "user: {token: abc}");
        Fails("`contexts` has \"twice\" several times", "twice");
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void WhatIsNotUsed_IsRefusedInWords(string cluster, string user, string why)
    {
        Write(cluster, user);
        Fails(why);
    }

    [Fact]
    public void AnInsecureCluster_IsAskedWhereThatIsAllowed()
    {
        Write("insecure-skip-tls-verify: true", "user: {token: t}");
        Kubeconfig.Read(Choice() with { AllowInsecure = true }, TimeProvider.System).IsInsecure.ShouldBeTrue();
    }

    [Fact]
    public void ACredentialOverHttp_GoesToThisMachineOnly()
    {
        Write("", "user: {token: t}", "http://cluster.example.org");
        Fails("cluster.example.org is asked over http, where everybody on the way can read the credential; use https");
        Write("", "user: {token: t}", "http://127.0.0.1:8001");
        Read().Server.Port.ShouldBe(8001);
    }

    [Theory]
    [InlineData("kubeconfig")]
    [InlineData("../WORKSPACE/sub/../kubeconfig")]
    public void AKubeconfigInTheWorkspace_IsRefused(string path)
    {
        var file = path.Replace("WORKSPACE", Path.GetFileName(workspace.Path), StringComparison.Ordinal);
        workspace.Write("kubeconfig", "apiVersion: v1");
        var full = Path.Combine(workspace.Path, file);
        Should.Throw<UsageException>(() => Kubeconfig.Read(Choice() with { Path = full }, TimeProvider.System)).Message
            .ShouldBe(
                $"the kubeconfig {full} is not used: `file` {full} lies in the workspace, where everybody who changes the repository writes; put it elsewhere");
    }

    [Fact]
    public void AKubeconfigThatALinkBringsIntoTheWorkspace_IsRefused()
    {
        var outside = Path.Combine(folder.Path, "kubeconfig");
        File.CreateSymbolicLink(outside, workspace.Write("hidden", "apiVersion: v1"));
        Fails($"`file` {outside} lies in the workspace, where everybody who changes the repository writes; put it elsewhere");
        File.Delete(outside);

        // And the other way round: what the link in the workspace names today is the choice of whoever changes the repository.
        Write("", "user: {token: abc}");
        var inside = Path.Combine(workspace.Path, "link");
        File.CreateSymbolicLink(inside, outside);
        Should.Throw<UsageException>(() => Kubeconfig.Read(Choice() with { Path = inside }, TimeProvider.System))
            .Message.ShouldContain("lies in the workspace");
    }

    [Fact]
    public void AWorkspaceThatIsALink_HoldsItsFilesAllTheSame()
    {
        var link = Path.Combine(folder.Path, "link");
        Directory.CreateSymbolicLink(link, workspace.Path);
        var path = workspace.Write("kubeconfig", "apiVersion: v1");
        Should.Throw<UsageException>(() => Kubeconfig.Read(Choice() with { Path = path, Workspace = link }, TimeProvider.System))
            .Message.ShouldContain("lies in the workspace");
    }

    [Theory]
    [InlineData("certificate-authority: FILE", "user: {token: t}", "certificate-authority")]
    [InlineData("", "user: {client-certificate: FILE, client-key: FILE}", "client-certificate")]
    [InlineData("", "user: {tokenFile: FILE}", "tokenFile")]
    public void AFileThatItNames_MayNotLieThereEither(string cluster, string user, string key)
    {
        var file = workspace.Write("file", "x");
        Write(cluster.Replace("FILE", file, StringComparison.Ordinal), user.Replace("FILE", file, StringComparison.Ordinal));
        Fails($"`{key}` {file} lies in the workspace, where everybody who changes the repository writes; put it elsewhere");

        // Relative paths are relative to the kubeconfig.
        var link = Path.Combine(folder.Path, "ca.crt");
        File.CreateSymbolicLink(link, file);
        Write(cluster.Replace("FILE", "ca.crt", StringComparison.Ordinal), user.Replace("FILE", "ca.crt", StringComparison.Ordinal));
        Fails($"`{key}` ca.crt lies in the workspace, where everybody who changes the repository writes; put it elsewhere");
    }

    /// <summary>The package looks at KUBECONFIG and in the home folder, and takes localhost:8080 where it finds nothing.</summary>
    [Fact]
    public void AFileThatIsNotThere_IsNotLookedForElsewhere()
    {
        var path = Path.Combine(folder.Path, "kubeconfig");
        Should.Throw<UsageException>(Read).Message.ShouldStartWith($"the kubeconfig {path} is not used: `file` {path} cannot be read: Could not find file");
    }

    [Theory]
    [InlineData("a: b\na: c\n", ":2:1: ")]
    [InlineData("clusters: [\n", ":1:11: ")]
    public void WhatIsNoYaml_HasAPlace(string text, string place)
    {
        var path = folder.Write("kubeconfig", text);
        Should.Throw<UsageException>(Read).Message.ShouldStartWith($"the kubeconfig cannot be read: {path}{place}");
    }

    [Fact]
    public async Task ATokenInAFile_IsReadEachTime()
    {
        var file = folder.Write("token", "one\n");
        Write("", "user: {tokenFile: token, token: other}");
        var access = Read();
        (await access.Token!(Token)).ShouldBe("one");
        await File.WriteAllTextAsync(file, "two", Token);
        (await access.Token!(Token)).ShouldBe("two");
        File.Delete(file);
        (await Should.ThrowAsync<KubernetesException>(() => access.Token!(Token))).Fault.ShouldBe(KubernetesFault.CredentialUnusable);
    }

    private void Write(string cluster, string user, string server = "https://cluster.example.org:6443") =>
        folder.Write(
            "kubeconfig",
            $$"""
            apiVersion: v1
            kind: Config
            current-context: twice
            clusters:
            - name: c
              cluster:
                server: {{server}}
                {{cluster}}
            users:
            - name: u
              {{user}}
            contexts:
            - {name: main, context: {cluster: c, user: u, namespace: shop} }
            - {name: twice, context: {cluster: c, user: u} }
            - {name: twice, context: {cluster: c, user: u} }
            """);

    private KubeconfigChoice Choice(string context = "main") => new(Path.Combine(folder.Path, "kubeconfig"), context, workspace.Path);

    private KubernetesAccess Read() => Kubeconfig.Read(Choice(), TimeProvider.System);

    private void Fails(string why, string context = "main") =>
        Should.Throw<UsageException>(() => Kubeconfig.Read(Choice(context), TimeProvider.System)).Message
            .ShouldBe($"the kubeconfig {Path.Combine(folder.Path, "kubeconfig")} is not used: {why}");
}
