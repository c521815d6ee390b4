using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Engines;

/// <summary>Where nothing is built, or not to its end; and that nothing of it stays.</summary>
[Collection("proven builds")]
public sealed class UnprovenBuildStories : ProvenBuild
{
    [Fact]
    public void WithASigningKey_NothingIsBuilt()
    {
        Build("{ name: shop }", ("Dockerfile", $"FROM {Image}\n"));
        var key = Path.Combine(Sources.Path, "..", Path.GetRandomFileName());
        ExternalProgram.Run("openssl", ["genpkey", "-algorithm", "ed25519", "-out", key]).ExitCode.ShouldBe(0);
        try
        {
            var run = Run(new Dictionary<string, string>(StringComparer.Ordinal) { ["GATES_EVIDENCE_KEY_FILE"] = key });
            run.ExitCode.ShouldBe(3);
            run.Output.ShouldContain("nothing is built here, because this process holds a signing key (GATES_EVIDENCE_KEY)");
        }
        finally
        {
            File.Delete(key);
        }
    }

    [Theory]
    [InlineData("FROM local/busybox:1\nRUN --mount=type=secret,id=x true\n",
        "Dockerfile:2: RUN --mount is not for the engine's own builder; leave `builder` away")]
    [InlineData("FROM local/never:1\n", "Dockerfile:1: the image docker.io/local/never:1 is not on the engine at ")]
    [InlineData("ARG B\nFROM $B\n", "Dockerfile:2: the image of FROM is not known: ")]
    [InlineData("FROM a\nNONSENSE\n", "Dockerfile:2:1: ")]
    public void WhatCannotBeBuilt_IsNotEvaluated_WithItsLine(string dockerfile, string why)
    {
        Build("{ name: shop, builder: engine }", ("Dockerfile", dockerfile));
        var run = Run();
        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain(why);
    }

    [Fact]
    public void WithoutDocker_NothingIsEvaluated()
    {
        Build("{ name: shop }", ("Dockerfile", $"FROM {Image}\n"));
        var run = Run(new Dictionary<string, string>(StringComparer.Ordinal) { ["DOCKER_HOST"] = "unix:///tmp/no-such.sock" });
        run.ExitCode.ShouldBe(3);
        run.Output.ShouldContain("Docker at unix:///tmp/no-such.sock: there is no such socket; start Docker, or name the address of another with DOCKER_HOST");
    }

    [Fact]
    public void ABuildThatTakesTooLong_OrTooMuch_IsEnded()
    {
        Build("{ name: shop, time: 15s }", ("Dockerfile", $"FROM {Image}\nRUN echo hello; sleep 300\n"));
        var late = Run();
        late.ExitCode.ShouldBe(3, late.ToString());
        late.Output.ShouldContain("shop: the build did not end within its `time` of 15s; it was ended. Last it said: hello");
        NothingIsLeft();
        Build("{ name: shop, size: 3m }", ("Dockerfile", $"FROM {Image}\nRUN dd if=/dev/zero of=/big bs=1M count=20\n"));
        var large = Run();
        large.ExitCode.ShouldBe(3, large.ToString());
        large.Output.ShouldContain("more than the `size` of 3m that it may have");
        NothingIsLeft();
    }

