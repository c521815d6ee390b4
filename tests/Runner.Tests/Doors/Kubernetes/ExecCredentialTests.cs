using System.Reflection;
using System.Text.Json;
using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Kubernetes;

public sealed class ExecCredentialTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly TempFolder folder = new();
    private readonly TempFolder workspace = new();
    private readonly string mark;

    public ExecCredentialTests() => mark = Path.Combine(folder.Path, "was-run");

    public void Dispose()
    {
        folder.Dispose();
        workspace.Dispose();
    }

    /// <summary>The package runs it while it reads the file, before anything was asked of a cluster.</summary>
    [Fact]
    public void AProgramThatNobodyAllowed_IsNeverStarted()
    {
        Write($"touch {mark}");
        Should.Throw<UsageException>(() => Read(null)).Message.ShouldEndWith("`exec` runs a program, which has to be allowed explicitly; or use a token");
        File.Exists(mark).ShouldBeFalse();
    }

    [Fact]
    public void ThePackageItself_RunsWhateverAKubeconfigNames()
    {
        var plugin = folder.WriteProgram("plugin", $"#!/bin/sh\ntouch {mark}\n");
        Write("true", command: plugin);
        var reader = Type.GetType("k8s.KubernetesClientConfiguration, KubernetesClient.Aot")!
            .GetMethod("BuildConfigFromConfigFile", [typeof(string), typeof(string), typeof(string), typeof(bool)])!;
        Should.Throw<TargetInvocationException>(() => reader.Invoke(null, [Path.Combine(folder.Path, "kubeconfig"), "MAIN", null, true]));
        File.Exists(mark).ShouldBeTrue("it took the context in another case, and ran the program");
    }

    [Fact]
    public async Task AnAllowedProgram_GetsItsArgumentsAsTheyAre_AndOnlyTheVariablesThatWereGiven()
    {
        Write($"""echo "$KUBERNETES_EXEC_INFO" > {mark}; printf '%s|%s|%s|%s' "$1" "$HOME" "$GIVEN" "$OWN" >> {mark}; echo "$ANSWER" """, "a b");
        var answer = """{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"abc"}}""";
        var access = Read(new Dictionary<string, string>(StringComparer.Ordinal) { ["GIVEN"] = "g", ["ANSWER"] = answer });
        File.Exists(mark).ShouldBeFalse("it runs when the cluster is asked");
        (await access.Token!(Token)).ShouldBe("abc");
        var lines = await File.ReadAllLinesAsync(mark, Token);
        JsonDocument.Parse(lines[0]).RootElement.GetProperty("spec").GetProperty("interactive").GetBoolean().ShouldBeFalse();
        lines[1].ShouldBe("a b||g|o");

        // The token is good until it says otherwise.
        File.Delete(mark);
        (await access.Token!(Token)).ShouldBe("abc");
        File.Exists(mark).ShouldBeFalse();
    }

    [Theory]
    [InlineData("echo secret; exit 3", "failed with exit code 3; run it by hand to see why")]
    [InlineData("echo secret", "wrote no ExecCredential with a token")]
    [InlineData("echo '{}'", "wrote no ExecCredential with a token")]
    [InlineData("""echo '{"status":{"token":7}}'""", "wrote no ExecCredential with a token")]
    public async Task AProgramThatFails_SaysNothingOfWhatItWrote(string script, string why)
    {
        Write(script);
        var e = await Should.ThrowAsync<KubernetesException>(() => Read([]).Token!(Token));
        e.Message.ShouldBe($"{Shell}, which the kubeconfig names under `exec`, {why}");
    }

    [Fact]
    public async Task ACancellation_EndsIt()
    {
        Write($"touch {mark}; sleep 600");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var asked = Read([]).Token!(cancel.Token);
        while (!File.Exists(mark))
        {
            await Task.Delay(5, Token);
        }

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);
    }

    [Theory]
    [InlineData("./plugin", "`command` ./plugin lies in the workspace")]
    [InlineData("gates-has-no-such-plugin", "`exec` names \"gates-has-no-such-plugin\", which is in no folder of the search path")]
    public void AProgramOfTheWorkspace_IsNotStarted(string command, string why)
    {
        // A link in the kubeconfig's folder leads into the workspace.
        File.CreateSymbolicLink(Path.Combine(folder.Path, "plugin"), workspace.Write("plugin", "#!/bin/sh\n"));
        Write("true", command: command);
        Should.Throw<UsageException>(() => Read([])).Message.ShouldContain(why);
    }

    private static string Shell => Gates.Doors.Processes.ProgramFinder.Find("sh")!;

    private void Write(string script, string argument = "", string command = "sh") =>
        folder.Write(
            "kubeconfig",
            $$"""
            clusters: [{name: c, cluster: {server: "https://cluster.example.org"} }]
            contexts: [{name: main, context: {cluster: c, user: u} }]
            users:
            - name: u
              user:
                exec:
                  apiVersion: client.authentication.k8s.io/v1
                  command: {{command}}
                  args: ["-c", {{JsonSerializer.Serialize(script)}}, "sh", "{{argument}}"]
                  env: [{name: OWN, value: o}]
            """);

    private KubernetesAccess Read(Dictionary<string, string>? environment) =>
        Kubeconfig.Read(
            new KubeconfigChoice(Path.Combine(folder.Path, "kubeconfig"), "main", workspace.Path) { ExecEnvironment = environment },
            TimeProvider.System);
}
