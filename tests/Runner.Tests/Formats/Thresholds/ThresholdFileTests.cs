using Gates.Formats.Foundation;
using Gates.Formats.Thresholds;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Thresholds;

public sealed class ThresholdFileTests
{
    internal const string Text = """
        version: 1
        global:
          http_req_duration:
            warning: ["p(95) < 150"]
            error: ["p(95) < 400", "avg < 100"]
          error-rate: [rate < 0.01]
        mode:
          stress: { http_req_duration: ["p(95) < 800"] }
          smoke: {}
        service:
          checkout: { http_req_duration: ["p(95) < 180"] }
        """;

    [Theory]
    [InlineData(
        "",
        "",
        "error-rate rate < 0.01 (global) | http_req_duration avg < 100 (global) | http_req_duration p(95) < 150 (global) | http_req_duration p(95) < 400 (global)")]
    [InlineData(
        "",
        "stress",
        "error-rate rate < 0.01 (global) | http_req_duration avg < 100 (global) | http_req_duration p(95) < 150 (global) | http_req_duration p(95) < 800 (mode stress)")]
    [InlineData(
        "checkout",
        "stress",
        "error-rate rate < 0.01 (global) | http_req_duration avg < 100 (global) | http_req_duration p(95) < 150 (global) | http_req_duration p(95) < 180 (service checkout)")]
    public void Resolve_ServiceOverModeOverGlobal_EachNumberByItself(string service, string mode, string expected) =>
        string.Join(
            " | ",
            Read(Text)
                .Resolve(service, mode)
                .Select(one => $"{one.Entry.Metric} {one.Entry.Expression} {one.Origin[one.Origin.IndexOf('(', StringComparison.Ordinal)..]}")).ShouldBe(
                    expected);

    [Fact]
    public void Resolve_WhatIsReplaced_IsNamedNearestFirst() =>
        Read(Text).Resolve("checkout", "stress").Single(one => one.Replaced.Count > 0).Replaced
            .ShouldBe(["p(95) < 800 of t.yml:8 (mode stress)", "p(95) < 400 of t.yml:5 (global)"]);

    [Theory]
    [InlineData(
        "chekout",
        "",
        "t.yml: key `service`: has no \"chekout\"; did you mean \"checkout\"? valid: checkout; write `chekout: {}` under `service` to take the limits above it")]
    [InlineData("", "soak", "t.yml: key `mode`: has no \"soak\"; valid: stress, smoke; write `soak: {}` under `mode` to take the limits above it")]
    public void Resolve_AnUnknownName_IsRefused(string service, string mode, string expected) =>
        Should.Throw<UsageException>(() => Read(Text).Resolve(service, mode)).Message.ShouldBe(expected);

    [Theory]
    [InlineData("version: 2", "t.yml:1:10: key `version`: 2 is not a version this program reads; valid: 1")]
    [InlineData("global: {}", "t.yml:1:1: key `version`: is missing; write `version: 1`")]
    [InlineData("version: 1\nglobl: {}", "t.yml:2:1: key `globl`: is not known; did you mean \"global\"? valid: version, global, mode, service")]
    [InlineData(
        "version: 1\nglobal: { d: [\"p(95) < 5s\"] }",
        "t.yml:2:15: key `global.d[0]`: \"p(95) < 5s\" has \"5s\" where a number belongs; there are no units here: times are milliseconds, shares go from 0 to 1")]
    [InlineData(
        "version: 1\nglobal: { d: { eror: [] } }",
        "t.yml:2:16: key `global.d.eror`: is not known; did you mean \"error\"? valid: note, warning, error")]
    [InlineData(
        "version: 1\nglobal: { d: 5 }",
        "t.yml:2:14: key `global.d`: 5 is not a list of limits; write for example [\"p(95) < 500\"], or a list for each of note, warning, error")]
    [InlineData("version: 1\nglobal: { \"d{\": [] }", "t.yml:2:11: key `global.\"d{\"`: has braces that do not match; write metric{tag:value}")]
    [InlineData(
        "version: 1\nglobal:\n  d: [avg < 5, avg <= 6]",
        "t.yml:3:1: key `global`: has two limits for avg of d with the severity error; one of them would never count")]
    public void Read_WhatIsWrong_IsNamedWithItsPlace(string text, string expected) => Should.Throw<UsageException>(() => Read(text)).Message.ShouldBe(expected);

    private static ThresholdFile Read(string text) => ThresholdFileReader.Read(text, "t.yml");
}
