namespace Gates.Policies.Engine;

/// <summary>Stops a judgement. Scripts cannot catch it, because the engine hands them only its own exceptions.</summary>
internal abstract class StoppedException(string message) : Exception(message)
{
    /// <value>The engine's stack where the policy called us, once it is known.</value>
    public string? Trace { get; set; }
}

/// <summary>A policy reached a limit.</summary>
internal sealed class LimitException(string limit, string message) : StoppedException(message)
{
    public string Limit { get; } = limit;
}

/// <summary>A policy used what it was given wrongly; a swallowed mistake would hide a finding.</summary>
internal sealed class MisuseException(string message) : StoppedException(message);
