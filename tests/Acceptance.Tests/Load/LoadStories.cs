using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Load;

/// <summary>A team makes load with k6's options and no script, and the gate judges what came out.</summary>
public sealed class LoadStories : IDisposable
{
    private readonly LoadServer server = new();
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void ACheckout_IsLoaded_AndEveryShapeIsWritten()
    {
        folder.Write("users.csv", "name\nann\nbob\n");
        folder.Write("load.yaml", $$"""
            secrets: [API_TOKEN]
            baseUrl: {{server.BaseUrl}}
            data: { users: users.csv }
            scenarios:
              buy: { executor: per-vu-iterations, vus: 2, iterations: 5 }
            requests:
              - name: login
                url: "/login?user=${users.name}"
                method: POST
                headers: { Authorization: "Bearer ${env.API_TOKEN}" }
                extract: { token: { json: "data.tokens[0]" } }
              - { name: cart, group: shop, url: /cart, headers: { X-Token: "${token}" }, expect: { status: 200, body-contains: ok } }
              - { name: home, url: /home }
            thresholds:
              http_req_failed: ["rate==0"]
              http_req_duration: ["p(95)<5000"]
              "checks{check:cart: status is 200}": ["rate==1"]
            """);
        var output = Run(
            [
                "load", "load.yaml", "--summary", "out/b.json", "--summary-export", "out/a.json", "--machine-summary", "out/c.json",
                "--points", "out/d.json.gz", "--page", "out/page.html",
            ],
            ("API_TOKEN", "top-s3cret"));
        output.ExitCode.ShouldBe(0, output.Error);
        output.Output.ShouldContain("PASSED  load.yaml: every threshold held; no failed request");
        server.Seen.Count(one => one.Request == "POST /login?user=ann" && one.Authorization == "Bearer top-s3cret").ShouldBe(5);
        server.Seen.Count(one => one.Request == "GET /").ShouldBe(10);
        using var summary = JsonDocument.Parse(folder.Read("out/b.json"));
        Value(summary, "http_reqs", "count").ShouldBe(40);
        Value(summary, "iterations", "count").ShouldBe(10);
        folder.Read("out/page.html").ShouldContain("<svg");
        foreach (var file in new[] { "a.json", "b.json", "c.json", "page.html" })
        {
            folder.Read("out/" + file).ShouldNotContain("top-s3cret", Case.Sensitive, file);
        }

        (output.Output + output.Error).ShouldNotContain("top-s3cret");
    }

    /// <summary>A canary of what the driver says and what the gate reads: both judge the same thresholds, from each file.</summary>
    [Theory]
    [InlineData("--summary", "k6/run.json")]
    [InlineData("--summary-export", "k6/run.json")]
    [InlineData("--points", "k6/run.json.gz")]
    public void PerfBudget_ReadsWhatWasWritten_AndComesToTheSameVerdict(string option, string file)
    {
        using var repository = new TempRepository();
        repository.Write("load.yaml", $$"""
            iterations: 20
            requests: [{ url: "{{server.BaseUrl}}/missing", name: gone }]
            thresholds: { http_req_failed: ["rate<0.5"], http_req_duration: ["p(95)<5000"] }
            """);
        repository.Write(".github/gates.yml", $$"""
            version: 1
            gates: { perf-budget: { with: { current: ["{{file}}"] } } }
            """);
        repository.Commit();
        GatesProcess.Run(repository.Path, ["load", "load.yaml", option, file]).ExitCode.ShouldBe(1);
        var gate = GatesProcess.Run(repository.Path, ["run", "--no-sign"]);
        gate.ExitCode.ShouldBe(1, gate.ToString());
        gate.Output.ShouldContain("rate<0.5");
        gate.Output.ShouldNotContain("p(95)<5000");
    }

    [Fact]
    public void AnOpenModel_CountsWhatTheServerKeptWaiting()
    {
        folder.Write("load.yaml", $$"""
            scenarios: { a: { executor: constant-arrival-rate, rate: 50, duration: 2s, preAllocatedVUs: 2, maxVUs: 4 } }
            requests: [{ url: "{{server.BaseUrl}}/slow" }]
            thresholds: { dropped_iterations: ["count==0"] }
            """);
        var output = Run(["load", "load.yaml", "--format", "json"]);
        output.ExitCode.ShouldBe(1, output.Error);
        using var summary = JsonDocument.Parse(output.Output);
        var (done, dropped) = (Value(summary, "iterations", "count"), Value(summary, "dropped_iterations", "count"));
        (done + dropped).ShouldBe(100);
        dropped.ShouldBeGreaterThan(50);
        Value(summary, "http_req_duration_intended", "min").ShouldBeGreaterThanOrEqualTo(Value(summary, "http_req_duration", "min"));
    }

