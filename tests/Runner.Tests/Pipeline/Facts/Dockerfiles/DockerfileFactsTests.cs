using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Dockerfiles;

public sealed class DockerfileFactsTests
{
    [Fact]
    public async Task Stages_HoldTheirInstructions()
    {
        var file = await Collected.OneAsync(
            "dockerfile",
            "Dockerfile",
            "# syntax=docker/dockerfile:1\nFROM alpine:3 AS Build\nRUN --mount=type=cache,target=/x a \\\n  b\nFROM scratch\nUSER 1000\n");

        file.Json("directives").ShouldBe("""[{"name":"syntax","value":"docker/dockerfile:1","line":1}]""");
        file.GetProperty("stages")[0].Json("name", "base", "line").ShouldBe("\"build\" \"alpine:3\" 2");
        var run = file.GetProperty("stages")[0].GetProperty("instructions")[0];
        run.Json("flags", "where").ShouldBe("""[{"name":"mount","value":"type=cache,target=/x"}] {"path":"Dockerfile","line":3,"endLine":4,"column":1}""");
        file.GetProperty("stages")[1].GetProperty("instructions")[0].Json("name", "arguments").ShouldBe("\"USER\" [\"1000\"]");
    }

    [Fact]
    public async Task WhatTheBuilderRefuses_HasAPlace() =>
        (await Collected.RefusalAsync("dockerfile", "Dockerfile", "FROM a\nNONSENSE x\n")).ShouldStartWith("Dockerfile:2:1: ");
}
