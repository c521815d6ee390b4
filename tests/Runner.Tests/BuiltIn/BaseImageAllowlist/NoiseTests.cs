using Gates.BuiltIn.BaseImageAllowlist;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>What would only be noise is said once, or not at all.</summary>
public sealed class NoiseTests
{
    [Theory]
    [InlineData("ko://github.com/acme/x/cmd/y")]
    [InlineData("REPLACE-ME")]
    [InlineData("replaceme:latest")]
    [InlineData("<image>")]
    [InlineData("ghcr.io/<owner>/x:1")]
    [InlineData("‹image›")]
    [InlineData("__IMAGE__")]
    [InlineData("IMAGE_NAME")]
    [InlineData("%IMAGE%")]
    public void Placeholder_IsANoteAndNoRegistry(string image) =>
        Findings(new BaseImageAllowlistOptions { Allow = ["ghcr.io/acme/*"] }, ("a.yaml", $"apiVersion: v1\nkind: Pod\nspec: {{containers: [{{image: "
            + $"'{image}'}}]}}\n"))
            .ShouldHaveSingleItem().ShouldStartWith("note placeholder a.yaml:3: ");

    [Theory]
    [InlineData("ghcr.io/acme/placeholder:1")]
    [InlineData("todo/app")]
    [InlineData("nginx")]
    [InlineData("[::1]:5000/x")]
    public void WhatARegistryCouldServe_IsNoPlaceholder(string image) =>
        Images(("a.yaml", $"apiVersion: v1\nkind: Pod\nspec: {{containers: [{{image: '{image}'}}]}}\n")).ShouldHaveSingleItem();

    [Fact]
    public void Placeholders_AreOneNote() =>
        Findings(
            new BaseImageAllowlistOptions(),
            ("a.yaml", string.Concat(Enumerable.Range(0, 20).Select(i => $"---\napiVersion: v1\nkind: Pod\nspec: {{containers: [{{image: "
                + $"'ko://x/{i}'}}]}}\n"))))
            .ShouldHaveSingleItem().ShouldContain("20 texts stand where an image will be");

    [Theory]
    [InlineData("vendor/a/Dockerfile")]
    [InlineData("x/node_modules/a/Dockerfile")]
    [InlineData("x/testdata/Dockerfile")]
    [InlineData("third_party/Dockerfile")]
    public void OtherPeoplesFolders_AreLeftOutAndCounted(string path)
    {
        Images((path, "FROM a")).ShouldBeEmpty();
        Unseen((path, "FROM a")).ShouldBe(["exclude " + path]);
        Images(new BaseImageAllowlistOptions { Exclude = [] }, (path, "FROM a")).ShouldNotBeEmpty();
    }

    [Fact]
    public void DockerfileInAVendoredFolder_ThatIsBuilt_IsRead() =>
        Images((".github/workflows/a.yml", "jobs: {a: {steps: [{run: docker build -f vendor/Dockerfile .}]}}"), ("vendor/Dockerfile", "FROM evil.io/x"))
            .ShouldBe(["1: evil.io/x:latest"]);

    [Fact]
    public void SameImageOnSeveralLines_IsOneFinding() =>
        Findings(new BaseImageAllowlistOptions { Allow = ["a"] }, ("Dockerfile", "FROM b:1 AS x\nFROM a AS y\nFROM b:1 AS z\nFROM b:1\nFROM a\n")).ShouldBe(
        [
            "error image-not-allowed Dockerfile:1: docker.io/library/b:1 (FROM, Dockerfile:1, also lines 3 and 4) is not on the allow list. Closest: a. "
                + "Add it to `allow` in .github/gates.yml or change the base.",
            "warning image-unpinned Dockerfile:2: docker.io/library/a:latest (FROM, Dockerfile:2, also line 5) has no digest, so what `latest` means can "
                + "change without a commit here. "
                + "Pin it: docker.io/library/a:latest@sha256:…, with the digest that `docker buildx imagetools inspect docker.io/library/a:latest` prints.",
        ]);

    [Fact]
    public void LimitOfImages_CountsDifferentOnes() =>
        Images(("Dockerfile", string.Concat(Enumerable.Repeat("FROM x:1\n", 20_000)))).Length.ShouldBe(20_000);
}
