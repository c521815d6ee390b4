using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Tests.Publishing;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Terminals;

/// <summary>The first Ctrl-C ends whatever is going on, keeps what is finished, and leaves no process behind.</summary>
public sealed class CtrlCStories
{
    /// <value>A second, and what a machine adds that runs other tests.</value>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(4);

    private const string Endless = "function judge(evidence, settings, report) { let a = 3n; for (;;) a *= a; }\n";

    public CtrlCStories() => Assert.SkipUnless(PseudoTerminal.IsHere, "needs script and stty (Debian: bsdutils, coreutils)");

    [Theory]
    [InlineData(80, "TERM=xterm")]
    [InlineData(200, "TERM=dumb")]
    public async Task Run_SaysHowManyFinishedAndNothingElsePasses(int columns, string term)
    {
        using var repository = FourGates();
        using var terminal = PseudoTerminal.Start(
            repository.Path,
            ["run"],
            columns,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["TERM"] = term[5..] });
        await UntilBusyAsync(await terminal.ProgramIdAsync());

        (await InterruptAsync(terminal)).ShouldBe(3, terminal.Screen);

        string.Join(
            ' ',
            terminal.Screen
                .Split('\n')
                .Select(line => line.Trim())).ShouldContain("INTERRUPTED: 2 of 4 gates finished; slow and recorded interrupted; quick and other passed.");
        var results = Json(repository, "results.json");
        ((string?)results["verdict"], (bool?)results["interrupted"], (int)results["exitCode"]!).ShouldBe(("errored", true, 3));
        results["gates"]!.AsArray()
            .Select(gate => $"{gate!["id"]} {gate["verdict"]} {gate["interrupted"]}")
            .ShouldBe(["slow errored true", "recorded errored true", "quick passed ", "other passed "]);
        Json(repository, "run.json")["complete"]!.GetValue<bool>().ShouldBeTrue();
        File.ReadAllText(Out(repository, "summary.md")).ShouldStartWith("## Gates: interrupted\n\n2 of 4 gates finished; ");
        File.ReadAllText(Out(repository, "report.html")).ShouldContain("<h1 id=\"verdict\">interrupted</h1>");
        File.ReadAllText(Out(repository, "results.sarif")).ShouldContain("INTERRUPTED: 2 of 4 gates finished.");
        File.ReadAllText(Out(repository, "results.junit.xml")).ShouldContain("errors=\"2\"");
    }

    [Fact]
    public async Task SignedEvidence_OfAnInterruptedRunNeverSaysPassed()
    {
        using var repository = FourGates();
        using var terminal = PseudoTerminal.Start(repository.Path, ["run"]);
        await UntilBusyAsync(await terminal.ProgramIdAsync());

        (await InterruptAsync(terminal)).ShouldBe(3, terminal.Screen);

        var bundles = Directory.GetFiles(Out(repository, "bundles"));
        bundles.Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["_decision.sigstore.json", "_run.sigstore.json", "_vsa.sigstore.json", "recorded.sigstore.json", "slow.sigstore.json"]);
        foreach (var bundle in bundles)
        {
            var payload = JsonNode.Parse(File.ReadAllText(bundle))!["dsseEnvelope"]!["payload"]!.GetValue<string>();
            Encoding.UTF8.GetString(Convert.FromBase64String(payload)).ShouldNotContain("PASSED", Case.Sensitive, bundle);
        }
    }

    [Theory]
    [InlineData("baseline", 1.0)]
    [InlineData("record slow one", 1.0)]
    [InlineData("test", 0.2)]
    [InlineData("eval policies/slow --evidence facts.json", 0.2)]
    public async Task NativeLoopOfAPolicy_EndsAndWritesNothing(string command, double seconds)
    {
        using var repository = FourGates();
        using var terminal = PseudoTerminal.Start(repository.Path, command.Split(' '));
        var program = await terminal.ProgramIdAsync();
        await UntilBusyAsync(program, seconds);

        (await InterruptAsync(terminal)).ShouldBe(3, terminal.Screen);

        terminal.Screen.ShouldContain("gates: INTERRUPTED\n");
        repository.Git("status", "--porcelain").ShouldBe("");
    }

    /// <summary>A Prometheus that takes the question and never answers.</summary>
    [Fact]
    public async Task LiveCanary_EndsInTheMiddleOfAQuestion()
    {
        using var prometheus = new TcpListener(IPAddress.Loopback, 0);
        prometheus.Start();
        using var repository = new TempRepository().Write(".github/gates.yml", $$"""
            version: 1
            gates:
              canary-slo:
                with:
                  prometheus: { url: "http://{{prometheus.LocalEndpoint}}" }
                  step: 1s
                  stages: [{ weight: 100, for: 15m }]
                  objectives:
                    - { name: error-rate, bad: 'sum(rate(bad[1m]))', total: 'sum(rate(all[1m]))', max: 0.01 }
            """);
        repository.Commit();
        using var terminal = PseudoTerminal.Start(repository.Path, ["run", "--no-sign"]);
        await terminal.UntilAsync("canary-slo");
        using var question = await prometheus.AcceptTcpClientAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        (await InterruptAsync(terminal)).ShouldBe(3, terminal.Screen);

        terminal.Screen.ShouldContain("INTERRUPTED: 0 of 1 gate finished; canary-slo interrupted.");
    }

    /// <summary>A GitHub that takes the request and never answers; of what is asked, nothing is kept.</summary>
    [Fact]
    public async Task Publish_EndsInTheMiddleOfARequest()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var job = new PublishingJob((".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n"));
        var clone = job.CheckOut("refs/heads/main");
        var variables = job.Variables("push", new JsonObject(), "refs/heads/main", permissions: null);
        GatesProcess.Run(clone, ["run"], variables).ExitCode.ShouldBe(0);
        variables["GITHUB_API_URL"] = $"http://{server.LocalEndpoint}";
        variables["GITHUB_GRAPHQL_URL"] = $"http://{server.LocalEndpoint}/graphql";
        using var terminal = PseudoTerminal.Start(clone, ["publish"], environment: variables);
        using var request = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        (await InterruptAsync(terminal)).ShouldBe(3, terminal.Screen);

        terminal.Screen.ShouldContain("gates: INTERRUPTED\n");
    }

    /// <summary>git waits for a remote that never answers.</summary>
    [Fact]
    public async Task Fetch_EndsWithItsGit()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var job = new PublishingJob((".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n"));
        var clone = job.CheckOut("refs/heads/main");
        TempRepository.Run(clone, "remote", "set-url", "origin", $"http://{server.LocalEndpoint}/acme/web");
        using var terminal = PseudoTerminal.Start(clone, ["run", "--base", new string('1', 40)]);
        using var request = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        (await InterruptAsync(terminal)).ShouldBe(3, terminal.Screen);

        terminal.Screen.ShouldContain("gates: INTERRUPTED\n");
    }

    /// <summary>Nobody may be able to say what becomes of its children once a process is killed; the worker sees to that itself.</summary>
    [Fact]
    public async Task KilledRun_TakesItsWorkerWithIt()
    {
        using var repository = FourGates();
        using var process = GatesProcess.Start(repository.Path, ["run"]);
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
            && !line.StartsWith("other: passed", StringComparison.Ordinal))
        {
        }

        var children = ProcessList.ChildrenOf(process.Id);
        children.ShouldNotBeEmpty();
        process.Kill();

        var patience = Stopwatch.StartNew();
        while (children.Any(ProcessList.IsRunning) && patience.Elapsed < Soon)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }

        children.Where(ProcessList.IsRunning).ShouldBeEmpty();
    }

    private static TempRepository FourGates()
    {
        var repository = new TempRepository()
            .Write(".github/gates.yml", """
                version: 1
                defaults: { policy-timeout: 10m }
                gates:
                  quick: { policy: policies/quick.js, facts: { files: ["**"] } }
                  other: { needs: [quick], policy: policies/quick.js, facts: { files: ["**"] } }
                  slow: { needs: [other], policy: policies/slow, facts: { files: ["**"] } }
                  recorded: { mode: audit, needs: [slow], policy: policies/quick.js, facts: { files: ["**"] } }
                """)
            .Write("policies/quick.js", "function judge(evidence, settings, report) { report.pass(\"seen\", \"fine\"); }\n")
            .Write("policies/slow/policy.js", Endless)
            .Write("policies/slow/policy.json", """{ "title": "Slow", "facts": { "files": ["**"] } }""")
            .Write("policies/slow/cases/one/files/a.txt", "x\n")
            .Write("policies/slow/cases/one/expected.json", """{ "verdict": "passed" }""")
            .Write("facts.json", """{ "files": [] }""");
        repository.Commit();
        return repository;
    }

    /// <summary>
    /// Until a worker has been computing for longer than it takes to start; where the loop ends by itself after five seconds, until it has started.
    /// </summary>
    private static async Task UntilBusyAsync(int program, double seconds = 1)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromMinutes(1))
        {
            if (ProcessList.ChildrenOf(program).Any(child => ProcessList.BusyFor(child) > TimeSpan.FromSeconds(seconds)))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("no policy came to its loop");
    }

    /// <returns>The exit code.</returns>
    private static async Task<int> InterruptAsync(PseudoTerminal terminal)
    {
        var program = await terminal.ProgramIdAsync();
        var stopped = Stopwatch.StartNew();
        await terminal.TypeAsync(PseudoTerminal.CtrlC);
        var code = await terminal.EndAsync();
        stopped.Elapsed.ShouldBeLessThan(Soon, terminal.Screen);
        ProcessList.InSession(program).ShouldBeEmpty();
        return code;
    }

    private static string Out(TempRepository repository, string name) => Path.Combine(repository.Path, ".gates/out", name);

    private static JsonNode Json(TempRepository repository, string name) => JsonNode.Parse(File.ReadAllText(Out(repository, name)))!;
}
