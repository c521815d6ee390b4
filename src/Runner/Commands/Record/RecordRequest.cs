namespace Gates.Runner.Commands.Record;

/// <summary>What <c>gates record</c> was asked.</summary>
internal sealed record RecordRequest
{
    public required DirectoryInfo Workspace { get; init; }

    /// <value>The gate to run.</value>
    public required string Gate { get; init; }

    /// <value>The name of the case to write.</value>
    public required string Case { get; init; }

    public string? Config { get; init; }

    /// <value>A policy's <c>cases/</c>, relative to the workspace; <see langword="null"/> means that of the gate's own policy.</value>
    public string? Out { get; init; }
}
