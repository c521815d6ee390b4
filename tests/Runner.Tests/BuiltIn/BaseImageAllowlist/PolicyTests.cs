using Gates.BuiltIn.BaseImageAllowlist;
using Shouldly;
using Xunit;
using static Runner.Tests.BuiltIn.BaseImageAllowlist.Inspection;

namespace Runner.Tests.BuiltIn.BaseImageAllowlist;

/// <summary>What people read.</summary>
public sealed class PolicyTests
{
    private static BaseImageAllowlistOptions Allowing(params string[] allow) => new() { Allow = allow };

    [Theory]
    [InlineData("odd/Dockerfile", "FROM {0}", "${{A:-", "}}")]
    [InlineData("odd/compose.yml", "services: {{s: {{image: '{0}'}}}}", "${{A:-", "}}")]
    [InlineData("odd/Dockerfile", "FROM --platform=$A{0} b", "xxxx", "")]
    [InlineData("odd/Dockerfile", "ARG A\nFROM a AS b\nCOPY --from={0} x y", "${{A}}", "")]
    [InlineData("odd/Dockerfile", "FROM a\nNOTHING{0} x", "xxxx", "")]
    [InlineData("odd/compose.yml", "services: {{{0}: {{image: $A}}}}", "xxxx", "")]
    [InlineData("odd/pod.yaml", "apiVersion: v1\nkind: Pod\nspec: {{containers: [{{image: a, {0}: 1, {0}: 2}}]}}", "xxxx", "")]
    [InlineData(".gitlab-ci.yml", "include: {0}.yml\nj: {{image: '$A{0}'}}", "xxxx", "")]
    [InlineData("b.sh", "docker build --build-arg A{0}=$1 --platform {0} --target {0} .", "xxxx", "")]
    public void OneOddFile_TakesNoOtherFindingAway(string path, string text, string begin, string end)
    {
        var many = string.Concat(Enumerable.Repeat(begin.Replace("{{", "{", StringComparison.Ordinal), 8_000))
            + string.Concat(Enumerable.Repeat(end.Replace("}}", "}", StringComparison.Ordinal), 8_000));
        var odd = text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)
            .Replace("{0}", many, StringComparison.Ordinal);

        Findings(Allowing("good"), ("Dockerfile", "ARG A=evil:1\nFROM $A"), (path, odd))
            .ShouldContain(finding => finding.StartsWith("error image-not-allowed Dockerfile:2:", StringComparison.Ordinal));
    }

    [Fact]
    public void NotAllowed_SaysWhatWhereWhyAndTheFix() =>
        Findings(Allowing("ghcr.io/acme/base"), ("Dockerfile", "ARG BASE=evil/base:1\nFROM $BASE")).ShouldBe(
        [
            "error image-not-allowed Dockerfile:2: docker.io/evil/base:1 (ARG BASE, Dockerfile:1) is not on the allow list. " +
            "Closest: ghcr.io/acme/base. Add it to `allow` in .github/gates.yml or change the base.",
        ]);

    [Fact]
    public void NotAllowed_WithoutAnythingNear_NamesNoClosest() =>
        Findings(Allowing("ghcr.io/acme/base"), ("compose.yml", "services: {a: {image: 'quay.io/entirely/different:1'}}")).ShouldBe(
        [
            "error image-not-allowed compose.yml:1: quay.io/entirely/different:1 (services.a.image, compose.yml:1) is not on the allow list. " +
            "Add it to `allow` in .github/gates.yml or change the image.",
        ]);

    [Fact]
    public void NotAllowed_BecauseADigestWinsOverTheTag_SaysSo() =>
        Findings(Allowing("good:1.0"), ("Dockerfile", $"FROM good:1.0@{OtherDigest}")).ShouldHaveSingleItem()
            .ShouldContain("Closest: good:1.0. A digest wins over a tag, so an entry with a tag alone cannot cover it.");

    [Fact]
    public void NotAllowed_BecauseOnlyOneDigestIs_SaysSo() =>
        Findings(Allowing($"good:1.0@{Digest}"), ("Dockerfile", "FROM good:1.0")).ShouldHaveSingleItem()
            .ShouldContain("That entry allows one content only, by its digest.");

    [Fact]
    public void Unresolved_SaysWhy() =>
        Findings(new BaseImageAllowlistOptions(), ("Dockerfile", "FROM $BASE")).ShouldBe(
        [
            "error image-unresolved Dockerfile:1: `$BASE` (FROM, Dockerfile:1) cannot be resolved to an image: " +
            "BASE has no value: give ARG BASE a default before the first FROM, or set it in `build-args`.",
        ]);

    [Fact]
    public void Unpinned_SaysHowToPin() =>
        Findings(new BaseImageAllowlistOptions(), ("Dockerfile", "FROM alpine:3.22")).ShouldBe(
        [
            "warning image-unpinned Dockerfile:1: docker.io/library/alpine:3.22 (FROM, Dockerfile:1) has no digest, so what `3.22` means can change without a commit here. "
                +
            "Pin it: docker.io/library/alpine:3.22@sha256:…, with the digest that `docker buildx imagetools inspect docker.io/library/alpine:3.22` prints.",
        ]);

    [Fact]
    public void Unpinned_WithRequireDigest_IsAnError() =>
        Findings(new BaseImageAllowlistOptions { RequireDigest = true }, ("Dockerfile", "FROM alpine"))
            .ShouldHaveSingleItem()
            .ShouldStartWith("error image-unpinned");

    [Theory]
    [InlineData("FROM alpine@" + Digest)]
    [InlineData("FROM scratch")]
    public void PinnedOrScratch_IsFine(string text) => Findings(Allowing("alpine"), ("Dockerfile", text)).ShouldBeEmpty();

    [Fact]
    public void WithoutAnAllowList_NothingIsRefused() => Findings(new BaseImageAllowlistOptions(), ("Dockerfile", $"FROM evil/x@{Digest}")).ShouldBeEmpty();
}
