using System.Text;
using System.Text.Json;
using Gates.Doors.Processes;
using Gates.Policies;

namespace Gates.Doors.Workers;

/// <summary>The worker's own side: reads requests, answers, and knows nothing else. Runs in a process that may be killed at any moment.</summary>
internal static class PolicyWorkerHost
{
    /// <value>The hidden command that runs it.</value>
    public const string Command = "policy-worker";

    /// <value>The time a single match of a regular expression may take.</value>
    private static readonly TimeSpan RegexTime = TimeSpan.FromSeconds(1);

    /// <value>How long after the engine's own deadline the watchdog waits: native loops never look at the clock.</value>
    private static readonly TimeSpan WatchdogDelay = TimeSpan.FromMilliseconds(150);

    /// <value>No longer than whoever started the worker waits for it to take a request.</value>
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(15);

    public static int Run(Stream stdin, Stream stdout)
    {
        // Before the first regular expression is made, or it has no effect.
        AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", RegexTime);
        NativeLimits.Apply();
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        using var judge = new JudgeThread();
        Send(stdout, new PolicyAnswer { Started = true, HeapBytes = HeapLimit() });
        WarmUp(judge);

        var reader = new LineReader(stdin, int.MaxValue / 2);
        while (reader.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult() is { } line)
        {
            if (!Answer(judge, line, stdout))
            {
                NativeProcess.Exit(0);
            }
        }

        return 0;
    }

    /// <returns>Whether the worker may serve again.</returns>
    private static bool Answer(JudgeThread judge, ReadOnlyMemory<byte> line, Stream stdout)
    {
        PolicyRequest request;
        try
        {
            request = JsonSerializer.Deserialize(line.Span, PolicyRequestJson.Default.PolicyRequest)!;
        }
        catch (JsonException e)
        {
            return Send(stdout, Failed("the evidence cannot be handed to the policy: " + e.Message));
        }

        catch (OutOfMemoryException)
        {
            return Send(stdout, Failed("the evidence does not fit into the policy's memory (memory limit)", "memory", final: true));
        }

        Send(stdout, new PolicyAnswer { Started = true });
        judge.Begin(request);
        return Send(stdout, judge.Wait(request.Limits.Timeout + WatchdogDelay) ?? TimedOut(request.Limits, judge.Position, judge.Observation));
    }

    private static PolicyAnswer TimedOut(PolicyLimits limits, Location? place, PolicyObservation? observation) => new()
    {
        Failure = new PolicyFailure(PolicyFailures.Timeout(limits), place?.Line, place?.Column, "timeout", Final: true) { File = place?.Path },
        Observation = observation,
    };

    private static bool Send(Stream stdout, PolicyAnswer answer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, PolicyAnswerJson.Default.PolicyAnswer);
        stdout.Write(bytes);
        stdout.WriteByte((byte)'\n');
        stdout.Flush();
        return answer.Failure is not { Final: true };
    }

    /// <summary>What the collector works with: the limit where there is one, else the machine's memory. Its settings read as 0 in a native program.</summary>
    private static long HeapLimit() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    private static PolicyAnswer Failed(string message, string? limit = null, bool final = false) =>
        new() { Failure = new PolicyFailure(message, null, null, limit, final) };

    /// <summary>Compiles the paths that every judgement takes while the gates still collect.</summary>
    private static void WarmUp(JudgeThread judge)
    {
        var text = """
            export function judge(evidence, settings, report) {
              for (const node of evidence.yaml.flatMap((doc) => doc.find("**.a"))) {
                if (/x/.test(node.value)) report.note("warm-up", `a${node.pointer}`, node);
              }
            }
            """;
        var facts =
            """{"yaml":[{"$doc":true,"path":"a","index":0,"root":{"$node":"map","line":1,"column":1,"entries":[{"key":"a","keyLine":1,"keyColumn":1,"node":{"$node":"scalar","line":1,"column":4,"value":"x"}}]}}]}""";
        using var evidence = JsonDocument.Parse(Encoding.UTF8.GetBytes(facts));
        using var settings = JsonDocument.Parse("{}");
        var request = new PolicyRequest("warm-up", text, "warm-up", evidence.RootElement, settings.RootElement, new PolicyLimits());
        judge.Begin(request);
        if (judge.Wait(WarmUpTime) is not { } answer)
        {
            // The thread is still at it, and its answer would be taken for that to the first request.
            NativeProcess.Exit(1);
            return;
        }

        _ = JsonSerializer.SerializeToUtf8Bytes(answer, PolicyAnswerJson.Default.PolicyAnswer);
    }
}

/// <summary>What the kernel can take from a process that is about to run a stranger's script.</summary>
internal static class NativeLimits
{
    private const int SetNoNewPrivileges = 38;

    /// <summary>No core dumps (they would hold evidence), no debugger, no gain of privileges. Refusals are ignored: these are extra walls.</summary>
    public static void Apply()
    {
        ProcessSecrets.ForbidReading();
        NativeProcess.Control(SetNoNewPrivileges, 1);
    }
}
