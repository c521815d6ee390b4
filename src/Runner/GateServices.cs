namespace Gates.Runner;

/// <summary>What a gate needs to exist: the doors to the outside.</summary>
internal sealed record GateServices(TimeProvider Time);
