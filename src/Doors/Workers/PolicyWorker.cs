using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Doors.Workers;

/// <summary>Judges in a process of its own, which is killed when a policy takes too long and replaced when it dies.</summary>
/// <param name="options">How the process is started.</param>
/// <param name="time">The clock of its deadlines.</param>
/// <param name="observer">Told what a policy did, before each judgement is returned or has failed; usually nobody.</param>
internal sealed class PolicyWorker(
    PolicyWorkerOptions options,
    TimeProvider time,
    IProgress<PolicyObservation>? observer = null) : IPolicyJudge, IPolicyReader, IAsyncDisposable
{
    /// <value>Beyond this share of the worker's memory, evidence leaves no room for a judgement.</value>
    private const int EvidenceShare = 8;

    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gates-policy-");
    private WorkerProcess? process;

    /// <value>The process that would serve the next judgement.</value>
    public int? ProcessId => process?.Id;

    /// <value>The process's working directory, of which it knows nothing else.</value>
    public string Folder => folder.FullName;

    /// <summary>Starts the process, so that it is warm when the first evidence is there.</summary>
    /// <exception cref="EvaluationException">The program cannot be started.</exception>
    public void Start() => process ??= WorkerProcess.Start(options, new PolicyLimits().MemoryBytes, folder);

    public async Task<Judgement> JudgeAsync(
        PolicySource policy, Evidence evidence, JsonElement settings, PolicyLimits limits, CancellationToken cancellationToken)
    {
        var request = new PolicyRequest(policy.Name, policy.Text, evidence.Kind, evidence.Facts, settings, limits) { Observe = observer is not null };
        return (await AskAsync(policy, request, cancellationToken)).Judgement!;
    }

    public async Task<IReadOnlyList<string>> ReadAsync(PolicySource policy, CancellationToken cancellationToken)
    {
        var request = new PolicyRequest(policy.Name, policy.Text, "", Nothing, Nothing, new PolicyLimits()) { ReadOnly = true };
        return (await AskAsync(policy, request, cancellationToken)).Files!;
    }

    private async Task<PolicyAnswer> AskAsync(PolicySource policy, PolicyRequest request, CancellationToken cancellationToken)
    {
        var line = Serialize(policy, request);
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            // A process may have died while it was idle, which is no fault of this policy: once more with a new one.
            return await TryAsync(policy, request, line, lastTry: false, cancellationToken)
                ?? await TryAsync(policy, request, line, lastTry: true, cancellationToken)
                ?? throw new InvalidOperationException("the last try ends in an answer or an exception");
        }
        catch (OperationCanceledException)
        {
            Drop();
            throw;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await oneAtATime.WaitAsync();
        Drop();
        oneAtATime.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task<PolicyAnswer?> TryAsync(
        PolicySource policy, PolicyRequest request, ReadOnlyMemory<byte> line, bool lastTry, CancellationToken cancellationToken)
    {
        var memory = request.Limits.MemoryBytes;
        var ready = await ReadyAsync(memory, cancellationToken);
        var exchange = new PolicyExchange(ready, policy, request, options, time) { Observer = observer };
        try
        {
            var answer = await exchange.RunAsync(line, cancellationToken);
            return answer is null && lastTry ? throw await exchange.DiedAsync() : answer;
        }
        finally
        {
            if (!ready.CanServe && !cancellationToken.IsCancellationRequested)
            {
                Replace(memory);
            }
        }
    }

    private async Task<WorkerProcess> ReadyAsync(long memoryBytes, CancellationToken cancellationToken)
    {
        if (process is not { CanServe: true } || process.MemoryBytes != memoryBytes)
        {
            Replace(memoryBytes);
        }

        var current = process!;
        try
        {
            if (await current.Ready.WaitAsync(options.StartTime, time, cancellationToken) is { } ready)
            {
                return ready.HeapBytes == memoryBytes
                    ? current
                    : throw new InvalidDataException(
                        FormattableString.Invariant($"it was given {memoryBytes} bytes of memory and may use {ready.HeapBytes ?? 0}"));
            }
        }
        catch (Exception e) when (e is TimeoutException or InvalidDataException or JsonException)
        {
            Drop();
            throw new EvaluationException($"the policy worker {options.FileName} cannot be used: {e.Message}", e);
        }

        var words = await current.LastWordsAsync();
        Drop();
        throw new EvaluationException($"the policy worker {options.FileName} ended as it started: {(words.Length > 0 ? words.ReplaceLineEndings(" ") : "no reason given")}");
    }

    private void Replace(long memoryBytes)
    {
        Drop();
        process = WorkerProcess.Start(options, memoryBytes, folder);
    }

    private void Drop()
    {
        process?.Dispose();
        process = null;
    }

    private static byte[] Serialize(PolicySource policy, PolicyRequest request)
    {
        var limits = request.Limits;
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(request, PolicyRequestJson.Default.PolicyRequest), (byte)'\n'];
        var most = limits.MemoryBytes / EvidenceShare;
        return line.Length <= most
            ? line
            : throw new PolicyException(
                policy.Name,
                FormattableString.Invariant($"the evidence has {line.Length >> 20} MiB; {limits.MemoryBytes >> 20} MiB of memory allow {most >> 20} MiB (memory limit)"),
                limit: "memory");
    }
}
