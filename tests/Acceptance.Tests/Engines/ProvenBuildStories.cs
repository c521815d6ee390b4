using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Engines;

/// <summary>A hermetic build that is proven, with the program and a real engine.</summary>
[Collection("proven builds")]
public sealed class ProvenBuildStories : ProvenBuild
{
    [Fact]
    public void ABuildThatFetches_IsCaughtAtItsStep()
    {
        Build("{ name: shop }", ("Dockerfile", $"FROM {Image}\nRUN echo ok\n\nRUN echo one && \\\n    wget http://files.example.com/x\n"));
        var run = Run();
        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("needs the network: it tried to reach files.example.com. It said: ");
        run.Output.ShouldContain("wget: bad address 'files.example.com'");
        Finding("build-needs-network").GetProperty("location").GetProperty("line").GetInt32().ShouldBe(4);
        NothingIsLeft();
    }

    [Fact]
    public void WhatTheBuilderItselfFetches_IsCaughtBeforeAnythingIsBuilt()
    {
        Build("{ name: shop }", ("Dockerfile", $"FROM {Image}\nARG URL=https://files.example.com\nADD $URL/x /x\n"));
        Run().ExitCode.ShouldBe(1);
        Finding("build-needs-network").GetProperty("message").GetString()!.ShouldContain("it tried to reach files.example.com");
        Finding("build-needs-network").GetProperty("location").GetProperty("line").GetInt32().ShouldBe(3);
    }

    [Fact]
    public void ABuildThatLeaksTime_IsBetweenNothingAndAll_AndItsFilesAreNamed()
    {
        Build("{ name: shop }", ("Dockerfile", $"FROM {Image}\nRUN echo fixed > /fixed; echo more > /more\nRUN date > /built; echo same > /same\n"));
        var run = Run();
        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("shop: reproducible 75 % (limit 80 %): 1 file differs, of 4. `built` (content; likely cause: time");
        Finding("not-reproducible").GetProperty("location").GetProperty("line").GetInt32().ShouldBe(3);
        var compared = Facts("shop").GetProperty("compared");
        (compared.GetProperty("files").GetInt32(), compared.GetProperty("same").GetInt32()).ShouldBe((4, 3));
        NothingIsLeft();
    }

    [Fact]
    public void ACleanBuild_IsTheSameTwice_AndItsProvenanceSaysOfWhat()
    {
        Build(
            "{ name: shop, context: app, target: last }",
            ("app/Dockerfile", $"FROM {Image} AS base\nCOPY . /src/\nRUN sh /src/make.sh\n"
                + $"FROM base AS last\nENV A=b\nRUN echo x > /x\nFROM {Image}\nRUN false\n"),
            ("app/make.sh", "sort /src/data > /sorted\n"),
            ("app/data", "b\na\n"),
            ("app/.dockerignore", "secret\n"),
            ("app/secret", "s3cret\n"));
        var run = Run();
        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldNotContain("differ");
        var fact = Facts("shop");
        fact.GetProperty("compared").GetProperty("same").GetInt32().ShouldBe(6, "Dockerfile, make.sh, data, .dockerignore, sorted, x");
        fact.GetProperty("digests").GetArrayLength().ShouldBe(2);
        using var provenance = JsonDocument.Parse(File.ReadAllText(Out("build/shop.provenance.json")));
        var predicate = provenance.RootElement.GetProperty("predicate");
        predicate.GetProperty("gates_cacheAttestation").GetProperty("cacheUsed").GetBoolean().ShouldBeFalse();
        predicate.GetProperty("data_lineage")[0].GetProperty("source").GetString().ShouldBe("git:" + Sources.Git("rev-parse", "HEAD").Trim());
        var materials = predicate.GetProperty("buildDefinition").GetProperty("resolvedDependencies").EnumerateArray().ToList();
        var known = Docker("image", "inspect", "--format", "{{.Id}} {{json .RepoDigests}}", Image);
        known.ShouldContain(materials.Single(one => one.TryGetProperty("uri", out var uri) && uri.GetString() == "docker:" + Image)
            .GetProperty("digest").GetProperty("sha256").GetString()!);
        File.ReadAllText(Out("build/shop.log")).ShouldContain("make.sh");
        File.ReadAllText(Out("run.json")).ShouldContain("build/shop.provenance.json");
        NothingIsLeft();
    }

    [Fact]
    public void ACommand_RunsAlone_AndWhatItTellsOfItsSurroundingsDiffers()
    {
        Build(
            $"{{ name: make, command: [sh, build.sh], image: '{Image}', reproducible: 10, "
                + $"accept: [{{ files: 'out/p*', reason: it names its folder, expires: 2199-01-01 }}] }}",
            ("build.sh", "mkdir out; cat data > out/data; pwd > out/path; env > out/env; "
                + "cat /proc/net/dev > out/net; grep Cap /proc/self/status > out/rights; ls /root > out/root 2>&1; true\n"),
            ("data", "x\n"));
        var run = Run(new Dictionary<string, string>(StringComparer.Ordinal) { ["GITHUB_TOKEN"] = "of-the-job", ["MY_SECRET"] = "of-the-job" });
        run.ExitCode.ShouldBe(0, run.ToString());
        var compared = Facts("make").GetProperty("compared");
        var differing = compared.GetProperty("differing").EnumerateArray().ToDictionary(one => one.GetProperty("path").GetString()!, StringComparer.Ordinal);
        differing["out/path"].GetProperty("cause").GetString().ShouldBe("path");
        differing["out/path"].GetProperty("accepted").GetString().ShouldBe("it names its folder (until 2199-01-01)");
        differing.Keys.Order(StringComparer.Ordinal).ShouldBe(["out/env", "out/path"]);
        (compared.GetProperty("files").GetInt32(), compared.GetProperty("accepted").GetInt32()).ShouldBe((6, 1));
        run.Output.ShouldContain("out/path may differ: it names its folder (until 2199-01-01)");
        NothingIsLeft();
    }

    [Fact]
    public void WhatACommandSees_IsNoTokenNoSocketAndNoNetwork()
    {
        Build(
            $"{{ name: look, command: [sh, look.sh], image: '{Image}', twice: false }}",
            ("look.sh", "env; cat /proc/net/dev; grep Cap /proc/self/status; ls -la /var/run/docker.sock; cat /proc/self/mountinfo\n"));
        Run(new Dictionary<string, string>(StringComparer.Ordinal) { ["GITHUB_TOKEN"] = "of-the-job" }).ExitCode.ShouldBe(0);
        var log = Facts("look").GetProperty("log").GetString()!;
        log.ShouldNotContain("of-the-job");
        log.ShouldContain("CapEff:\t0000000000000000");
        log.ShouldContain("docker.sock: No such file");
        log.ShouldNotContain("eth0");
        log.ShouldNotContain(Sources.Path);
    }
}
