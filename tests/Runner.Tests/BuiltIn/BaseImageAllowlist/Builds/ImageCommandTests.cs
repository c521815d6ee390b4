using Gates.BuiltIn.BaseImageAllowlist;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>Images that a script runs in a cluster, or fetches.</summary>
public sealed class ImageCommandTests
{
    [Theory]
    [InlineData("kubectl run web --image=ghcr.io/acme/web:1 --restart=Never", "ghcr.io/acme/web:1")]
    [InlineData("kubectl -n shop run web --image ghcr.io/acme/web:1 -- sleep 5", "ghcr.io/acme/web:1")]
    [InlineData("sudo kubectl create deployment web --image=ghcr.io/acme/web:1", "ghcr.io/acme/web:1")]
    [InlineData("kubectl debug node/n1 -it --image=busybox:1", "docker.io/library/busybox:1")]
    [InlineData("kubectl set image deployment/web web=ghcr.io/acme/web:1 side=ghcr.io/acme/side:2", "ghcr.io/acme/web:1", "ghcr.io/acme/side:2")]
    [InlineData("oc -n shop set image deployment web '*=ghcr.io/acme/web:1'", "ghcr.io/acme/web:1")]
    [InlineData("V=1\nkubectl set image deployment/web web=ghcr.io/acme/web:$V", "ghcr.io/acme/web:1")]
    [InlineData("helm upgrade --install web ./chart --set image=ghcr.io/acme/web:1,replicas=2", "ghcr.io/acme/web:1")]
    [InlineData("helm install web ./chart --set app.image.repository=ghcr.io/acme/web --set app.image.tag=1", "ghcr.io/acme/web:1")]
    [InlineData("helm install web ./chart --set image.registry=ghcr.io,image.repository=acme/web,image.tag=1", "ghcr.io/acme/web:1")]
    [InlineData("docker service create --name web --replicas 2 -p 80:80 ghcr.io/acme/web:1 serve", "ghcr.io/acme/web:1")]
    [InlineData("docker service update --image ghcr.io/acme/web:2 web", "ghcr.io/acme/web:2")]
    [InlineData("docker pull ghcr.io/acme/web:1", "ghcr.io/acme/web:1")]
    [InlineData("docker image pull -q ghcr.io/acme/web:1", "ghcr.io/acme/web:1")]
    [InlineData("ctr -n k8s.io images pull ghcr.io/acme/web:1", "ghcr.io/acme/web:1")]
    [InlineData("nerdctl --namespace k8s.io pull ghcr.io/acme/web:1", "ghcr.io/acme/web:1")]
    [InlineData("crictl pull ghcr.io/acme/web:1", "ghcr.io/acme/web:1")]
    [InlineData("bash -c 'crictl pull ghcr.io/acme/web:1'", "ghcr.io/acme/web:1")]
    [InlineData("git pull origin main; echo docker pull x; kubectl get pods; helm upgrade web ./chart --set image.tag=1; docker run evil")]
    [InlineData("kubectl create namespace shop; kubectl set env deployment/web A=b; helm list")]
    public void Commands_NameTheirImages(string script, params string[] images)
    {
        Inspection.Images(("deploy.sh", script)).Select(WithoutLine).ShouldBe(images);
        Inspection.Images(("bin/deploy", "#!/usr/bin/env bash\n" + script)).Select(WithoutLine).ShouldBe(images, "a script by its first line");
        Inspection.Images(("bin/deploy", script)).ShouldBeEmpty("no script");
    }

    /// <summary>What was just built is deployed: nobody could write it down.</summary>
    [Fact]
    public void AnImageThatOnlyTheRunKnows_IsSaid_OnceForAFile() => Inspection.Findings(
        new BaseImageAllowlistOptions(),
        ("deploy.sh", "kubectl set image deployment/web web=$IMAGE\nkubectl run x --image=\"ghcr.io/acme/web:${GITHUB_SHA}\"\n")).ShouldBe(
        ["note not-read deploy.sh:1: The images of this command were not looked at: the image of `kubectl set image` is only known to the run."]);

    [Theory]
    [InlineData("pipeline {\n  agent { docker { image 'ghcr.io/acme/a:1' } }\n}", "2: ghcr.io/acme/a:1")]
    [InlineData(
        "node {\n  docker.image('ghcr.io/acme/a:1').inside {\n    sh 'docker pull ghcr.io/acme/b:1'\n  }\n}", "2: ghcr.io/acme/a:1", "3: ghcr.io/acme/b:1")]
    [InlineData("sh '''\n  set -e\n  kubectl run x --image=ghcr.io/acme/b:1\n'''", "3: ghcr.io/acme/b:1")]
    public void AJenkinsfile_NamesThemInItsSteps(string text, params string[] images) => Inspection.Images(("Jenkinsfile", text)).ShouldBe(images);

    [Theory]
    [InlineData("sh 'docker build --build-arg BASE=ghcr.io/acme/b:1 .'")]
    [InlineData("docker.build(\"web:${env.BUILD_ID}\", '--build-arg BASE=ghcr.io/acme/b:1 .')")]
    public void AJenkinsfile_PassesArgumentsToBuilds(string text) =>
        Inspection.Images(("Jenkinsfile", text), ("Dockerfile", "ARG BASE=ghcr.io/acme/a:1\nFROM $BASE\n"))
            .ShouldBe(["2: ghcr.io/acme/a:1", "2: ghcr.io/acme/b:1"]);

    [Theory]
    [InlineData("steps:\n- name: gcr.io/cloud-builders/docker\n  entrypoint: bash\n  args: [-c, docker pull ghcr.io/acme/b:1]\n")]
    [InlineData("steps:\n- name: gcr.io/cloud-builders/kubectl\n  args: [set, image, deployment/web, web=ghcr.io/acme/b:1]\n")]
    public void ACloudBuild_NamesThemInItsArguments(string text) =>
        Inspection.Images(("cloudbuild.yaml", text)).Select(WithoutLine).ShouldContain("ghcr.io/acme/b:1");

    private static string WithoutLine(string image) => image[(image.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
