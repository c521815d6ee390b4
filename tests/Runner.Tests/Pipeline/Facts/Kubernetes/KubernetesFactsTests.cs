using System.Text.Json;
using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Facts.Kubernetes;
using Gates.Runner.Cases;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Kubernetes;

public sealed class KubernetesFactsTests
{
    internal const string Web =
        """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop","managedFields":[{"manager":"x"}],
          "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"s3cret","owner":"shop"}},
         "spec":{"replicas":2,"template":{"spec":{"containers":[{"name":"c","image":"web:1",
           "env":[{"name":"MODE","value":"s3cret"},{"name":"FROM","valueFrom":{"secretKeyRef":{"name":"db","key":"k"}}}]}]}}}}
        """;

    private static readonly ObjectQuery Deployments = new("apps/v1", "Deployment");

    [Fact]
    public async Task AnObject_ComesWithItsPlace_WithoutWhatNobodyMayKeep()
    {
        var facts = await FactsAsync(Web);
        facts.GetArrayLength().ShouldBe(1);
        facts[0].GetRawText().ShouldBe(
            """
            {"cluster":"recorded","apiVersion":"apps/v1","kind":"Deployment","namespace":"shop","name":"web","object":
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop","annotations":{"owner":"shop"}},
            "spec":{"replicas":2,"template":{"spec":{"containers":[{"name":"c","image":"web:1",
            "env":[{"name":"MODE","value":"\u2022\u2022\u2022"},{"name":"FROM","valueFrom":{"secretKeyRef":{"name":"db","key":"k"}}}]}]}}}}}
            """.ReplaceLineEndings(""));
    }

    /// <summary>Items of a real list do not say their kind; and others' objects hold Secrets as well.</summary>
    [Theory]
    [InlineData("""{"metadata":{"name":"s"},"data":{"k":"czNjcmV0"},"stringData":{"l":"s3cret"}}""")]
    [InlineData("""{"metadata":{"name":"s"},"data":"s3cret","stringData":["s3cret"]}""")]
    [InlineData("""{"metadata":{"name":"s"},"spec":{"template":{"kind":"Secret","stringData":{"a":{"b":"s3cret"}}}}}""")]
    [InlineData("""{"metadata":{"name":"s"},"spec":{"env":[{"name":"A","value":{"b":"s3cret"}}]}}""")]
    public void ASecretsValues_AreNeverThere(string text)
    {
        var query = new ObjectQuery("v1", "Secret");
        var fact = System.Text.Encoding.UTF8.GetString(ObjectFacts.Write("c", query, new ClusterObject("", "s", JsonDocument.Parse(text).RootElement)));
        fact.ShouldNotContain("s3cret");
        fact.ShouldNotContain("czNjcmV0");
        fact.ShouldContain("\\u2022");
    }

    /// <summary>Facts know documents of the repository by such a key; whoever writes to the cluster must not forge one.</summary>
    [Fact]
    public async Task AnObject_CannotPoseAsAFile()
    {
        var facts = await FactsAsync(
            """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"w"},"spec":{"$doc":true,"path":"a","root":{"$node":"map"}}}""");
        facts[0].GetProperty("object").GetProperty("spec").GetRawText().ShouldBe("""{"$$doc":true,"path":"a","root":{"$$node":"map"}}""");
    }

    [Fact]
    public async Task TheCluster_IsAskedOnce_AlsoForTheBase()
    {
        var asked = 0;
        var gate = Gate(new GateServices(TimeProvider.System) { Cluster = _ => asked++ == 0 ? Recorded(Web) : throw new EvaluationException("again") });
        await InspectAsync(gate);
        (await InspectAsync(gate)).GetArrayLength().ShouldBe(1);
        gate.ReachesOut.ShouldBeTrue();
    }

    [Fact]
    public async Task WithoutACluster_TheFactCouldNotBeHad()
    {
        var none = Gate(new GateServices(TimeProvider.System) { Variables = _ => null });
        (await Should.ThrowAsync<EvaluationException>(() => InspectAsync(none))).Message.ShouldBe(
            "`kubernetes` facts could not be had: there is no cluster to ask: set KUBECONFIG to a kubeconfig outside the workspace, "
                + "or run in a pod with an account");
        var nowhere = Gate(null);
        (await Should.ThrowAsync<EvaluationException>(() => InspectAsync(nowhere))).Message.ShouldBe(
            "`kubernetes` facts could not be had: no cluster is asked here");
    }

    [Fact]
    public async Task TooMuch_IsRefused_WithWhatToDo()
    {
        var large = $$"""{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"w"},"spec":"{{new string('x', 1 << 20)}}"}""";
        var gate = Gate(new GateServices(TimeProvider.System) { Cluster = _ => Recorded([.. Enumerable.Repeat(large, 33)]) });
        (await Should.ThrowAsync<EvaluationException>(() => InspectAsync(gate))).Message.ShouldBe(
            "`kubernetes` facts could not be had: the objects are more than 32 MiB; ask for fewer, with `namespaces` or `labels`");
    }

    [Fact]
    public void AQuery_IsOneLineOfText_AndComesBack()
    {
        var query = new ObjectQuery("argoproj.io/v1alpha1", "Rollout") { Plural = "rollouts", Namespaces = ["shop"], Labels = "a=b", IsOptional = true };
        QueryText.Write(query).ShouldBe(
            """{"apiVersion":"argoproj.io/v1alpha1","kind":"Rollout","plural":"rollouts","namespaces":["shop"],"labels":"a=b","optional":true}""");
        QueryText.Write(QueryText.Read(QueryText.Write(query))).ShouldBe(QueryText.Write(query));
        Should.Throw<UsageException>(() => QueryText.Read("**"));
    }

    internal static Task<JsonElement> FactsAsync(params string[] objects) =>
        InspectAsync(Gate(new GateServices(TimeProvider.System) { Cluster = _ => Recorded(objects) }));

    private static RecordedCluster Recorded(params string[] objects) => new([.. objects.Select(one => JsonDocument.Parse(one).RootElement)]);

    private static FactsGate Gate(GateServices? services) =>
        new(
            new FactSelection(
                new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["kubernetes"] = [QueryText.Write(Deployments)] }),
            services);

    private static async Task<JsonElement> InspectAsync(FactsGate gate) =>
        (await gate.InspectAsync(new GateContext(new CaseTree([]), ChangeSet.None, default), CancellationToken.None)).Facts.GetProperty("kubernetes");
}
