namespace Gates.Policies.Engine;

/// <summary>Stops a judgement. Scripts cannot catch it, because the engine hands them only its own exceptions.</summary>
internal sealed class LimitException(string limit, string message) : Exception(message)
{
    public string Limit { get; } = limit;
}
