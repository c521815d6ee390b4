using Gates.BuiltIn.BaseImageAllowlist;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>Images that CI systems run.</summary>
public sealed class PipelineTests
{
    [Theory]
    [InlineData(
        ".gitlab-ci.yml",
        "image: a.io/x:1\njob: {image: {name: a.io/y:1}, services: ['a.io/z:1', {name: a.io/w:1}], script: []}",
        "a.io/x:1|a.io/w:1|a.io/y:1|a.io/z:1")]
    [InlineData(".gitlab-ci.yml", "default: {image: a.io/x:1}\nvariables: {TAG: '2', IMG: 'a.io/y:$TAG'}\njob: {image: $IMG}", "a.io/x:1|a.io/y:2")]
    [InlineData(
        ".gitlab-ci.yml",
        "job: {image: $CI_REGISTRY_IMAGE/x}",
        "? it is only known to the run; write the image, or give the variable a value in the same file")]
    [InlineData(
        ".circleci/config.yml",
        "executors: {e: {docker: [{image: a.io/x:1}]}}\njobs: {j: {docker: [{image: a.io/y:1}, {image: a.io/z:1}], machine: {image: 'ubuntu-2204:now'}}}",
        "a.io/x:1|a.io/y:1|a.io/z:1")]
    [InlineData(
        ".circleci/config.yml",
        "parameters: {tag: {type: string, default: '3'}}\njobs: {j: {docker: [{image: 'a.io/y:<< pipeline.parameters.tag >>'}]}}",
        "a.io/y:3")]
    [InlineData(".drone.yml", "kind: pipeline\nsteps: [{image: a.io/x:1}]\nservices: [{image: a.io/y:1}]", "a.io/x:1|a.io/y:1")]
    [InlineData(".woodpecker.yml", "steps: {build: {image: a.io/x:1}}\nservices: {db: {image: a.io/y:1}}", "a.io/x:1|a.io/y:1")]
    [InlineData(
        "azure-pipelines.yml",
        "resources: {containers: [{container: c, image: a.io/x:1}]}\njobs: [{container: c}, {container: a.io/y:1}, {container: {image: "
            + "a.io/z:1}}]\npool: {vmImage: ubuntu-latest}",
        "a.io/x:1|a.io/y:1|a.io/z:1")]
    [InlineData("azure-pipelines.yml", "stages: [{jobs: [{container: a.io/y:1}]}]", "a.io/y:1")]
    [InlineData(
        "bitbucket-pipelines.yml",
        "image: a.io/x:1\ndefinitions: {services: {db: {image: a.io/y:1}}}\npipelines: {default: [{step: {image: {name: a.io/z:1}}}, {parallel: [{step: "
            + "{image: a.io/w:1}}]}]}",
        "a.io/x:1|a.io/y:1|a.io/w:1|a.io/z:1")]
    [InlineData("bitbucket-pipelines.yml", "pipelines: {default: [{step: {script: [{pipe: 'docker://a.io/x:1'}, {pipe: atlassian/y:1}]}}]}", "a.io/x:1")]
    [InlineData(".ko.yaml", "defaultBaseImage: a.io/x:1\nbaseImageOverrides: {b.io/y: a.io/z:1}", "a.io/x:1|a.io/z:1")]
    [InlineData(
        "Earthfile",
        "VERSION 0.8\nARG V=2\nFROM a.io/x:$V\nb:\n  FROM --platform=linux/arm64 a.io/y:1\nc:\n  FROM +b\n  FROM ./d+e\n  FROM DOCKERFILE .\n",
        "a.io/x:2|a.io/y:1")]
    [InlineData("Earthfile", "FROM $BASE", "? it is only known to the build; write the image, or give the argument one default here")]
    [InlineData("cloudbuild.yaml", "steps: [{name: 'a.io/docker', args: [build]}]", "a.io/docker:latest")]
    [InlineData(
        "Jenkinsfile",
        "pipeline { agent { docker { label 'x'\n image 'a.io/x:1' } } stages { docker.image(\"a.io/y:1\").inside {} \n agent { docker 'a.io/z:1' } } }",
        "a.io/x:1|a.io/y:1|a.io/z:1")]
    public void Images_AreSeen(string path, string text, string expected) =>
        Images((path, text)).Select(image => image[(image.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal)
            .ShouldBe(expected.Split('|').Order(StringComparer.Ordinal));

    [Fact]
    public void WhatAPipelineTakesIn_IsSaid() =>
        Findings(new BaseImageAllowlistOptions(), (".gitlab-ci.yml", "include: [{template: x}]\nimage: a@" + Digest))
            .ShouldBe(["note not-read .gitlab-ci.yml:1: The images of this GitLab pipeline were not looked at: what `include` takes in from elsewhere is "
                + "not read."]);

    [Theory]
    [InlineData("include: [{local: /g/foo.yml}]")]
    [InlineData("include: /g/foo.yml")]
    [InlineData("include: g/foo.yml")]
    [InlineData("include: {local: /g/foo.yml}")]
    [InlineData("include: ['/g/foo.yml']")]
    [InlineData("include: [{local: [/g/foo.yml]}]")]
    [InlineData("include: [{local: '/g/*.yml'}]")]
    [InlineData("include: [{local: '/**.yml'}]")]
    [InlineData("include: [{local: '/g/**/*.yml'}]")]
    public void FilesOfTheRepositoryThatAPipelineTakesIn_AreRead(string include)
    {
        (string, string)[] files = [(".gitlab-ci.yml", include + "\nvariables: {TAG: '1'}"), ("g/foo.yml", "job: {image: 'a.io/x:$TAG', script: []}")];

        Images(files).ShouldBe(["1: a.io/x:1"]);
        Findings(new BaseImageAllowlistOptions { Allow = ["b.io/x"] }, files).ShouldHaveSingleItem().ShouldStartWith("error image-not-allowed g/foo.yml:1:");
    }

    [Fact]
    public void WhatAnIncludedFileTakesIn_IsReadToo() =>
        Images((".gitlab-ci.yml", "include: a.yml"), ("a.yml", "include: [{local: b.yml}, {local: a.yml}]"), ("b.yml", "image: a.io/x:1"))
            .ShouldBe(["1: a.io/x:1"]);

    [Theory]
    [InlineData("include: [{local: /g/foo.yml}]", "what it takes in is not here: g/foo.yml")]
    [InlineData("include: [{project: x, file: y}]", "what `include` takes in from elsewhere is not read")]
    [InlineData("include: https://example.org/x.yml", "what `include` takes in from elsewhere is not read")]
    [InlineData("include: [{local: $FILE}]", "what `include` takes in from elsewhere is not read")]
    public void WhatIsNotInTheRepository_IsSaid(string include, string reason) =>
        Findings(new BaseImageAllowlistOptions(), (".gitlab-ci.yml", include)).ShouldBe(
            [$"note not-read .gitlab-ci.yml:1: The images of this GitLab pipeline were not looked at: {reason}."]);

    [Fact]
    public void BrokenIncludedFile_FailsClosed() =>
        Findings(new BaseImageAllowlistOptions(), (".gitlab-ci.yml", "include: g.yml"), ("g.yml", "image: [\n")).ShouldHaveSingleItem()
            .ShouldStartWith("error unreadable g.yml:");

    [Fact]
    public void BrokenPipeline_FailsClosed() =>
        Findings(new BaseImageAllowlistOptions(), (".gitlab-ci.yml", "image: [\n")).ShouldHaveSingleItem().ShouldStartWith("error unreadable .gitlab-ci.yml:");

    [Theory]
    [InlineData("docker/setup-qemu-action@v3", "", "docker.io/tonistiigi/binfmt:latest")]
    [InlineData("docker/setup-qemu-action@v3", "image: a.io/x:1", "a.io/x:1")]
    [InlineData("docker/setup-buildx-action@v3", "", "docker.io/moby/buildkit:buildx-stable-1")]
    [InlineData("docker/setup-buildx-action@v3", "driver: docker", "")]
    [InlineData("docker/setup-buildx-action@v3", "driver-opts: 'image=a.io/x:1'", "a.io/x:1")]
    [InlineData("helm/kind-action@v1", "node_image: a.io/x:1", "a.io/x:1")]
    [InlineData("actions/checkout@v4", "", "")]
    public void ActionsThatPullImages_AreKnown(string uses, string with, string expected) =>
        Images((".github/workflows/a.yml", $"jobs: {{a: {{steps: [{{uses: {uses}, with: {{{with}}}}}]}}}}"))
            .ShouldBe(expected.Length == 0 ? [] : ["1: " + expected]);

    [Fact]
    public void DevcontainerFeatures_AreArtifactsOfARegistry() =>
        Images((".devcontainer/devcontainer.json", "{\"image\": \"a.io/x:1\",\n \"features\": {\n \"ghcr.io/devcontainers/features/go:1\": {}, "
            + "\"./local\": {} } }"))
            .ShouldBe(["1: a.io/x:1", "3: ghcr.io/devcontainers/features/go:1"]);
}
