namespace Gates.Policies;

/// <summary>What one judgement may use. A policy that goes beyond is stopped and its gate is <c>errored</c>.</summary>
public sealed record PolicyLimits
{
    /// <value>Wall-clock time for one judgement. Default: 5 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <value>Statements the engine may run. Default: 50 million.</value>
    public int Statements { get; init; } = 50_000_000;

    /// <value>Managed heap of the worker, in bytes. Default: 256 MiB.</value>
    public long MemoryBytes { get; init; } = 256L << 20;

    /// <value>Nested calls. Default: 200.</value>
    public int RecursionDepth { get; init; } = 200;

    /// <value>Findings, and separately checks, metrics, outputs and log lines, one judgement may report; of charts and pages fewer. Default: 10,000.</value>
    public int Reports { get; init; } = 10_000;

    /// <value>Characters of one message, log line or other text but a page. Default: 8,192.</value>
    public int TextLength { get; init; } = 8_192;
}
