namespace Gates.Pipeline;

/// <summary>What a gate needs to exist: the doors to the outside.</summary>
internal sealed record GateServices(TimeProvider Time)
{
    /// <value>Runs policies that a gate's own files name; <see langword="null"/> where none can run.</value>
    public IPolicyScripts? Scripts { get; init; }

    /// <value>
    /// Sends requests to the servers that settings name, and does not follow redirects; <see langword="null"/> where gates connect by themselves.
    /// </value>
    public HttpMessageHandler? Http { get; init; }

    /// <value>Reads the environment variables that settings name.</value>
    public Func<string, string?> Variables { get; init; } = Environment.GetEnvironmentVariable;

    /// <value>Where a gate that takes long says how far it is; <see langword="null"/> where nobody listens.</value>
    public IProgress<GateProgress>? Progress { get; init; }
}
