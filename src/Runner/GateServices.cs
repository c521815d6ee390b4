namespace Gates.Runner;

/// <summary>What a gate needs to exist: the doors to the outside.</summary>
internal sealed record GateServices(TimeProvider Time)
{
    /// <value>Runs policies that a gate's own files name; <see langword="null"/> where none can run.</value>
    public IPolicyScripts? Scripts { get; init; }
}
