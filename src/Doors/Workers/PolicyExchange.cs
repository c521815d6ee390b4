using System.Text.Json;
using Gates.Policies;

namespace Gates.Doors.Workers;

/// <summary>One request and its answer.</summary>
internal sealed class PolicyExchange(WorkerProcess process, PolicySource policy, PolicyRequest request, PolicyWorkerOptions options, TimeProvider time)
{
    private readonly PolicyLimits limits = request.Limits;

    /// <value>Findings, checks, metrics, outputs, charts and log lines, each with a limit of its own.</value>
    private const int MaxKinds = 6;

    /// <value>Characters of a dead worker's last words.</value>
    private const int MaxWords = 200;

    /// <value>128 + SIGSEGV: how a native program ends, without a word, when its stack is used up.</value>
    private const int SegmentationFault = 139;

    /// <value>Told what the policy did, if the request asked for it.</value>
    public IProgress<PolicyObservation>? Observer { get; init; }

    /// <returns><see langword="null"/> when the process ended before it took the request.</returns>
    /// <exception cref="PolicyException">The policy is invalid, threw, or reached a limit.</exception>
    public async Task<PolicyAnswer?> RunAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        PolicyAnswer? answer;
        try
        {
            answer = await WithinAsync(HandOverAsync(line, cancellationToken), options.StartTime, cancellationToken);
            if (answer is null)
            {
                process.Spent = true;
                return null;
            }

            if (answer.Started)
            {
                answer = await WithinAsync(process.ReadAsync(cancellationToken), limits.Timeout + options.Grace, cancellationToken);
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            process.Spent = true;
            throw Failed($"the policy worker's answer cannot be used: {e.Message}", limit: e is InvalidDataException ? "text" : null);
        }

        if (answer?.Observation is { } observation && observation.Calls.Count <= MaxKinds * limits.Reports)
        {
            Observer?.Report(observation);
        }

        return answer switch
        {
            null => throw await DiedAsync(),
            { Failure: { } failure } => throw Failed(failure),
            { Files: { } files } when request.ReadOnly =>
                files.Distinct(StringComparer.Ordinal).Count(policy.Modules.ContainsKey) == files.Count && files.Contains(policy.Entry, StringComparer.Ordinal)
                ? answer
                : throw Failed("the policy worker's answer cannot be used: it names files that were not given"),
            { Judgement: { } judgement } when !request.ReadOnly => Checked(answer, judgement),
            _ => throw Failed("the policy worker's answer is empty"),
        };
    }

    /// <summary>Why the process ended while it judged.</summary>
    public async Task<PolicyException> DiedAsync()
    {
        process.Spent = true;
        var words = await process.LastWordsAsync();
        var code = await process.ExitCodeAsync();
        return words switch
        {
            _ when words.Contains("Stack overflow", StringComparison.Ordinal) || code == SegmentationFault =>
                Failed(PolicyFailures.Recursion(), limit: "recursion"),
            _ when words.Contains("ut of memory", StringComparison.Ordinal) || words.Contains("OutOfMemory", StringComparison.Ordinal) =>
                Failed(PolicyFailures.Memory(limits), limit: "memory"),
            _ => Failed(FormattableString.Invariant($"the policy worker ended unexpectedly with code {code}{Why(words)}")),
        };
    }

    /// <summary>The first line of what the runtime says about an exception of ours that nobody caught.</summary>
    private static string Why(string words)
    {
        var line = words.AsSpan().TrimStart();
        line = line[..(line.IndexOfAny('\r', '\n') is var end and >= 0 ? end : line.Length)];
        return line.Length > 0 ? $": {line[..Math.Min(line.Length, MaxWords)]}" : "";
    }

    private async Task<PolicyAnswer?> HandOverAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        try
        {
            await process.WriteAsync(line, cancellationToken);
        }
        catch (IOException)
        {
            return null;
        }

        return await process.ReadAsync(cancellationToken);
    }

    private async Task<PolicyAnswer?> WithinAsync(Task<PolicyAnswer?> task, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await task.WaitAsync(limit, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            process.Spent = true;
            throw Failed(PolicyFailures.Timeout(limits) + " and had to be killed", limit: "timeout");
        }
    }

    private PolicyAnswer Checked(PolicyAnswer answer, Judgement judgement)
    {
        int[] counts = [
            judgement.Findings.Count,
            judgement.Passed.Count,
            judgement.Metrics.Count,
            judgement.Outputs.Count,
            judgement.Charts.Count,
            judgement.Log.Count
        ];
        return counts.Max() > limits.Reports
            ? throw Failed(FormattableString.Invariant($"it reports more than {limits.Reports} findings (reports limit)"), limit: "reports")
            : judgement.Findings.Any(finding => finding.Fix is { } fix && (!fix.IsSound || finding.Location?.Line is null))
            ? throw Failed("the policy worker's answer cannot be used: a fix is none")
            : !judgement.Charts.All(chart => chart.IsSound) ? throw Failed("the policy worker's answer cannot be used: a chart's parts do not fit together")
            : !AreSound(judgement.Pages) ? throw Failed("the policy worker's answer cannot be used: a page is none")
            : judgement.Findings.All(finding => finding.Count >= 1) ? answer
            : throw Failed("the policy worker's answer cannot be used: a finding stands for less than one");
    }

    /// <summary>Names become those of files: each is one, and stands once.</summary>
    private static bool AreSound(IReadOnlyList<PolicyPage> pages) =>
        pages.Count <= PolicyPage.MaxCount && pages.All(page => page.IsSound) && pages.DistinctBy(page => page.Name).Count() == pages.Count;

    private PolicyException Failed(PolicyFailure failure)
    {
        process.Spent |= failure.Final;
        return new PolicyException(failure.File ?? policy.Name, failure.Message, failure.Line, failure.Column, failure.Limit);
    }

    private PolicyException Failed(string message, string? limit = null) => new(policy.Name, message, limit: limit);
}
