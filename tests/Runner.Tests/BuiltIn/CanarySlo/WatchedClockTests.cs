using System.Text.Json;
using Gates.BuiltIn.CanarySlo;
using Gates.BuiltIn.CanarySlo.Objectives;
using Gates.Doors.Prometheus;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.CanarySlo;

/// <summary>A rollout that is watched with what servers really do: clocks that differ, answers in part, several of them.</summary>
public sealed class WatchedClockTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(29);

    private readonly ImpatientTime time = new(Limit);

    [Theory]
    [InlineData(300, 300, "2026-11-22T12:05:00Z")]
    [InlineData(-300, -300, "2026-11-22T11:55:00Z")]
    [InlineData(3, null, "2026-11-22T12:00:00Z")]
    public async Task Inspect_AnotherClock_IsPrometheusThatCounts(int seconds, int? said, string start)
    {
        var stub = new StubPrometheus(time.GetUtcNow(), time) { Ahead = TimeSpan.FromSeconds(seconds) }.With("bad", _ => 0).With("total", _ => 10);

        var facts = await InspectAsync(Options(), stub);

        facts.GetProperty("start").GetString().ShouldBe(start);
        (facts.TryGetProperty("clockAhead", out var ahead) ? ahead.GetDouble() : (double?)null).ShouldBe(said);
        (stub.Ends[^1] - stub.Ends[0]).ShouldBe(3600 - 15);
        facts.GetProperty("objectives")[0].GetProperty("states").GetString().ShouldBe(new string('.', 241));
    }

    [Fact]
    public async Task Inspect_ABreachInAPartOfTheData_IsAskedAgainBeforeItIsBelieved()
    {
        var beginning = time.GetUtcNow();
        var stub = new StubPrometheus(beginning, time) { IsPartial = () => (time.GetUtcNow() - beginning).TotalMinutes is > 20 and < 28 }
            .With("bad", minute => minute is >= 20 and <= 26 ? 0.5 : 0)
            .With("total", _ => 10);

        var facts = await InspectAsync(Options(), stub);

        facts.GetProperty("until").GetString().ShouldBe("2026-11-22T12:25:30Z", "5 minutes of answers in part are as long as it waits for the rest");
        facts.GetProperty("objectives")[0].GetProperty("measure").GetProperty("missing")[0].GetString().ShouldBe("store-1 does not answer");
    }

    [Fact]
    public async Task Inspect_APartOfTheDataAtTheEnd_Holds()
    {
        var beginning = time.GetUtcNow();
        var stub = new StubPrometheus(beginning, time) { IsPartial = () => (time.GetUtcNow() - beginning).TotalMinutes > 59 }
            .With("bad", _ => 0)
            .With("total", _ => 10);

        var facts = await InspectAsync(Options(), stub);

        facts.GetProperty("objectives")[0].GetProperty("holds")[0].GetProperty("reason").GetString().ShouldBe("Partial");
        facts.GetProperty("answers")[0].GetProperty("missing")[0].GetString().ShouldBe("store-1 does not answer");
    }

    [Fact]
    public async Task Inspect_SeveralServers_AreEachAskedForTheirObjectives()
    {
        using var hosts = new Hosts();
        hosts.Of["one.example"] = new StubPrometheus(time.GetUtcNow(), time).With("bad", _ => 0).With("total", _ => 10);
        hosts.Of["two.example"] = new StubPrometheus(time.GetUtcNow(), time).With("bad", _ => 5).With("total", _ => 10);
        var options = Options();
        options.Prometheus.Url = "https://one.example";
        options.Servers =
        [
            new ServerOptions { Name = "eu", Url = "https://two.example" }, new ServerOptions { Name = "unused", Url = "https://x.example", TokenEnv = "T" }
        ];
        options.Objectives = [new() { Name = "b", Bad = "bad", Total = "total", Max = 0.01, Server = "eu" }, options.Objectives[0]];

        var facts = await InspectAsync(options, hosts);

        facts.GetProperty("objectives").EnumerateArray().Select(one => (one.GetProperty("name").GetString(), one.TryGetProperty("breach", out _)))
            .ShouldBe([("b", true), ("errors", false)]);
        facts.GetProperty("answers").EnumerateArray()
            .Select(one => $"{one.GetProperty("query")} {(one.TryGetProperty("server", out var name) ? name.GetString() : "")}")
            .ShouldBe(["bad ", "total ", "bad eu", "total eu"]);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "points", "`breach-points`: \"20 of 12\" is not such as 12 of 20, some of at most 10000 points" },
        { "burn", "`fast-burn.times`: 100 times the limit of \"errors\" is everything or more, which no share exceeds; use fewer times" },
        { "server", "`server`: \"eu\" is none of `servers`, which is empty" },
        { "twice", "`servers`: \"eu\" stands twice; give each its own `name`" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Create_RulesThatCannotBeMeant_SayWhatWouldBeRight(string key, string message)
    {
        var options = Options();
        switch (key)
        {
            case "points":
                options.BreachPoints = "20 of 12";
                break;
            case "burn":
                options.FastBurn.Times = 100;
                break;
            case "server":
                options.Objectives[0].Server = "eu";
                break;
            default:
                options.Servers = [new ServerOptions { Name = "eu", Url = "https://a.example" }, new ServerOptions { Name = "eu", Url = "https://b.example" }];
                break;
        }

        Should.Throw<UsageException>(() => new CanarySloGate(options, new GateServices(time))).Message.ShouldBe("canary-slo: " + message);
    }

    private static CanarySloOptions Options() => new()
    {
        Prometheus = new PrometheusOptions { Url = "https://prometheus.example", Timeout = Limit },
        Objectives = [new ObjectiveOptions { Name = "errors", Bad = "bad", Total = "total", Max = 0.01 }],
    };

    private async Task<JsonElement> InspectAsync(CanarySloOptions options, HttpMessageHandler http)
    {
        foreach (var server in options.Servers)
        {
            server.Timeout = Limit;
        }

        var context = new GateContext(new MemoryTree(), ChangeSet.None, ReadOnlyMemory<byte>.Empty)
        {
            Needs = new Dictionary<string, GateResult>(StringComparer.Ordinal)
        };
        return (await new CanarySloGate(options, new GateServices(time) { Http = http }).InspectAsync(context, CancellationToken.None)).Facts;
    }

    /// <summary>Servers by their host; another host is an error.</summary>
    private sealed class Hosts : HttpMessageHandler
    {
        public Dictionary<string, HttpMessageHandler> Of { get; } = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var invoker = new HttpMessageInvoker(Of[request.RequestUri!.Host], disposeHandler: false);
            return await invoker.SendAsync(request, cancellationToken);
        }
    }
}
