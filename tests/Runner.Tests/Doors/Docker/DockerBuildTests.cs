using System.Text;
using System.Text.Json;
using Gates.Doors.Docker;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Docker;

/// <summary>What is asked of an engine when something is built or run, and what its answers mean.</summary>
public sealed class DockerBuildTests : EngineOnASocket
{
    private const string Build = "POST /v1.41/build";

    private static readonly BuildOrder Order = new("gates-build-1:a", "Dockerfile")
    {
        Memory = 1 << 30,
        Cpus = 1.5,
        Arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["SOURCE_DATE_EPOCH"] = "1" },
    };

    [Fact]
    public async Task AnImage_IsBuiltWithoutNetworkCacheAndPull_WithinItsLimits()
    {
        var said = new StringBuilder();
        ExpectBuild("{\"stream\":\"Step 1/1 : FROM x\\n\"}\r\n{\"aux\":{\"ID\":\"sha256:aa\"}}\r\n{\"stream\":\"done\"}\n");
        using var engine = Engine();
        (await engine.Images.BuildAsync(Order, new MemoryStream([1, 2, 3]), text => said.Append(text), Token)).ShouldBeNull();
        said.ToString().ShouldBe("Step 1/1 : FROM x\ndone");
        var query = Uri.UnescapeDataString(Server.Heads[1].Split(' ')[1]);
        foreach (var part in new[] { "networkmode=none", "memory=1073741824", "memswap=1073741824", "cpuquota=150000", "cpuperiod=100000",
            "SOURCE_DATE_EPOCH" })
        {
            query.ShouldContain(part);
        }

        query.ShouldMatch("nocache=(1|true)", query);
        query.ShouldMatch("forcerm=(1|true)", query);
        query.ShouldNotContain("pull=");
    }

    [Fact]
    public async Task WhatFails_IsGivenAsItsReason()
    {
        ExpectBuild("{\"errorDetail\":{\"code\":1,\"message\":\"x\"},\"error\":\"The command returned a non-zero code: 1\"}\n");
        using var engine = Engine();
        (await engine.Images.BuildAsync(Order, Stream.Null, _ => { }, Token)).ShouldBe("The command returned a non-zero code: 1");
    }

    [Fact]
    public async Task AnEngineThatDiesInTheMiddle_IsNamed()
    {
        Server.Expect("GET /version", 200, Version20);
        Server.ExpectAny(Build, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"stream\":\"a\"}\r\n\r\n");
        using var engine = Engine();
        await FailsAsync(
            () => engine.Images.BuildAsync(Order, Stream.Null, _ => { }, Token),
            "Unreachable",
            "it ended the connection in the middle of its answer; it died or was stopped, look into its log");
    }

    [Fact]
    public async Task ABuildThatHangs_EndsWhenItIsCancelled()
    {
        Server.Expect("GET /version", 200, Version20);
        Server.ExpectAny(Build, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"stream\":\"a\"}\r\n\r\n", ends: false);
        using var engine = Engine();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var heard = new TaskCompletionSource();
        var building = engine.Images.BuildAsync(Order, Stream.Null, _ => heard.TrySetResult(), cancel.Token);
        await heard.Task.WaitAsync(Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => building);
    }

    [Fact]
    public async Task ALineWithoutEnd_IsCutOff()
    {
        ExpectBuild("{\"stream\":\"" + new string('a', 3 << 20));
        using var engine = Engine();
        (await Should.ThrowAsync<DockerException>(() => engine.Images.BuildAsync(Order, Stream.Null, _ => { }, Token))).Fault.ToString().ShouldBe("TooLarge");
    }

    [Theory]
    [InlineData("../containers/x")]
    [InlineData("a?force=1")]
    [InlineData("A")]
    [InlineData("")]
    public async Task WhatIsNoNameOfOurs_IsNeverRemoved(string name)
    {
        using var engine = Engine();
        await Should.ThrowAsync<ArgumentException>(() => engine.Images.RemoveAsync(name, Token));
    }

    [Fact]
    public async Task AContainer_HasNoNetwork_NoMounts_NoRights_AndNoVariablesOfOurs()
    {
        Server.Expect("GET /version", 200, Version20);
        Server.ExpectAny("POST /v1.41/containers/create",
            "HTTP/1.1 201 Created\r\nContent-Length: 28\r\nConnection: close\r\n\r\n{\"Id\":\"abc\",\"Warnings\":null}");
        using var engine = Engine();
        await engine.Containers.CreateAsync(
            new ContainerOrder("gates-build-1-x", "sha256:aa", ["make", "all"])
            {
                Memory = 1 << 28,
                Cpus = 1,
                Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "b" },
                Labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["gates.run"] = "1" },
            },
            Token);
        using var body = JsonDocument.Parse(Server.Bodies[1]);
        var host = body.RootElement.GetProperty("HostConfig");
        host.GetProperty("NetworkMode").GetString().ShouldBe("none");
        host.GetProperty("CapDrop")[0].GetString().ShouldBe("ALL");
        host.GetProperty("SecurityOpt")[0].GetString().ShouldBe("no-new-privileges");
        host.GetProperty("PidsLimit").GetInt64().ShouldBe(1_024);
        host.GetProperty("Memory").GetInt64().ShouldBe(1 << 28);
        foreach (var mount in new[] { "Binds", "Mounts", "VolumesFrom", "Devices" })
        {
            (!host.TryGetProperty(mount, out var value) || value.ValueKind == JsonValueKind.Null || value.GetArrayLength() == 0).ShouldBeTrue(mount);
        }

        (!host.TryGetProperty("Privileged", out var privileged) || !privileged.GetBoolean()).ShouldBeTrue();
        body.RootElement.GetProperty("Env").EnumerateArray().Select(one => one.GetString()).ShouldBe(["A=b"]);
        body.RootElement.GetProperty("Labels").GetProperty("gates.run").GetString().ShouldBe("1");
    }

    private void ExpectBuild(string answer)
    {
        Server.Expect("GET /version", 200, Version20);
        Server.ExpectAny(Build, $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(answer)}\r\nConnection: close\r\n\r\n{answer}");
    }
}
