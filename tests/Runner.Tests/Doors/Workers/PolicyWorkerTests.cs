using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gates.Doors.Workers;
using Gates.Formats.Foundation;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Workers;

public sealed class PolicyWorkerTests
{
    private const string Harmless = "function judge(evidence, settings, report) { report.log(evidence.name + settings.mark); }";

    [Fact]
    public async Task Judgement_ComesBackWhole()
    {
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);

        var judgement = await JudgeAsync(worker, """
            function judge(evidence, settings, report) {
              report.error("a/b", "é \u2028 <>&", { path: "x y.yaml", line: 1, column: 2, identity: "i", help: "h" });
              report.pass("p", "ok"); report.metric("m", 1.5, "s"); report.log(evidence.name + settings.mark);
            }
            """);

        judgement.Findings.ShouldBe([new Finding("a/b", Severity.Error, "é \u2028 <>&", new Location("x y.yaml", 1, Column: 2), "i", "h")]);
        judgement.Passed.ShouldBe([new Check("p", "ok")]);
        judgement.Metrics.ShouldBe([new Metric("m", 1.5, "s")]);
        judgement.Log.ShouldBe(["name!"]);
    }

    [Fact]
    public async Task BrokenPolicies_KeepTheProcess_AndSpentOnesReplaceIt()
    {
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        await JudgeAsync(worker, Harmless);
        var first = worker.ProcessId;

        await Should.ThrowAsync<PolicyException>(() => JudgeAsync(worker, "var x = ;"));
        await Should.ThrowAsync<PolicyException>(() => JudgeAsync(worker, "function judge() { throw new Error('x'); }"));
        worker.ProcessId.ShouldBe(first);

        var memory = await Should.ThrowAsync<PolicyException>(() => JudgeAsync(worker, "function judge() { var s = 'x'; while (true) { s += s; } }"));
        memory.Limit.ShouldBe("memory");
        worker.ProcessId.ShouldNotBe(first);
        (await JudgeAsync(worker, Harmless)).Log.ShouldBe(["name!"]);
    }

    [Fact]
    public async Task ProcessThatDiesWhileIdle_IsReplaced_AndNoPolicyIsBlamed()
    {
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        await JudgeAsync(worker, Harmless);

        Process.GetProcessById(worker.ProcessId!.Value).Kill();

        (await JudgeAsync(worker, Harmless)).Log.ShouldBe(["name!"]);
    }

    [Fact]
    public async Task Cancellation_KillsTheJudgement_AndTheNextOneWorks()
    {
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        await JudgeAsync(worker, Harmless);
        var busy = worker.ProcessId!.Value;
        using var source = new CancellationTokenSource();

        var judging = JudgeAsync(worker, "function judge() { while (true) { } }", new PolicyLimits { Timeout = TimeSpan.FromMinutes(1) }, source.Token);
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => judging);
        worker.ProcessId.ShouldNotBe(busy);
        (await JudgeAsync(worker, Harmless)).Log.ShouldBe(["name!"]);
    }

    [Fact]
    public async Task ManyAtOnce_AreAllAnswered()
    {
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);

        var judgements = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => JudgeAsync(worker, Harmless)));

        judgements.ShouldAllBe(judgement => judgement.Log.Single() == "name!");
    }

    [Theory]
    [InlineData(64)]
    [InlineData(256)]
    public async Task MemoryLimit_IsInForce(int mebibytes)
    {
        using var folder = new TempFolder();
        using var process = WorkerProcess.Start(BuiltWorker.Options, (long)mebibytes << 20, folder.Info);

        var ready = await process.Ready;

        ready.ShouldNotBeNull().HeapBytes.ShouldBe((long)mebibytes << 20);
    }

    [Fact]
    public async Task WorkerThatIgnoresItsMemoryLimit_IsNotUsed()
    {
        await using var worker = new PolicyWorker(Shell("echo '{\"started\":true}'; cat"), TimeProvider.System);

        var failure = await Should.ThrowAsync<EvaluationException>(() => JudgeAsync(worker, Harmless));

        failure.Message.ShouldBe("the policy worker /bin/sh cannot be used: it was given 268435456 bytes of memory and may use 0");
    }

    [Fact]
    public async Task Environment_HoldsNothingOfOurs()
    {
        using var folder = new TempFolder();
        using var process = WorkerProcess.Start(Shell("env > seen; echo '{\"started\":true}'; cat"), 256L << 20, folder.Info);
        await process.Ready;

        var names = folder.Read("seen").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]);

        names.Except(["PWD", "OLDPWD", "SHLVL", "_"]).ShouldAllBe(name => name.StartsWith("DOTNET_", StringComparison.Ordinal));
        folder.Read("seen").ShouldContain("DOTNET_GCHeapHardLimit=10000000\n", Case.Sensitive);
    }

    [Fact]
    public async Task Worker_LeavesNoCoreDump_AndGainsNoPrivileges()
    {
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        await JudgeAsync(worker, Harmless);
        var process = string.Create(CultureInfo.InvariantCulture, $"/proc/{worker.ProcessId}");

        (await File.ReadAllLinesAsync(process + "/limits")).Single(line => line.StartsWith("Max core file size", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[4..6].ShouldBe(["0", "0"]);
        (await File.ReadAllTextAsync(process + "/status")).ShouldContain("NoNewPrivs:\t1");
    }

    [Fact]
    public async Task TemporaryFolder_IsGoneAfterwards()
    {
        var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        await JudgeAsync(worker, Harmless);
        var folder = worker.Folder;
        Directory.Exists(folder).ShouldBeTrue();

        await worker.DisposeAsync();

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task MissingProgram_IsAnEvaluationError()
    {
        await using var worker = new PolicyWorker(new PolicyWorkerOptions("/nowhere/gates", []), TimeProvider.System);

        (await Should.ThrowAsync<EvaluationException>(() => JudgeAsync(
            worker,
            Harmless))).Message.ShouldStartWith("the policy worker /nowhere/gates cannot be started: ");
    }

    [Fact]
    public async Task ProgramThatEndsAtOnce_IsAnEvaluationErrorWithItsLastWords()
    {
        await using var worker = new PolicyWorker(Shell("echo no runtime here >&2"), TimeProvider.System);

        (await Should.ThrowAsync<EvaluationException>(() => JudgeAsync(worker, Harmless))).Message
            .ShouldBe("the policy worker /bin/sh ended as it started: no runtime here ");
    }

    [Theory]
    [InlineData("echo nonsense", "the policy worker's answer cannot be used: ", null)]
    [InlineData("echo '{}'", "the policy worker's answer is empty", null)]
    [InlineData("echo '{\"judgement\":{\"findings\":null,\"passed\":[],\"metrics\":[],\"log\":[]}}'", "the policy worker's answer cannot be used: ", null)]
    [InlineData(
        "echo '{\"judgement\":{\"findings\":[],\"passed\":[],\"metrics\":[],\"log\":[],\"charts\":[{\"name\":\"a\",\"start\":\"2026-01-05T12:00:00Z\",\"step\":1,\"lines\":[{\"name\":\"b\",\"values\":[1]}],\"spans\":[{\"at\":1,\"name\":\"c\"}]}]}}'",
        "the policy worker's answer cannot be used: a chart's parts do not fit together",
        null)]
    [InlineData(
        "echo '{\"judgement\":{\"findings\":[],\"passed\":[],\"metrics\":[],\"log\":[],\"pages\":[{\"name\":\"../../x\",\"markdown\":\"y\"}]}}'",
        "the policy worker's answer cannot be used: a page is none",
        null)]
    [InlineData(
        "echo '{\"judgement\":{\"findings\":[],\"passed\":[],\"metrics\":[],\"log\":[],"
            + "\"pages\":[{\"name\":\"x\",\"markdown\":\"y\"},{\"name\":\"x\",\"markdown\":\"z\"}]}}'",
        "the policy worker's answer cannot be used: a page is none",
        null)]
    [InlineData("echo '{\"a\":[[[[[[[[[[[[]]]]]]]]]]]]}'", "the policy worker's answer cannot be used: ", null)]
    [InlineData("yes | tr -d '\\n'", "the policy worker's answer cannot be used: a line is longer than 1000000 bytes", "text")]
    [InlineData(
        "echo '{\"judgement\":{\"findings\":[],\"passed\":[],\"metrics\":[],\"log\":[\"a\",\"b\",\"c\"]}}'",
        "it reports more than 2 findings (reports limit)",
        "reports")]
    [InlineData("exit 7", "the policy worker ended unexpectedly with code 7", null)]
    [InlineData(
        "printf 'Unhandled exception. X: y\\n   at Z' >&2; exit 134",
        "the policy worker ended unexpectedly with code 134: Unhandled exception. X: y",
        null)]
    [InlineData("kill -9 $$", "the policy worker ended unexpectedly with code 137", null)]
    [InlineData("echo 'Stack overflow.' >&2; exit 1", "calls or values are nested too deep for the engine's stack (recursion limit)", "recursion")]
    [InlineData("kill -SEGV $$", "calls or values are nested too deep for the engine's stack (recursion limit)", "recursion")]
    [InlineData("echo 'Out of memory.' >&2; exit 1", "it used more than 256 MiB of memory (memory limit)", "memory")]
    [InlineData("read never", "it did not finish within 0.3 s (timeout limit) and had to be killed", "timeout")]
    public async Task WorkerThatMisbehaves_IsAFailureOfItsPolicy(string answer, string reason, string? limit)
    {
        var options = Shell($"echo '{{\"started\":true,\"heapBytes\":268435456}}'; read line; echo '{{\"started\":true}}'; {answer}") with
        {
            AnswerBytes = 1_000_000
        };
        await using var worker = new PolicyWorker(options, TimeProvider.System);

        var failure = await Should.ThrowAsync<PolicyException>(
            () => JudgeAsync(worker, Harmless, new PolicyLimits { Timeout = TimeSpan.FromMilliseconds(300), Reports = 2 }));

        failure.Message.ShouldStartWith("test.js: " + reason);
        failure.Limit.ShouldBe(limit);
    }

    [Fact]
    public async Task EvidenceThatLeavesNoRoom_IsRefusedBeforeItIsSent()
    {
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        using var facts = JsonDocument.Parse("{\"a\":\"" + new string('x', 20 << 20) + "\"}");

        var failure = await Should.ThrowAsync<PolicyException>(() => worker.JudgeAsync(
            new PolicySource("test.js", Harmless), new Evidence("test/v1", facts.RootElement), facts.RootElement, new PolicyLimits(), CancellationToken.None));

        failure.Message.ShouldBe("test.js: the evidence has 40 MiB; 256 MiB of memory allow 32 MiB (memory limit)");
    }

    private static PolicyWorkerOptions Shell(string script) => new("/bin/sh", ["-c", script]);

    private static async Task<Judgement> JudgeAsync(
        PolicyWorker worker, string text, PolicyLimits? limits = null, CancellationToken cancellationToken = default)
    {
        using var facts = JsonDocument.Parse("""{"name":"name"}""");
        using var settings = JsonDocument.Parse("""{"mark":"!"}""");
        return await worker.JudgeAsync(
            new PolicySource("test.js", text), new Evidence("test/v1", facts.RootElement), settings.RootElement,
            limits ?? new PolicyLimits { Timeout = TimeSpan.FromSeconds(20) }, cancellationToken);
    }
}
