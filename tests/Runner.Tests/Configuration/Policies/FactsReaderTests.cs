using Gates.Formats.Foundation;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Xunit;

namespace Runner.Tests.Configuration.Policies;

public sealed class FactsReaderTests
{
    [Theory]
    [InlineData("git: [commits, diff]", "git: commits diff")]
    [InlineData("images: ['ghcr.io/acme/shop:1', ./**/Dockerfile]", "images: ghcr.io/acme/shop:1 ./**/Dockerfile")]
    [InlineData(
        "kubernetes: [{ kind: Deployment, apiVersion: apps/v1, namespaces: [shop], labels: 'app=x' }]",
        "kubernetes: {\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"namespaces\":[\"shop\"],\"labels\":\"app=x\"}")]
    [InlineData("git: [tags], sarif: ['*.sarif', '!old/**']", "git: tags; sarif: *.sarif !old/**")]
    public void Facts_AreReadByKind(string facts, string expected) =>
        string.Join("; ", Gate(facts).Facts!.Select(kind => $"{kind.Key}: {string.Join(' ', kind.Value)}")).ShouldBe(expected);

    [Fact]
    public void Needs_ImplyWaiting() =>
        Gate("needs: [other], yaml: ['*.yaml']").Needs.Select(need => need.Value).ShouldBe(["other"]);

    [Theory]
    [InlineData("git: [commit]", "key `gates.one.facts.git[0]`: \"commit\" is no part of the history; did you mean \"commits\"? valid: commits, tags, diff")]
    [InlineData("kubernetes: [deployments]", "key `gates.one.facts.kubernetes[0]`: \"deployments\" is not a map; write `name: value` pairs")]
    [InlineData(
        "kubernetes: [{ kind: Pod }]",
        "key `gates.one.facts.kubernetes[0]`: needs `apiVersion` and `kind`; write for example [{ apiVersion: apps/v1, kind: Deployment }]")]
    [InlineData(
        "kubernetes: [{ kind: pod, apiVersion: v1 }]",
        "key `gates.one.facts.kubernetes[0]`: \"pod\" is no kind of Kubernetes: at most 63 letters and digits that begin with a capital, such as `Deployment`")]
    [InlineData("git: [7]", "key `gates.one.facts.git[0]`: 7 is not text")]
    [InlineData(
        "git: true",
        "key `gates.one.facts.git`: true is not a list of parts of the history; write for example [\"commits\"], valid: commits, tags, diff")]
    [InlineData(
        "git: []",
        "key `gates.one.facts.git`: an empty list is not a list of parts of the history; write for example [\"commits\"], valid: commits, tags, diff")]
    [InlineData("needs: [othr]", "\"othr\" names no gate of this file; did you mean \"other\"? valid: one, other")]
    [InlineData("needs: [one]", "the gates wait for each other: one → one")]
    [InlineData("needs: other", "key `gates.one.facts.needs`: \"other\" is not a list of gate ids; write for example [\"dlp-scan\"]")]
    [InlineData(
        "images: [Shop]",
        "key `gates.one.facts.images[0]`: \"Shop\" is no image: a repository name is lower case; write for example ghcr.io/acme/shop:1.4, or "
            + "./**/Dockerfile for what Dockerfiles pull")]
    [InlineData("images: true", "key `gates.one.facts.images`: true is not a list of images; write for example [\"ghcr.io/acme/shop:1.4\"]")]
    [InlineData("sari: ['*']", "key `gates.one.facts.sari`: is not known; did you mean \"sarif\"?")]
    public void WrongFacts_AreRefusedAtTheirPlace(string facts, string problem) =>
        Should.Throw<UsageException>(() => Gate(facts)).Message.ShouldContain(problem);

    [Fact]
    public void Needs_ThatWaitInACircle_AreRefused() =>
        Should.Throw<UsageException>(() => ConfigurationReader.Read(
            "version: 1\ngates:\n  a: { policy: p.js, facts: { needs: [b] } }\n  b: { policy: p.js, facts: { yaml: ['*'] }, needs: [a] }\n", "gates.yml"))
            .Message.ShouldContain("the gates wait for each other: a → b → a");

    [Fact]
    public void Needs_InAPolicysManifest_AreRefused() =>
        Should.Throw<UsageException>(() => PolicyManifest.Read("""{ "title": "T", "facts": { "needs": ["a"] } }""", "policy.json"))
            .Message.ShouldEndWith("names gates of a configuration, which a policy cannot know; write it in gates.yml, under `facts` of the gate");

    private static GateConfiguration Gate(string facts) => ConfigurationReader.Read(
        $"version: 1\ngates:\n  one: {{ policy: p.js, facts: {{ {facts} }} }}\n  other: {{ policy: p.js, facts: {{ yaml: ['*'] }} }}\n", "gates.yml").Gates[0];
}