    [Fact]
    public void ADeploy_IsProvenWithoutAFailedRequest_OrWhichAndWhen()
    {
        folder.Write("load.yaml", $$"""
            noFailures: true
            scenarios: { a: { executor: constant-arrival-rate, rate: 50, duration: 3s, preAllocatedVUs: 5 } }
            requests: [{ url: "{{server.BaseUrl}}/flaky", name: status }]
            """);
        using var outage = new Timer(_ => server.IsDown = server.Seen.Count is > 40 and < 80, null, 0, 5);
        var output = Run(["load", "load.yaml", "--summary", "b.json"]);
        output.ExitCode.ShouldBe(1, output.Error);
        output.Output.ShouldContain("status: status 503, ");
        using var summary = JsonDocument.Parse(folder.Read("b.json"));
        var failures = summary.RootElement.GetProperty("gates").GetProperty("failures");
        failures.GetProperty("count").GetInt64().ShouldBeGreaterThan(10);
        failures.GetProperty("windows").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void SoManyItemsInAGivenTime_AreAThreshold()
    {
        folder.Write("load.yaml", $$"""
            scenarios: { items: { executor: shared-iterations, vus: 4, iterations: 1000, maxDuration: 30m } }
            requests: [{ url: "{{server.BaseUrl}}/" }]
            thresholds: { iterations: ["count>=1000"], iteration_duration: ["p(99)<90000"], http_req_failed: ["rate<0.005"] }
            """);
        Run(["load", "load.yaml"]).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void ARedirectElsewhere_IsNotFollowed()
    {
        folder.Write("load.yaml", $$"""
            iterations: 1
            requests: [{ url: "{{server.BaseUrl}}/away", name: away }]
            thresholds: { http_req_failed: ["rate==0"] }
            """);
        var output = Run(["load", "load.yaml"]);
        output.ExitCode.ShouldBe(1);
        output.Output.ShouldContain("away: redirected to a server that the file does not name");
    }

    [Fact]
    public void AbortOnFail_EndsTheRunEarly_AndMarksIt()
    {
        folder.Write("load.yaml", $$"""
            vus: 1
            duration: 5m
            requests: [{ url: "{{server.BaseUrl}}/missing", think: 20ms }]
            thresholds: { http_req_failed: [{ threshold: "rate<0.5", abortOnFail: true }] }
            """);
        var output = Run(["load", "load.yaml"]);
        output.ExitCode.ShouldBe(1, output.Error);
        output.Output.ShouldContain("abortOnFail ended the run");
    }

    [Fact]
    public async Task CtrlC_WritesAMarkedPartialSummary()
    {
        folder.Write("load.yaml", $$"""
            vus: 2
            duration: 5m
            requests: [{ url: "{{server.BaseUrl}}/", think: 10ms }]
            """);
        using var process = GatesProcess.Start(folder.Path, ["load", "load.yaml", "--summary", "b.json"]);
        while (server.Seen.Count < 20)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        using (var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(3);
        using var summary = JsonDocument.Parse(folder.Read("b.json"));
        summary.RootElement.GetProperty("gates").GetProperty("stopped").GetString().ShouldBe("interrupted");
        Value(summary, "http_reqs", "count").ShouldBeGreaterThan(10);
    }

    [Fact]
    public void AServerThatIsNotThere_CouldNotBeMeasured()
    {
        folder.Write("load.yaml", "requests: [{ url: \"http://127.0.0.1:1/\" }]\n");
        var output = Run(["load", "load.yaml"]);
        output.ExitCode.ShouldBe(3);
        output.Output.ShouldContain("COULD NOT EVALUATE  load.yaml: no request got an answer: connection refused");
    }

    [Fact]
    public void AMistakeInTheFile_IsUsage()
    {
        folder.Write("load.yaml", "vus: many\nrequests: [{ url: \"http://127.0.0.1/\" }]\n");
        var output = Run(["load", "load.yaml"]);
        output.ExitCode.ShouldBe(2);
        output.Error.ShouldContain("load.yaml:1:6: key `vus`: \"many\" is not a whole number");
    }

    private GatesOutput Run(IReadOnlyList<string> arguments, params (string Name, string Value)[] variables) =>
        GatesProcess.Run(folder.Path, arguments, variables.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal));

    private static double Value(JsonDocument summary, string metric, string value) =>
        summary.RootElement.GetProperty("metrics").GetProperty(metric).GetProperty("values").GetProperty(value).GetDouble();
}
