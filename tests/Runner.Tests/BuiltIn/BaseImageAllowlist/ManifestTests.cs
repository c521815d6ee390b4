using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>Images of custom resources, and of objects within others.</summary>
public sealed class ManifestTests
{
    [Theory]
    [InlineData("argoproj.io/v1alpha1", "Workflow", "templates: [{name: a, container: {image: evil.io/x:1}}]", "evil.io/x:1")]
    [InlineData(
        "argoproj.io/v1alpha1",
        "WorkflowTemplate",
        "templates: [{script: {image: evil.io/x:1}, sidecars: [{image: evil.io/y:1}]}]",
        "evil.io/x:1|evil.io/y:1")]
    [InlineData("argoproj.io/v1alpha1", "Rollout", "template: {spec: {containers: [{image: evil.io/x:1}]}}", "evil.io/x:1")]
    [InlineData(
        "tekton.dev/v1",
        "Task",
        "steps: [{image: evil.io/x:1}]\n  sidecars: [{image: evil.io/y:1}]\n  stepTemplate: {image: evil.io/z:1}",
        "evil.io/x:1|evil.io/y:1|evil.io/z:1")]
    [InlineData("tekton.dev/v1", "Pipeline", "tasks: [{taskSpec: {steps: [{image: evil.io/x:1}]}}]", "evil.io/x:1")]
    [InlineData("caching.internal.knative.dev/v1alpha1", "Image", "image: evil.io/x:1", "evil.io/x:1")]
    [InlineData("serving.knative.dev/v1", "Service", "template: {spec: {containers: [{image: evil.io/x:1}]}}", "evil.io/x:1")]
    [InlineData("batch/v1", "CronJob", "jobTemplate: {spec: {template: {spec: {containers: [{image: evil.io/x:1}]}}}}", "evil.io/x:1")]
    [InlineData("argoproj.io/v1alpha1", "Application", "source: {kustomize: {images: ['app=evil.io/x:1', 'evil.io/y:2']}}", "evil.io/x:1|evil.io/y:2")]
    [InlineData(
        "argoproj.io/v1alpha1",
        "Application",
        "sources: [{helm: {parameters: [{name: image.repository, value: evil.io/x}, {name: image.tag, value: '1'}, {name: replicas, value: '2'}]}}]",
        "evil.io/x:1")]
    [InlineData("argoproj.io/v1alpha1", "Application", "source: {helm: {valuesObject: {image: {repository: evil.io/x, tag: 1}}}}", "evil.io/x:1")]
    [InlineData("argoproj.io/v1alpha1", "Application", "source: {helm: {values: \"image:\\n  repository: evil.io/x\\n  tag: v1\\n\"}}", "evil.io/x:v1")]
    [InlineData("build.openshift.io/v1", "BuildConfig", "strategy: {sourceStrategy: {from: {kind: DockerImage, name: evil.io/x:1}}}", "evil.io/x:1")]
    [InlineData("build.openshift.io/v1", "BuildConfig", "strategy: {sourceStrategy: {from: {kind: ImageStreamTag, name: python:3}}}", "")]
    [InlineData("image.openshift.io/v1", "ImageStream", "tags: [{from: {kind: DockerImage, name: evil.io/x:1}}]", "evil.io/x:1")]
    [InlineData("apps.openshift.io/v1", "DeploymentConfig", "template: {spec: {containers: [{image: evil.io/x:1}]}}", "evil.io/x:1")]
    [InlineData("monitoring.coreos.com/v1", "Prometheus", "image: evil.io/x:1", "evil.io/x:1")]
    [InlineData("postgresql.cnpg.io/v1", "Cluster", "imageName: evil.io/x:1", "evil.io/x:1")]
    [InlineData("example.com/v1", "Thing", "deep: {er: {sidecarImage: evil.io/x:1, vmImage: ubuntu/22, logoImage: a.io/x.png}}", "evil.io/x:1")]
    [InlineData("example.com/v1", "Thing", "image: {registry: evil.io, repository: x, tag: v1, digest: ''}", "evil.io/x:v1")]
    [InlineData("example.com/v1", "Thing", "a: {image: evil.io/x, tag: v1}", "evil.io/x:v1")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "values: {controller: {repository: evil.io/x, tag: v1}}", "evil.io/x:v1")]
    [InlineData("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "images: [{name: a, newName: evil.io/x, newTag: v1}]", "evil.io/x:v1")]
    [InlineData("pkg.crossplane.io/v1", "Provider", "package: evil.io/x:v1", "evil.io/x:v1")]
    [InlineData("infrastructure.cluster.x-k8s.io/v1beta1", "OpenStackMachine", "image: ubuntu-22.04", "")]
    [InlineData("example.com/v1", "Thing", "image: https://example.com/a.png", "")]
    [InlineData("v1", "PersistentVolume", "rbd: {image: foo, pool: bar}", "")]
    [InlineData("apiextensions.k8s.io/v1", "CustomResourceDefinition", "versions: [{schema: {image: {type: string, default: a/b}}}]", "")]
    public void CustomResource_ImagesInEveryForm_AreSeen(string version, string kind, string spec, string expected) =>
        Images(("a.yaml", $"apiVersion: {version}\nkind: {kind}\nmetadata: {{name: x}}\nspec:\n  {spec}"))
            .Select(image => image[(image.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .ShouldBe(expected.Split('|', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void KindCluster_NodeImages_AreSeen() =>
        Images(("kind.yaml", "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: worker\n  image: kindest/node:v1\n"))
            .ShouldBe(["5: docker.io/kindest/node:v1"]);

    [Fact]
    public void ManifestInAConfigMap_IsSeenWithItsLine() =>
        Images(("a.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: x}
            data:
              other.txt: "no image"
              pod.yaml: |
                apiVersion: v1
                kind: Pod
                spec:
                  containers:
                  - image: evil.io/x:1
              pod.json: '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"image":"evil.io/y:1"}]}}'
            """)).ShouldBe(["11: evil.io/x:1", "12: evil.io/y:1"]);

    [Fact]
    public void ManifestInAConfigMapThatBreaks_IsAnError() =>
        Findings(new(), ("a.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  p: |\n    apiVersion: v1\n    kind: Pod\n    image: [\n"))
            .ShouldContain(finding => finding.StartsWith("error unreadable a.yaml:", StringComparison.Ordinal));

    [Fact]
    public void ScriptWithAManifestInIt_IsNoError() =>
        Findings(new(), ("a.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  run.sh: |\n    kubectl apply -f - <<'X'\n    apiVersion: v1\n    kind: "
            + "Pod\n    image: [ {\n    X\n"))
            .ShouldHaveSingleItem().ShouldStartWith("note not-read a.yaml:");

    [Fact]
    public void TextsInTextsWithoutEnd_FailClosed()
    {
        var text = "apiVersion: v1\nkind: Pod\nspec: {containers: [{image: evil.io/x}]}\n";
        for (var i = 0; i < 10; i++)
        {
            text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "
                + "image}\ndata:\n  a: |\n" + string.Concat(text.Split('\n').Select(line => $"    {line}\n"));
        }

        Findings(new(), ("a.yaml", text)).ShouldHaveSingleItem().ShouldContain("it stands deeper than 4 texts in each other");
    }

    [Theory]
    [InlineData("tekton.dev/v1", "params: [{name: IMG, default: 'evil.io/x:1'}]\n  steps: [{image: $(params.IMG)}]", "evil.io/x:1")]
    [InlineData(
        "tekton.dev/v1",
        "params: [{name: IMG}]\n  steps: [{image: $(params.IMG)}]",
        "? it is filled in before it is applied; write the image, or set it with a kustomization")]
    public void TektonParameter_WithADefault_IsTheDefault(string version, string spec, string expected) =>
        Images(("a.yaml", $"apiVersion: {version}\nkind: Task\nspec:\n  {spec}\n")).ShouldHaveSingleItem().ShouldEndWith(": " + expected);

    [Theory]
    [InlineData("arguments: {parameters: [{name: tag, value: v1}]}", "evil.io/x:v1")]
    [InlineData("arguments: {parameters: [{name: tag}]}", "? it is only known to the run; write the image, or give the parameter a value here")]
    public void ArgoParameter_WithAValue_IsTheValue(string spec, string expected) =>
        Images(("a.yaml", $"apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec:\n  {spec}\n  templates: [{{container: {{image: "
            + $"'evil.io/x:{{{{workflow.parameters.tag}}}}'}}}}]\n"))
            .ShouldHaveSingleItem().ShouldEndWith(": " + expected);

    [Fact]
    public void OpenShiftTemplate_ParametersWithValues_AreFilledIn() =>
        Images(("a.yaml", """
            apiVersion: template.openshift.io/v1
            kind: Template
            parameters: [{name: TAG, value: v1}]
            objects:
            - {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{image: "evil.io/x:${TAG}"}]}}
            """)).ShouldBe(["5: evil.io/x:v1"]);

    [Theory]
    [InlineData("kyverno.io/v1", "ClusterPolicy")]
    [InlineData("policies.kyverno.io/v1", "ValidatingPolicy")]
    [InlineData("constraints.gatekeeper.sh/v1beta1", "K8sAllowedRepos")]
    [InlineData("templates.gatekeeper.sh/v1", "ConstraintTemplate")]
    [InlineData("policy.sigstore.dev/v1beta1", "ClusterImagePolicy")]
    public void Policy_IsNoWorkload(string version, string kind) =>
        Findings(
            new() { Allow = ["ghcr.io/acme/*"] },
            ("p.yaml", $"apiVersion: {version}\nkind: {kind}\nspec:\n  rules:\n  - validate:\n      pattern: {{spec: {{containers: [{{image: "
                + $"'ghcr.io/acme/*|!*:latest'}}]}}}}\n  containers: [{{image: 'a*'}}]\n"))
            .ShouldBeEmpty();

    [Fact]
    public void PolicyThatPutsAContainerIntoPods_PullsItsImage() =>
        Images(("p.yaml", "apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nspec:\n  rules:\n  - mutate: {patchStrategicMerge: {spec: {containers: "
            + "[{name: s, image: 'evil.io/x:1'}]}}}\n"))
            .ShouldBe(["5: evil.io/x:1"]);
}