    [Fact]
    public async Task ASignal_LeavesNothingRunning()
    {
        Build("{ name: shop }", ("Dockerfile", $"FROM {Image}\nRUN sleep 301\n"));
        using var process = GatesProcess.Start(Sources.Path, ["run", "--gates", "hermetic-build", "--no-sign"]);
        while (!ExternalProgram.Run("docker", ["ps", "--no-trunc"]).Output.Contains("sleep 301", StringComparison.Ordinal))
        {
            process.HasExited.ShouldBeFalse();
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        ExternalProgram.Run("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).ExitCode.ShouldBe(0);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(3);
        NothingIsLeft();
    }

    [Fact]
    public async Task WhatAKilledRunLeft_GoesWithTheNext()
    {
        Build($"{{ name: make, command: [sleep, '302'], image: '{Image}' }}", ("a", "b"));
        using var process = GatesProcess.Start(Sources.Path, ["run", "--gates", "hermetic-build", "--no-sign"]);
        while (!ExternalProgram.Run("docker", ["ps", "--no-trunc"]).Output.Contains("sleep 302", StringComparison.Ordinal))
        {
            process.HasExited.ShouldBeFalse();
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Left().ShouldNotBeEmpty("the engine knows nothing of the end of a client");
        Build($"{{ name: make, command: [mkdir, o], image: '{Image}', twice: false }}", ("a", "b"));
        Run().ExitCode.ShouldBe(0);
        Facts("make").GetProperty("reaped").GetInt32().ShouldBe(1);
        NothingIsLeft();
    }

    /// <summary>Debian's own tool, on the same builds made by hand.</summary>
    [Fact]
    public void Diffoscope_NamesTheSameFiles()
    {
        Assert.SkipUnless(ExternalProgram.Exists("diffoscope"), "needs diffoscope (Debian: diffoscope-minimal)");
        const string Leaks = $"FROM {Image}\nRUN echo same > /same-file; date > /leaks-time; "
            + "head -c 16 /dev/urandom > /leaks-random\nRUN (cat /etc/hostname) > /leaks-host\n";
        Build("{ name: shop }", ("Dockerfile", Leaks));
        Run().ExitCode.ShouldBe(1);
        var ours = Facts("shop").GetProperty("compared").GetProperty("differing").EnumerateArray().Select(one => one.GetProperty("path").GetString()!).ToList();
        ours.Order(StringComparer.Ordinal).ShouldBe(["leaks-host", "leaks-random", "leaks-time"]);
        using var folder = new TempFolder();
        foreach (var name in new[] { "one", "two" })
        {
            var image = Docker("build", "-q", "--no-cache", "--force-rm", "--network=none", Sources.Path);
            var container = Docker("create", image, "true");
            Docker("export", "-o", Path.Combine(folder.Path, name + ".tar"), container);
            Docker("rm", container);
            Docker("rmi", image);
        }

        var told = ExternalProgram.Run("diffoscope",
            ["--exclude-directory-metadata=yes", Path.Combine(folder.Path, "one.tar"), Path.Combine(folder.Path, "two.tar")]).Output;
        ours.ShouldAllBe(path => told.Contains("─ " + path, StringComparison.Ordinal), told);
        told.ShouldNotContain("─ same-file");
    }

    /// <summary>Debian's own tool, with the same circumstances varied.</summary>
    [Theory]
    [InlineData("sort data > made", true)]
    [InlineData("(pwd; date) > made", false)]
    public void Reprotest_ComesToTheSame(string command, bool isReproducible)
    {
        Assert.SkipUnless(ExternalProgram.Exists("reprotest"), "needs reprotest");
        Build($"{{ name: make, command: [sh, -c, '{command}'], image: '{Image}' }}", ("data", "b\na\n"));
        Run().ExitCode.ShouldBe(isReproducible ? 0 : 1);
        using var folder = new TempFolder();
        folder.Write("data", "b\na\n");
        var judged = ExternalProgram.Run(
            "reprotest", ["--no-diffoscope", "--vary=-all,+timezone,+build_path,+environment", "--source-pattern", "data", command, "made"], folder.Path);
        (judged.ExitCode == 0).ShouldBe(isReproducible, judged.Output + judged.Error);
    }

    [Fact]
    public void APullRequest_CannotTurnItOn()
    {
        Sources.Write(".github/gates.yml", "version: 1\ngates: { hermetic-build: { mode: enforce } }\n").Write("Dockerfile", $"FROM {Image}\n");
        var first = Sources.Commit();
        Build("{ name: shop }", ("Dockerfile", $"FROM {Image}\nRUN echo built > /x\n"));
        var run = GatesProcess.Run(
            Sources.Path,
            ["run", "--gates", "hermetic-build", "--no-sign", "--base", first],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["GITHUB_ACTIONS"] = "true", ["GITHUB_EVENT_NAME"] = "pull_request" });
        run.Output.ShouldContain("What this change's own edits make of hermetic-build is not known: it would ask a server");
        Directory.Exists(Out("build")).ShouldBeFalse(run.ToString());
    }
}
